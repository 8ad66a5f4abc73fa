package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Words to H2 that are always the same. */
final class H2Sql {
  private static final String PENDING =
      "SELECT CONTAINS_UNCOMMITTED FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID ="
          + " SESSION_ID()";

  private H2Sql() {}

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** {@return whether the connection has written something that a rollback would undo} */
  static boolean hasUncommitted(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PENDING)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
