package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The sequences that belong to a table's columns: those of identity columns and of serial ones. */
final class Sequences {
  private static final String OWNED =
      """
      SELECT pg_catalog.quote_ident(a.attname), s.seqrelid::pg_catalog.regclass::text
      FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i')
        AND d.refobjid = ?::pg_catalog.regclass AND s.seqincrement > 0
      ORDER BY a.attnum
      """;

  private Sequences() {}

  /**
   * @param column as SQL
   * @param sequence as SQL
   */
  private record Owned(String column, String sequence) {

    /** {@return the last number it gave; empty if it gave none} */
    OptionalLong last(Connection connection) throws SQLException {
      return number(connection, "SELECT last_value FROM %s WHERE is_called".formatted(sequence));
    }

    OptionalLong greatest(Connection connection, String table) throws SQLException {
      return number(connection, "SELECT max(%s) FROM %s".formatted(column, table));
    }

    void set(Connection connection, long last) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT pg_catalog.setval(?::pg_catalog.regclass, ?)")) {
        statement.setString(1, sequence);
        statement.setLong(2, last);
        statement.execute();
      }
    }
  }

  /** {@return the greatest number that was made up for a table; empty if none was} */
  static OptionalLong last(Connection connection, String table) throws SQLException {
    OptionalLong greatest = OptionalLong.empty();
    for (Owned owned : owned(connection, table)) {
      greatest = greater(greatest, owned.last(connection));
    }
    return greatest;
  }

  /** Makes the next numbers come after those that are there, and after {@code last}. */
  static void advance(Connection connection, String table, OptionalLong last) throws SQLException {
    for (Owned owned : owned(connection, table)) {
      OptionalLong reached = owned.last(connection);
      OptionalLong wanted = greater(owned.greatest(connection, table), last);
      if (wanted.isPresent()
          && wanted.getAsLong() > 0
          && (reached.isEmpty() || reached.getAsLong() < wanted.getAsLong())) {
        owned.set(connection, wanted.getAsLong());
      }
    }
  }

  private static OptionalLong greater(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }

  private static List<Owned> owned(Connection connection, String table) throws SQLException {
    List<Owned> owned = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(OWNED)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          owned.add(new Owned(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return owned;
  }

  private static OptionalLong number(Connection connection, String query) throws SQLException {
    return PostgresqlSql.text(connection, query).stream().mapToLong(Long::parseLong).findFirst();
  }
}
