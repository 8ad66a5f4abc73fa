package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.StepRun;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction that holds the write lock from its beginning; closed without a commit it is undone.
 */
final class WriteTransaction implements AutoCloseable {
  private final Connection connection;
  private final InterruptWatch watch;
  private final boolean enforcing;
  private boolean committed;

  private WriteTransaction(Connection connection, InterruptWatch watch, boolean enforcing) {
    this.connection = connection;
    this.watch = watch;
    this.enforcing = enforcing;
  }

  /**
   * Waits for the write lock as long as the connection does. Foreign keys are not enforced inside:
   * SQLite would carry out their actions on DROP TABLE, and can be told so only before it begins.
   * Afterwards they are enforced again if they were before.
   */
  static WriteTransaction begin(Connection connection) throws SQLException {
    boolean enforcing = SqliteSql.number(connection, "PRAGMA foreign_keys") == 1;
    StepRun.execute(connection, "PRAGMA foreign_keys = OFF");
    StepRun.execute(connection, "BEGIN IMMEDIATE");
    return new WriteTransaction(connection, InterruptWatch.on(connection), enforcing);
  }

  void commit() throws SQLException {
    StepRun.execute(connection, "COMMIT");
    committed = true;
  }

  @Override
  public void close() throws SQLException {
    watch.close();
    if (!committed) {
      rollBack();
    }
    if (enforcing) {
      StepRun.execute(connection, "PRAGMA foreign_keys = ON");
    }
  }

  private void rollBack() {
    try {
      StepRun.execute(connection, "ROLLBACK");
    } catch (SQLException alreadyDone) {
      // After a full disk, an I/O error or an interrupt SQLite has rolled back by itself, if only
      // in
      // its memory.
    }
    try {
      // What it had written to the file by then stays there, and a journal beside it, until someone
      // reads: nobody shall have to know that the two belong together.
      SqliteSql.number(connection, "PRAGMA schema_version");
    } catch (SQLException unreadable) {
      // Whoever reads next undoes it; that there was a failure is told already.
    }
  }
}
