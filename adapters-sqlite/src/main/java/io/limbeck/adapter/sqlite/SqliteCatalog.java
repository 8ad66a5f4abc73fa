package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.Catalog;
import io.limbeck.adapter.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Finds tables in {@code sqlite_master}, whose names know no case. */
final class SqliteCatalog implements Catalog {
  private static final String TABLE =
      "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE";

  @Override
  public Optional<Found> find(Connection connection, TableName table, String column)
      throws SQLException {
    return SqliteSql.text(connection, TABLE, table.name())
        .map(one -> new Found(table.quoted(), column));
  }

  @Override
  public String rowOrder() {
    return "rowid";
  }
}
