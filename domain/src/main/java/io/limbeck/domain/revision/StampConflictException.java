package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** Two targets of one stamp that would move the same row of the version table. */
public final class StampConflictException extends LimbeckException {
  private StampConflictException(String target, RevisionId row) {
    super(
        "Can't stamp %s: the row %s has been moved by another target of the same command."
            .formatted(target, row),
        "Stamp one target after the other, or use purge to replace all rows.");
  }

  static StampConflictException atRevision(RevisionId row, RevisionId target) {
    return new StampConflictException(target.value(), row);
  }

  static StampConflictException onWayToBase(RevisionId row) {
    return new StampConflictException("base", row);
  }
}
