package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.Catalog;
import io.limbeck.adapter.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds tables by their names as written, in their schema or along the search path. */
final class PostgresqlCatalog implements Catalog {
  private static final String COLUMN =
      """
      SELECT n.nspname, c.relname, a.attname
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
      WHERE c.relname = ? AND a.attname = ? AND c.relkind IN ('r', 'p')
        AND CASE WHEN ? = '' THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = ? END
      """;

  @Override
  public Optional<Found> find(Connection connection, TableName table, String column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COLUMN)) {
      statement.setString(1, table.name());
      statement.setString(2, column);
      statement.setString(3, table.schema().orElse(""));
      statement.setString(4, table.schema().orElse(""));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Found(
                    PostgresqlSql.quoted(rows.getString(1), rows.getString(2)),
                    PostgresqlSql.quoted(rows.getString(3))))
            : Optional.empty();
      }
    }
  }

  @Override
  public String rowOrder() {
    return "ctid";
  }
}
