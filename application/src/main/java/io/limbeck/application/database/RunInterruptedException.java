package io.limbeck.application.database;

/** A run that was told to stop by an interrupt of its thread. */
public final class RunInterruptedException extends DatabaseException {
  /**
   * @param database as its name in messages
   * @param left a sentence that says what the database was left with
   */
  public RunInterruptedException(String database, String left, Throwable cause) {
    super(
        "The run on %s was interrupted.".formatted(database), left + " Run again to go on.", cause);
  }
}
