package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words to PostgreSQL, as they are. */
final class PostgresqlSql {
  private PostgresqlSql() {}

  /**
   * Executes a statement, or several, and reads the rows to the end. What JDBC would take for its
   * own in it, a brace or a question mark, is PostgreSQL's.
   */
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            // what a script selects is seen by nobody
          }
        }
      }
    }
  }

  /** {@return the first column of the first row; empty if there is no row, or nothing in it} */
  static Optional<String> text(Connection connection, String query, Object... parameters)
      throws SQLException {
    return texts(connection, query, parameters).stream().findFirst();
  }

  /** {@return the first column, but for its NULLs} */
  static List<String> texts(Connection connection, String query, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setObject(index + 1, parameters[index]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          Optional.ofNullable(rows.getString(1)).ifPresent(found::add);
        }
        return found;
      }
    }
  }

  /** {@return whether a query finds a row} */
  static boolean finds(Connection connection, String query, Object... parameters)
      throws SQLException {
    return !texts(connection, query, parameters).isEmpty();
  }

  /** {@return a name with its quotes, each part of it} */
  static String quoted(String... parts) {
    return Stream.of(parts)
        .map(part -> '"' + part.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }
}
