package io.limbeck.application.verify;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Name;
import java.util.List;

/** Tries every revision in a throw-away database whose tables have rows: up, down, and up again. */
public final class Verify {
  private final Scripts scripts;
  private final Database database;

  /**
   * @param database of the kind to try them in; it is not touched
   */
  public Verify(Scripts scripts, Database database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * What was found out.
   *
   * @param tried how many revisions were tried
   * @param problems what is wrong, base first; empty if nothing is
   * @param irreversible the revisions without a way back, base first
   * @param empty the tables into which no row could be put, in the order they were met
   */
  public record Verified(
      int tried, List<Problem> problems, List<RevisionId> irreversible, List<Name> empty) {}

  /**
   * Something wrong with a revision.
   *
   * @param sentence without a full stop
   */
  public record Problem(RevisionId revision, String sentence) {}

  /** {@return what is found out; it ends at the first revision that cannot be upgraded} */
  public Verified all() {
    Heads heads = new Heads(scripts.graph().realHeads());
    List<ScriptedStep> steps = new History(scripts, database).to(heads);
    try (Trial trial = new Trial(database)) {
      int tried = 0;
      for (ScriptedStep step : steps) {
        tried++;
        if (!trial.of(step)) {
          break;
        }
      }
      return new Verified(tried, trial.problems(), trial.irreversible(), trial.empty());
    }
  }
}
