package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.List;
import java.util.stream.Collectors;

/** A merge of a revision with itself. */
public final class DuplicateHeadsException extends LimbeckException {
  DuplicateHeadsException(List<RevisionId> revisions) {
    super(
        "Duplicate head revisions specified",
        "%s names one revision twice: name each once.".formatted(joined(revisions)));
  }

  private static String joined(List<RevisionId> revisions) {
    return revisions.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
