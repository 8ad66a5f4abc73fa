package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Index.Nulls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.engine.Mode;
import org.h2.engine.NullsDistinct;
import org.jspecify.annotations.Nullable;

/**
 * What a database makes of NULL where nothing is said; its URL decides.
 *
 * @param order {@code LOW}, {@code HIGH}, {@code FIRST} or {@code LAST}
 * @param equal whether two rows with NULL are the same to a unique constraint or index
 */
record UsualNulls(String order, boolean equal) {
  private static final String SETTINGS =
      """
      SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS
      WHERE SETTING_NAME IN ('MODE', 'DEFAULT_NULL_ORDERING')
      """;

  static UsualNulls read(Connection connection) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    Rows.each(
        connection,
        SETTINGS,
        row -> settings.put(row.getString("SETTING_NAME"), row.getString("SETTING_VALUE")));
    Mode mode = Mode.getInstance(settings.getOrDefault("MODE", "REGULAR"));
    return new UsualNulls(
        settings.getOrDefault("DEFAULT_NULL_ORDERING", "LOW"),
        mode != null && mode.nullsDistinct == NullsDistinct.NOT_DISTINCT);
  }

  /**
   * {@return where rows with NULL stand in an index, if that is unusual}
   *
   * @param told null for nothing
   */
  Optional<Nulls> unusual(@Nullable String told, boolean descending) {
    return Optional.ofNullable(told)
        .map(Nulls::valueOf)
        .filter(place -> place != place(descending));
  }

  private Nulls place(boolean descending) {
    return switch (order) {
      case "FIRST" -> Nulls.FIRST;
      case "LAST" -> Nulls.LAST;
      case "HIGH" -> descending ? Nulls.FIRST : Nulls.LAST;
      default -> descending ? Nulls.LAST : Nulls.FIRST;
    };
  }

  /**
   * {@return whether two rows with NULL are the same, and that is unusual}
   *
   * @param distinct as the information schema tells it; null for nothing
   */
  boolean areUnusuallyEqual(@Nullable String distinct) {
    return !equal && "NO".equals(distinct);
  }
}
