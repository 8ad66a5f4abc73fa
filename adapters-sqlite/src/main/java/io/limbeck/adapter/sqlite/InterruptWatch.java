package io.limbeck.adapter.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/** Ends the statement that runs when its thread is interrupted, while it is open. */
final class InterruptWatch extends ProgressHandler implements AutoCloseable {
  // About a millisecond of SQLite's work.
  private static final int INSTRUCTIONS = 50_000;

  private final Connection connection;

  private InterruptWatch(Connection connection) {
    this.connection = connection;
  }

  static InterruptWatch on(Connection connection) throws SQLException {
    InterruptWatch watch = new InterruptWatch(connection);
    ProgressHandler.setHandler(connection, INSTRUCTIONS, watch);
    return watch;
  }

  @Override
  protected int progress() {
    return Thread.currentThread().isInterrupted() ? 1 : 0;
  }

  @Override
  public void close() throws SQLException {
    ProgressHandler.clearHandler(connection);
  }
}
