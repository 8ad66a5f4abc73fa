package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.Catalog;
import io.limbeck.adapter.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Finds tables in the information schema, by the name as written or else in any case: H2 turns
 * names without quotes into upper case, or what its URL says, and other programs may have put
 * quotes. Its own names stand in large letters: they are found whatever the URL says.
 */
final class H2Catalog implements Catalog {
  private static final String COLUMN =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
      WHERE UPPER(TABLE_SCHEMA) = UPPER(COALESCE(?, CURRENT_SCHEMA))
        AND UPPER(TABLE_NAME) = UPPER(?) AND UPPER(COLUMN_NAME) = UPPER(?)
      ORDER BY CASE WHEN TABLE_NAME = ? THEN 0 ELSE 1 END
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

  /** They are NULL with {@code MODE=Oracle}. */
  @Override
  public boolean takesEmptyTexts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("CALL '' IS NOT NULL")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static Found found(ResultSet row) throws SQLException {
    TableName spelled = new TableName(Optional.of(row.getString(1)), row.getString(2));
    return new Found(spelled.quoted(), '"' + row.getString(3) + '"');
  }
}
