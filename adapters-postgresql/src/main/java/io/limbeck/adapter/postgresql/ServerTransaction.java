package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A transaction of the server's, of which one finds out how it ended where no answer came. */
final class ServerTransaction implements Transaction {
  private static final String ID = "SELECT pg_catalog.pg_current_xact_id()::text";

  private final Connection connection;
  private final Connections connections;
  private final Duration patience;
  private boolean ended;

  private ServerTransaction(Connection connection, Connections connections, Duration patience) {
    this.connection = connection;
    this.connections = connections;
    this.patience = patience;
  }

  /**
   * @param connections to the same database, to ask through others what became of a commit
   * @param patience how long to ask
   */
  static ServerTransaction begin(Connection connection, Connections connections, Duration patience)
      throws SQLException {
    connection.setAutoCommit(false);
    return new ServerTransaction(connection, connections, patience);
  }

  /**
   * @throws UnusableDatabaseException if it is not known whether it is committed
   */
  @Override
  public void commit() throws SQLException {
    String id = PostgresqlSql.text(connection, ID).orElseThrow();
    try {
      connection.commit();
      ended = true;
      connection.setAutoCommit(true);
    } catch (SQLException refusal) {
      if (!SqlState.isLost(refusal)) {
        throw refusal;
      }
      ended = true;
      Connections.close(connection);
      switch (fate(id)) {
        case COMMITTED -> {}
        case UNDONE -> throw refusal;
        case UNKNOWN -> throw unknown(refusal);
      }
    }
  }

  private CommitFate fate(String id) {
    // An interrupt has come too late, and is kept for later.
    boolean interrupted = Thread.interrupted();
    try {
      return CommitFate.of(connections, id, patience);
    } catch (InterruptedException again) {
      interrupted = true;
      return CommitFate.UNKNOWN;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private UnusableDatabaseException unknown(SQLException refusal) {
    return new UnusableDatabaseException(
        "The connection to %s was lost during the COMMIT, and the server does not tell whether that took effect: %s."
            .formatted(connections.url().name(), Reason.of(refusal)),
        "The database stands either before or after what was just told, never between: ask where it"
            + " stands when the server is up, and run again.",
        refusal);
  }

  @Override
  public void close() {
    if (ended) {
      return;
    }
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException lost) {
      // A transaction whose connection is lost is undone by the server.
    }
  }
}
