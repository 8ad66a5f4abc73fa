package io.limbeck.application.author;

import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;

/** A database that is not at the heads of the scripts, where it is to be compared with models. */
public final class NotUpToDateException extends LimbeckException {

  NotUpToDateException(String database, Heads heads) {
    super(
        "Target database is not up to date.",
        "%s is at %s. Run 'upgrade heads' first; or delete the new scripts that were never applied."
            .formatted(database, heads));
  }
}
