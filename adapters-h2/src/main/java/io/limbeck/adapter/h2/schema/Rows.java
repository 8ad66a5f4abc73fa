package io.limbeck.adapter.h2.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rows of a query on the information schema. Its names stand in large letters without quotes:
 * so they are found whatever a database makes of letters.
 */
final class Rows {
  private Rows() {}

  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  static void each(Connection connection, String query, Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
