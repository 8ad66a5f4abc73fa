package io.limbeck.application.migrate;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.Target;
import java.util.List;
import java.util.Optional;

/** Records in the version table where a database stands, and runs nothing. */
public final class Stamp {
  private final Scripts scripts;
  private final Database database;

  public Stamp(Scripts scripts, Database database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * Records {@code targets}, all in one transaction; nothing if the database is there already.
   *
   * @param targets in the order they are recorded; not empty
   * @param purge whether all rows are deleted first; the only way on where they name revisions that
   *     no script has
   * @throws io.limbeck.domain.LimbeckException if there is no such target, or the database cannot
   *     be used
   */
  public Migration at(List<Target> targets, boolean purge, Progress progress) {
    Heads heads = database.heads();
    List<ScriptedStep> steps = stepsFrom(heads, targets, purge);
    return new Run(database, progress)
        .take(new Run.Plan(heads, steps), moved -> stepsFrom(moved, targets, purge), true);
  }

  /** {@return what {@link #at} would record now; nothing is written} */
  public Migration plan(List<Target> targets, boolean purge) {
    Heads heads = database.heads();
    List<ScriptedStep> steps = stepsFrom(heads, targets, purge);
    return new Migration(heads, steps, steps.isEmpty() ? heads : steps.getLast().step().after());
  }

  private List<ScriptedStep> stepsFrom(Heads heads, List<Target> targets, boolean purge) {
    RevisionGraph graph = scripts.graph();
    if (!purge) {
      UnknownHeadException.check(heads, graph, database);
    }
    return graph.planStamp(heads, targets, purge).steps().stream()
        .map(step -> new ScriptedStep(step, Optional.empty(), Optional.empty()))
        .toList();
  }
}
