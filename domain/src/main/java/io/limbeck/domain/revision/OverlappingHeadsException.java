package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions named side by side of which one is below the other. */
public final class OverlappingHeadsException extends LimbeckException {
  OverlappingHeadsException(RevisionId upper, List<RevisionId> lower) {
    super(
        "Requested revision %s overlaps with other requested revisions %s"
            .formatted(upper, joined(lower)),
        "%s includes %s already: name only one of them; if it is the version table that names both, stamp it."
            .formatted(upper, joined(lower)));
  }

  private static String joined(List<RevisionId> revisions) {
    return revisions.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
