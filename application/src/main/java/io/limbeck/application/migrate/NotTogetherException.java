package io.limbeck.application.migrate;

import io.limbeck.application.database.Capability;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;

/** Several revisions were to be one transaction, and cannot. */
public final class NotTogetherException extends LimbeckException {

  private NotTogetherException(Database database, int revisions) {
    super(
        "%d revisions cannot be one transaction on %s: it commits each change to the schema at once."
            .formatted(revisions, database.name()),
        "Nothing was run. Run them each by itself, which is what happens unless it is told"
            + " otherwise.");
  }

  private NotTogetherException(RevisionId id, String location) {
    super(
        "Revision %s (%s) runs outside of a transaction, so it cannot be in one with others."
            .formatted(id, location),
        "Nothing was run. Give each revision a transaction of its own, or go to the one before %s"
                .formatted(id)
            + " first, and then over it alone.");
  }

  static void check(List<ScriptedStep> steps, Database database) {
    if (steps.size() > 1) {
      boolean runs = steps.stream().anyMatch(step -> !step.statements().isEmpty());
      if (runs && !database.capabilities().contains(Capability.TRANSACTIONAL_DDL)) {
        throw new NotTogetherException(database, steps.size());
      }
      steps.stream()
          .filter(step -> !step.isTransactional())
          .findFirst()
          .ifPresent(step -> {
            throw new NotTogetherException(step.step().revision().orElseThrow(), step.location());
          });
    }
  }
}
