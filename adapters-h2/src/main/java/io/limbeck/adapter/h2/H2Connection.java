package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A connection to H2.
 *
 * @param whenClosed what to run afterwards
 */
record H2Connection(Connection jdbc, Runnable whenClosed) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public void close() {
    withoutInterrupt(this::closeForAWhile);
    whenClosed.run();
  }

  /** Where a disk was full, H2 sometimes tries for ever to undo what another connection lost. */
  private void closeForAWhile() {
    Thread closing = Thread.ofPlatform().daemon().name("closing H2").start(this::closeNow);
    try {
      closing.join(PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeNow() {
    try {
      jdbc.close();
    } catch (SQLException refusal) {
      // Everything that was promised is committed; H2 gives up the rest when it opens next.
    }
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
