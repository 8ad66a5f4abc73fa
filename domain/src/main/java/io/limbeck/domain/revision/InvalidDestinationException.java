package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** A downgrade to a revision from which no way leads up to where the database stands. */
public final class InvalidDestinationException extends LimbeckException {
  private InvalidDestinationException(String problem, String remedy) {
    super(problem, remedy);
  }

  static InvalidDestinationException notApplied(String target, Heads current) {
    return new InvalidDestinationException(
        "Destination %s is not a valid downgrade target from current head(s)".formatted(target),
        "The database is at %s, which does not include it; a downgrade can only go to an applied revision."
            .formatted(current));
  }

  static InvalidDestinationException onlyNeeded(String target, Heads current) {
    return new InvalidDestinationException(
        "Destination %s is not a valid downgrade target from current head(s)".formatted(target),
        "It is applied because something else depends on it, and nothing applied is built on it"
            + " (the"
            + " database is at %s): to take it back, name what is below it.".formatted(current));
  }

  static InvalidDestinationException notOnBranch(String label, Heads current) {
    return new InvalidDestinationException(
        "Not a valid downgrade target from current heads",
        "Nothing that is built on the target leads to '%s'; the database is at %s."
            .formatted(label, current));
  }
}
