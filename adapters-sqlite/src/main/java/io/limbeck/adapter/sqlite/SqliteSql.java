package io.limbeck.adapter.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to SQLite that have one answer. */
final class SqliteSql {
  private SqliteSql() {}

  /** {@return the first column of the first row; 0 if there is none} */
  static long number(Connection connection, String sql, @Nullable String... parameters)
      throws SQLException {
    return text(connection, sql, parameters).map(Long::parseLong).orElse(0L);
  }

  /** {@return the first column of the first row; empty if there is no row, or nothing in it} */
  static Optional<String> text(Connection connection, String sql, @Nullable String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
      }
    }
  }
}
