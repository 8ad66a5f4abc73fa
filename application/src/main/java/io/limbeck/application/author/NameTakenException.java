package io.limbeck.application.author;

import io.limbeck.application.script.Scripts;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.util.Optional;

/** A new revision's id or label that is in use. */
public final class NameTakenException extends LimbeckException {

  private NameTakenException(String problem, String remedy) {
    super(problem, remedy);
  }

  static void check(
      RevisionGraph graph, Scripts scripts, RevisionId id, Optional<BranchLabel> label) {
    if (graph.contains(id)) {
      throw new NameTakenException(
          "Revision %s exists already, in %s.".formatted(id, scripts.header(id).location()),
          "Choose another id, or leave it to be made. Nothing was written.");
    }
    if (label.isEmpty()) {
      return;
    }
    for (Revision revision : graph.revisions()) {
      if (revision.branchLabels().contains(label.get())) {
        throw new NameTakenException(
            "Branch name '%s' is already used by revision %s."
                .formatted(label.get(), revision.id()),
            "Choose another label. Nothing was written.");
      }
    }
  }
}
