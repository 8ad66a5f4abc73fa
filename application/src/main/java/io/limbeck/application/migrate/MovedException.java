package io.limbeck.application.migrate;

import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Target;

/** Someone else moved the database while steps were counted from where it stood. */
public final class MovedException extends LimbeckException {

  MovedException(Target target, Heads from, Heads to) {
    super(
        "Another process moved the database to %s; '%s' was counted from %s."
            .formatted(to, target.text(), from),
        "Look where the database stands and name the revision to go to.");
  }
}
