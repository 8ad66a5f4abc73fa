package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** A part of a transaction that never commits. */
final class SavepointTransaction implements Transaction {
  private final Connection connection;
  private final Savepoint savepoint;
  private boolean ended;

  private SavepointTransaction(Connection connection, Savepoint savepoint) {
    this.connection = connection;
    this.savepoint = savepoint;
  }

  static SavepointTransaction begin(Connection connection) throws SQLException {
    return new SavepointTransaction(connection, connection.setSavepoint());
  }

  @Override
  public void commit() throws SQLException {
    connection.releaseSavepoint(savepoint);
    ended = true;
  }

  @Override
  public void close() {
    if (ended) {
      return;
    }
    try {
      connection.rollback(savepoint);
    } catch (SQLException lost) {
      // The whole is undone with its connection.
    }
  }
}
