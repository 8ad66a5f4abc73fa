package io.limbeck.adapter.h2;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The numbers that H2 makes up for identity columns, those that become larger. */
final class H2Numbers {
  private static final String IDENTITIES =
      """
      SELECT column_name, CAST(identity_base AS BIGINT), CAST(identity_start AS BIGINT)
      FROM information_schema.columns
      WHERE table_schema = CURRENT_SCHEMA AND table_name = ? AND is_identity = 'YES'
        AND CAST(identity_increment AS BIGINT) > 0
      """;

  private H2Numbers() {}

  /**
   * @param next the number that comes next
   * @param start the first that ever came
   */
  private record Identity(Name column, long next, long start) {}

  /** {@return the largest number that was made up for a table; empty if none was} */
  static OptionalLong last(Connection connection, Table table) throws SQLException {
    return identities(connection, table).stream()
        .filter(identity -> identity.next() > identity.start())
        .mapToLong(identity -> identity.next() - 1)
        .max();
  }

  /**
   * Makes the next numbers come after those that are there, and after {@code last}.
   *
   * @param quoted names as SQL
   */
  static void advance(
      Connection connection, Table table, OptionalLong last, Function<Name, String> quoted)
      throws SQLException {
    for (Identity identity : identities(connection, table)) {
      String column = quoted.apply(identity.column());
      String name = quoted.apply(table.name());
      long next =
          Math.max(
              greatest(connection, "SELECT max(%s) FROM %s".formatted(column, name)) + 1,
              last.isPresent() ? last.getAsLong() + 1 : identity.next());
      if (next > identity.next()) {
        H2Sql.execute(
            connection,
            "ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d".formatted(name, column, next));
      }
    }
  }

  private static List<Identity> identities(Connection connection, Table table) throws SQLException {
    List<Identity> identities = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(IDENTITIES)) {
      statement.setString(1, table.name().text());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          identities.add(
              new Identity(new Name(rows.getString(1)), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    return identities;
  }

  /** {@return 0 if there is none} */
  private static long greatest(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
