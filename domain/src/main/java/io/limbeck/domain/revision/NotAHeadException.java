package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.List;

/** A new revision on top of one that others are built on already. */
public final class NotAHeadException extends LimbeckException {
  private final RevisionId revision;

  NotAHeadException(RevisionId revision, List<RevisionId> heads) {
    super(
        "Revision %s is not a head revision; please specify --splice to create a new branch from this revision"
            .formatted(revision),
        "The heads are %s.".formatted(new Heads(heads)));
    this.revision = revision;
  }

  /** {@return what was to be built on} */
  public RevisionId revision() {
    return revision;
  }
}
