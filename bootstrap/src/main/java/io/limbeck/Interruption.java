package io.limbeck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns a signal that ends the process (Ctrl-C, {@code kill}) into an interrupt of the thread that
 * runs the command, and gives it time to undo what it is in the middle of and to say where it
 * stands. The exit code is then the JVM's: 130 for SIGINT, 143 for SIGTERM.
 */
final class Interruption {
  // Whoever has to wait longer may think that nothing happens. A database that is left in the
  // middle of a transaction undoes it when it is opened next.
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch running = new CountDownLatch(1);

  private Interruption() {}

  /** Watches for signals until it is {@link #over}. */
  static Interruption bySignals(Thread running) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.stop(running)));
    return interruption;
  }

  /** The command has come to its end, in whatever way. */
  void over() {
    running.countDown();
  }

  private void stop(Thread thread) {
    if (running.getCount() == 0) {
      return;
    }
    thread.interrupt();
    try {
      if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("FAILED: Stopped while the database was still busy.");
        System.err.println("  Ask 'limbeck current' where it stands.");
      }
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    }
  }
}
