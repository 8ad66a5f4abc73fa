package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;
import java.util.List;

/** A copy that is not equal to what was copied. */
public final class ContentDiffersException extends LimbeckException {

  /**
   * @param tables each with what it holds on both sides; not empty
   */
  ContentDiffersException(List<String> tables) {
    super(
        "After the copy the target does not hold what the source does: %s."
            .formatted(String.join("; ", tables)),
        "Something else writes to the target, or it changes what is written to it: look for"
            + " triggers and other programs, empty the tables, and run again.");
  }
}
