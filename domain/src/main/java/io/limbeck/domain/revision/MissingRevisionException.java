package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** A script builds on, or depends on, a revision that no script has. */
public final class MissingRevisionException extends LimbeckException {
  private MissingRevisionException(String problem, String remedy) {
    super(problem, remedy);
  }

  static MissingRevisionException parent(RevisionId missing, RevisionId child) {
    return of(missing.value(), child, "revises");
  }

  static MissingRevisionException dependency(String missing, RevisionId dependent) {
    return of(missing, dependent, "depends on");
  }

  private static MissingRevisionException of(String missing, RevisionId by, String how) {
    return new MissingRevisionException(
        "Revision %s referenced from %s is not present".formatted(missing, by),
        "%s %s '%s', in full: restore that script, or correct the line in %s."
            .formatted(by, how, missing, by));
  }
}
