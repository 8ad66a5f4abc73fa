package io.limbeck.application.database;

/** A database that cannot be found, read or written. */
public final class UnusableDatabaseException extends DatabaseException {
  public UnusableDatabaseException(String problem, String remedy) {
    super(problem, remedy);
  }

  public UnusableDatabaseException(String problem, String remedy, Throwable cause) {
    super(problem, remedy, cause);
  }
}
