package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;

/** A branch label that names another revision already. */
public final class LabelInUseException extends LimbeckException {
  LabelInUseException(BranchLabel label, RevisionId revision, RevisionId user) {
    super(
        "Branch name '%s' in revision %s already used by revision %s"
            .formatted(label, revision, user),
        "Choose a label that is neither an id nor a label of another revision.");
  }
}
