package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection to H2.
 *
 * @param whenClosed what to run afterwards
 */
record H2Connection(Connection jdbc, Runnable whenClosed) implements AutoCloseable {

  @Override
  public void close() {
    withoutInterrupt(() -> {
      try {
        jdbc.close();
      } catch (SQLException refusal) {
        // Everything that was promised is committed; H2 gives up the rest when it opens next.
      }
    });
    whenClosed.run();
  }

  /** Runs {@code work} and keeps an interrupt for later: H2 loses its file if it meets one. */
  static void withoutInterrupt(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
