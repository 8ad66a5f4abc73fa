package io.limbeck.application.migrate;

import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;

/** Several revisions were to be one transaction, and one of them can be in none. */
public final class NotTogetherException extends LimbeckException {

  private NotTogetherException(RevisionId id, String location) {
    super(
        "Revision %s (%s) runs outside of a transaction, so it cannot be in one with others."
            .formatted(id, location),
        "Nothing was run. Give each revision a transaction of its own, or go to the one before %s"
                .formatted(id)
            + " first, and then over it alone.");
  }

  static void check(List<ScriptedStep> steps) {
    if (steps.size() > 1) {
      steps.stream()
          .filter(step -> !step.isTransactional())
          .findFirst()
          .ifPresent(step -> {
            throw new NotTogetherException(step.step().revision().orElseThrow(), step.location());
          });
    }
  }
}
