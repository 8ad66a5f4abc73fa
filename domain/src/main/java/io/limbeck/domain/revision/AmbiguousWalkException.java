package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.List;

/** Counting revisions from a place where the history forks. */
public final class AmbiguousWalkException extends LimbeckException {
  private AmbiguousWalkException(String problem, String remedy) {
    super(problem, remedy);
  }

  /**
   * @param choices the revisions that come next, all equally near
   */
  static AmbiguousWalkException at(List<RevisionId> choices) {
    return new AmbiguousWalkException(
        "Ambiguous walk",
        "The way forks into %s: name the revision to go to.".formatted(new Heads(choices)));
  }

  static AmbiguousWalkException from(List<String> starts) {
    return new AmbiguousWalkException(
        "Ambiguous upgrade from multiple current revisions",
        "The database is at %s: name a branch to count from, as in '<branchname>@+1', or the revision to go to."
            .formatted(String.join(", ", starts)));
  }
}
