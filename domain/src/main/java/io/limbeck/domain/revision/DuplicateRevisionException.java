package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** Two scripts have the same id. */
public final class DuplicateRevisionException extends LimbeckException {
  private final RevisionId id;

  DuplicateRevisionException(RevisionId id) {
    super(
        "Revision %s is present more than once".formatted(id),
        "Give one of the scripts another id, or delete the one that is not meant.");
    this.id = id;
  }

  /** {@return the id that two scripts have} */
  public RevisionId id() {
    return id;
  }
}
