package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;

/** A copy from a database to itself. */
public final class SameDatabaseException extends LimbeckException {
  SameDatabaseException(String database) {
    super(
        "%s is both the source and the target.".formatted(database),
        "Name another database to copy to.");
  }
}
