package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;

/** A table of the target that holds rows which the source does not have. */
public final class OtherRowsException extends LimbeckException {
  OtherRowsException(String table, long rows, Side target, Side source) {
    super(
        "%s of %s already holds %d %s that %s not the first of those in %s."
            .formatted(
                table,
                target.name(),
                rows,
                rows == 1 ? "row" : "rows",
                rows == 1 ? "is" : "are",
                source.name()),
        "If they may go, empty the table and run again. If an earlier copy was not finished, the"
            + " source has changed since.");
  }
}
