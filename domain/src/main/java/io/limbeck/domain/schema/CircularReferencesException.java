package io.limbeck.domain.schema;

import io.limbeck.domain.LimbeckException;
import java.util.List;
import java.util.stream.Collectors;

/** Tables of which none can get its rows first. */
public final class CircularReferencesException extends LimbeckException {

  /**
   * @param circle tables of which each references the next, and the last the first
   */
  CircularReferencesException(List<Name> circle) {
    super(
        "%s reference each other in a circle, and no row can come first: of none of them may the"
                .formatted(circle.stream().map(Name::text).collect(Collectors.joining(", ")))
            + " reference be NULL.",
        "Let one of these references be NULL, or drop it, in a revision; bring both databases"
            + " there, and put it back afterwards in another one.");
  }
}
