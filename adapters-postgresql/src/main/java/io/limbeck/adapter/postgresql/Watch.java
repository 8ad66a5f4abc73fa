package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks after a statement while its thread waits for the server: an interrupt of the thread ends
 * the statement, and whom the statement waits for is kept for the failure that may come of it.
 */
final class Watch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(1);
  // A request to cancel that comes before the statement does nothing.
  private static final Duration AGAIN = Duration.ofMillis(200);
  // A server that does not answer to that is left alone.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread watched = Thread.currentThread();
  private final Connections.Writing connection;
  private final Connection asking;
  private final Thread watching;
  private volatile Optional<String> blockedBy = Optional.empty();

  private Watch(Connections.Writing connection, Connection asking) {
    this.connection = connection;
    this.asking = asking;
    this.watching = Thread.ofPlatform().daemon().name("limbeck-watch").unstarted(this::watch);
  }

  /**
   * Begins to watch for the thread that calls.
   *
   * @param asking another connection, which nobody uses meanwhile
   */
  static Watch on(Connections.Writing connection, Connection asking) {
    Watch watch = new Watch(connection, asking);
    watch.watching.start();
    return watch;
  }

  /** {@return whom the statement waited for when it was last looked; empty if for nobody} */
  Optional<String> blockedBy() {
    return blockedBy;
  }

  private void watch() {
    try {
      waitForInterrupt();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        cancel();
        Thread.sleep(AGAIN);
      }
      connection.jdbc().abort(Runnable::run);
    } catch (InterruptedException over) {
      // closed: the statement has ended
    } catch (SQLException impossible) {
      throw new IllegalStateException("cannot even give up", impossible);
    }
  }

  private void waitForInterrupt() throws InterruptedException {
    Duration between = PAUSE.multipliedBy(4);
    long next = System.nanoTime() + between.toNanos();
    while (!watched.isInterrupted()) {
      Thread.sleep(PAUSE);
      if (System.nanoTime() >= next) {
        look();
        between = between.multipliedBy(2);
        if (between.compareTo(LONGEST_BETWEEN_LOOKS) > 0) {
          between = LONGEST_BETWEEN_LOOKS;
        }
        next = System.nanoTime() + between.toNanos();
      }
    }
  }

  private void look() {
    try {
      blockedBy = LockHolder.blocking(asking, connection.serverProcess());
    } catch (SQLException lost) {
      // Then it is not told whom the statement waits for.
    }
  }

  private void cancel() {
    try {
      connection.cancel();
    } catch (SQLException unreachable) {
      // It is asked again, and then left alone.
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends watching before it is closed; may be called more than once. */
  void stop() {
    watching.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      // A request that is on its way must not meet another statement.
      watching.join(PATIENCE);
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
