package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How a transaction ended whose connection was lost at its COMMIT. The server keeps that for every
 * transaction that has a number, through crashes too, and tells whoever connects next.
 */
enum CommitFate {
  COMMITTED,
  UNDONE,
  /** The server could not be reached in time, or is another one that never saw the transaction. */
  UNKNOWN;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String STATUS = "SELECT pg_catalog.pg_xact_status(?::xid8)";

  /**
   * Asks until it is told.
   *
   * @param transaction its number
   * @param patience how long to ask
   */
  static CommitFate of(Connections connections, String transaction, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    CommitFate fate = asked(connections, transaction);
    while (fate == UNKNOWN && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      fate = asked(connections, transaction);
    }
    return fate;
  }

  private static CommitFate asked(Connections connections, String transaction) {
    try (Connection connection = connections.reading()) {
      return switch (PostgresqlSql.text(connection, STATUS, transaction).orElse("")) {
        case "committed" -> COMMITTED;
        case "aborted" -> UNDONE;
        default -> UNKNOWN; // still in progress, perhaps
      };
    } catch (SQLException refusal) {
      return UNKNOWN;
    }
  }
}
