package io.limbeck.adapter.h2;

import io.limbeck.domain.schema.Expression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Types of columns as H2 would write them: one spelling for each. */
final class H2Types {
  private static final long UNLIMITED = 1_000_000_000;
  private static final long TIMESTAMP_DIGITS = 6;

  private H2Types() {}

  /**
   * @param row of {@code information_schema.columns}
   */
  static Expression of(ResultSet row) throws SQLException {
    String domain = row.getString("domain_name");
    String type = domain == null ? built(row) : H2Names.spelled(domain);
    String identity =
        Optional.ofNullable(row.getString("identity_generation"))
            .map(generation -> " GENERATED %s AS IDENTITY".formatted(generation))
            .orElse("");
    return new Expression(type + identity, type + identity);
  }

  private static String built(ResultSet row) throws SQLException {
    String type = row.getString("data_type");
    long length = row.getLong("character_maximum_length");
    if (length > 0 && length < UNLIMITED) {
      return "%s(%d)".formatted(type, length);
    }
    long precision = row.getLong("declared_numeric_precision");
    if (precision > 0) {
      long scale = row.getLong("declared_numeric_scale");
      return scale == 0
          ? "%s(%d)".formatted(type, precision)
          : "%s(%d, %d)".formatted(type, precision, scale);
    }
    long digits = row.getLong("datetime_precision");
    boolean time = type.startsWith("TIME");
    if (time && digits != (type.startsWith("TIMESTAMP") ? TIMESTAMP_DIGITS : 0)) {
      return type.replaceFirst("^\\w+", "$0(%d)".formatted(digits));
    }
    return type;
  }
}
