package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.StepRun;
import io.limbeck.adapter.sql.rows.RowDialect;
import io.limbeck.domain.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction in which rows come to a table as they are: its triggers, which SQLite cannot
 * silence, are away for that time. They come back with the commit, and were never away if there is
 * none.
 */
final class RowTransaction implements RowDialect.Transaction {
  private static final String TRIGGERS =
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = ? COLLATE"
          + " NOCASE ORDER BY rowid";

  private final Connection connection;
  private final WriteTransaction transaction;
  private final List<String> triggers = new ArrayList<>();

  private RowTransaction(Connection connection, WriteTransaction transaction) {
    this.connection = connection;
    this.transaction = transaction;
  }

  static RowTransaction begin(Connection connection, Name table) throws SQLException {
    RowTransaction begun = new RowTransaction(connection, WriteTransaction.begin(connection));
    try {
      begun.putTriggersAway(table);
      return begun;
    } catch (SQLException refusal) {
      begun.close();
      throw refusal;
    }
  }

  private void putTriggersAway(Name table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TRIGGERS)) {
      statement.setString(1, table.text());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString("name"));
          triggers.add(rows.getString("sql"));
        }
      }
    }
    for (String name : names) {
      StepRun.execute(connection, "DROP TRIGGER \"%s\"".formatted(name.replace("\"", "\"\"")));
    }
  }

  @Override
  public void commit() throws SQLException {
    for (String trigger : triggers) {
      StepRun.execute(connection, trigger);
    }
    transaction.commit();
  }

  @Override
  public void close() throws SQLException {
    transaction.close();
  }
}
