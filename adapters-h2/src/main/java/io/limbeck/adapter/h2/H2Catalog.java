package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.Catalog;
import io.limbeck.adapter.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds tables in the information schema, by the name as written or else in any case: H2 turns
 * names without quotes into upper case, and other programs may have put quotes.
 */
final class H2Catalog implements Catalog {
  private static final String COLUMN =
      """
      SELECT table_schema, table_name, column_name FROM information_schema.columns
      WHERE UPPER(table_schema) = UPPER(COALESCE(?, CURRENT_SCHEMA))
        AND UPPER(table_name) = UPPER(?) AND UPPER(column_name) = UPPER(?)
      ORDER BY CASE WHEN table_name = ? THEN 0 ELSE 1 END
      """;

  @Override
  public Optional<Found> find(Connection connection, TableName table, String column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COLUMN)) {
      statement.setString(1, table.schema().orElse(null));
      statement.setString(2, table.name());
      statement.setString(3, column);
      statement.setString(4, table.name());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(found(rows)) : Optional.empty();
      }
    }
  }

  @Override
  public String rowOrder() {
    return "_ROWID_";
  }

  private static Found found(ResultSet row) throws SQLException {
    TableName spelled = new TableName(Optional.of(row.getString(1)), row.getString(2));
    return new Found(spelled.quoted(), '"' + row.getString(3) + '"');
  }
}
