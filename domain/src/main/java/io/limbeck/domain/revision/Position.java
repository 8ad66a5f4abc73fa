package io.limbeck.domain.revision;

import java.util.Optional;

/** Where a word leads: to a revision, or out of the history at its lower end. */
public sealed interface Position {
  /** A revision. */
  record At(RevisionId id) implements Position {}

  /** Below every revision: where a database stands on which nothing is applied. */
  record Base() implements Position {}

  /** Further down than base: more steps were asked for than there are. */
  record BeyondBase() implements Position {}

  /** {@return the revision; empty outside the history} */
  default Optional<RevisionId> revision() {
    return this instanceof At(RevisionId id) ? Optional.of(id) : Optional.empty();
  }
}
