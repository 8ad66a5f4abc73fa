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
        remedy(left),
        cause);
  }

  /**
   * @param database as its name in messages
   * @param holder who has the lock, as the database tells it
   * @param waited the lock timeout
   * @param left a sentence that says what the database was left with; empty if nothing was done
   */
  public LockNotObtainedException(String database, String holder, Duration waited, String left) {
    super(
        "%s is locked: %s has held its lock for longer than %s."
            .formatted(database, holder, inSeconds(waited)),
        remedy(left));
  }

  private static String remedy(String left) {
    return (left.isEmpty() ? "" : left + " ")
        + "Wait until the other program has finished, or allow more time with lock_timeout.";
  }

  private static String inSeconds(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
