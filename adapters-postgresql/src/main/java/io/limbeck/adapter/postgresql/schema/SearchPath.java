package io.limbeck.adapter.postgresql.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The {@code search_path} while a schema is read: PostgreSQL writes names in it without their
 * schema, and two databases can only be compared if it is the same for both.
 */
record SearchPath(Connection connection, String before, String first) implements AutoCloseable {

  static SearchPath set(Connection connection, String first) throws SQLException {
    String before = query(connection, "SELECT current_setting(?)", "search_path");
    query(connection, "SELECT set_config('search_path', quote_ident(?), false)", first);
    return new SearchPath(connection, before, first);
  }

  private static String query(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    query(connection, "SELECT set_config('search_path', ?, false)", before);
  }
}
