package io.limbeck.application.database;

import io.limbeck.domain.LimbeckException;

/** A database that does not do what it was asked. */
public abstract sealed class DatabaseException extends LimbeckException
    permits LockNotObtainedException,
        ReferencesBrokenException,
        RunInterruptedException,
        StatementFailedException,
        UnusableDatabaseException {
  DatabaseException(String problem, String remedy, Throwable cause) {
    super(problem, remedy, cause);
  }

  DatabaseException(String problem, String remedy) {
    super(problem, remedy);
  }
}
