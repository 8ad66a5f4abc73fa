package io.limbeck.adapter.cli;

import io.limbeck.application.history.Standing;
import io.limbeck.domain.LimbeckException;

/** A database that is behind, where it was asked not to be. */
final class NotAtHeadsException extends LimbeckException {

  NotAtHeadsException(Standing standing, String database) {
    super(
        "Database is not on all head revisions",
        "%s is at %s; %d %s pending. Run 'limbeck upgrade heads'."
            .formatted(
                database,
                standing.rows(),
                standing.pending(),
                standing.pending() == 1 ? "revision is" : "revisions are"));
  }
}
