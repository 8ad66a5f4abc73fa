package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A connection to H2.
 *
 * @param delay what is to be restored when it is closed
 * @param whenClosed what to run afterwards
 */
record H2Connection(Connection jdbc, H2WriteDelay delay, Runnable whenClosed)
    implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** {@return a connection that changed nothing about the database} */
  static H2Connection of(Connection jdbc, Runnable whenClosed) {
    return new H2Connection(jdbc, H2WriteDelay.unchanged(), whenClosed);
  }

  /**
   * {@return the same, whose commits are written at once}
   *
   * @throws SQLException if that cannot be set; then this is closed
   */
  H2Connection withoutWriteDelay() throws SQLException {
    try {
      return new H2Connection(jdbc, H2WriteDelay.none(jdbc), whenClosed);
    } catch (SQLException refusal) {
      close();
      throw refusal;
    }
  }

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
      if (delay.isChanged()) {
        jdbc.rollback(); // To set anything would commit.
        delay.restore(jdbc);
      }
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
