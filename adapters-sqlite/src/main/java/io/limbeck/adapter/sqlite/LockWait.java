package io.limbeck.adapter.sqlite;

import java.time.Duration;
import org.sqlite.BusyHandler;

/** Waits for a lock until the time is over or the thread is interrupted; it still is afterwards. */
final class LockWait extends BusyHandler {
  private static final int[] PAUSES_MS = {1, 2, 5, 10, 15, 20, 25, 50};

  private final Duration patience;
  private long deadline;

  LockWait(Duration patience) {
    this.patience = patience;
  }

  @Override
  protected int callback(int calledBefore) {
    long now = System.nanoTime();
    if (calledBefore == 0) {
      deadline = now + patience.toNanos();
    }
    long left = deadline - now;
    if (left <= 0) {
      return 0;
    }
    long pause =
        Duration.ofMillis(PAUSES_MS[Math.min(calledBefore, PAUSES_MS.length - 1)]).toNanos();
    try {
      Thread.sleep(Duration.ofNanos(Math.min(left, pause)));
      return 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
