package io.limbeck.application.database;

import java.time.Duration;

/** Someone else held the database's lock for longer than one was willing to wait. */
public final class LockNotObtainedException extends DatabaseException {
  /**
   * @param database as its name in messages
   * @param waited the lock timeout
   */
  public LockNotObtainedException(String database, Duration waited, Throwable cause) {
    this(database, waited, "", cause);
  }

  /**
   * @param database as its name in messages
   * @param waited the lock timeout
   * @param left a sentence that says what the database was left with; empty if nothing was done
   */
  public LockNotObtainedException(String database, Duration waited, String left, Throwable cause) {
    super(
        "%s is locked: someone else has held its lock for %s."
            .formatted(database, inSeconds(waited)),
        (left.isEmpty() ? "" : left + " ")
            + "Wait until the other program has finished, or allow more time with lock_timeout.",
        cause);
  }

  private static String inSeconds(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
