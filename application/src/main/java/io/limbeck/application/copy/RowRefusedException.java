package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;

/** A row that the target does not take. */
public final class RowRefusedException extends LimbeckException {

  /**
   * @param row which it is, as {@link RowKey} says it
   * @param reason what the database said, without a full stop and without values
   */
  public RowRefusedException(String table, String row, String reason, Throwable cause) {
    super(
        "The target refuses %s of %s: %s.".formatted(row, table, reason),
        "Change the row in the source, or the constraint in a revision, and run again: what was"
            + " copied so far stays.",
        cause);
  }
}
