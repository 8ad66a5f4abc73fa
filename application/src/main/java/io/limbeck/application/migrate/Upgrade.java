package io.limbeck.application.migrate;

import io.limbeck.application.MigrationSettings;
import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Plan;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.Target;
import java.util.List;

/** Brings a database up to a target revision. */
public final class Upgrade {
  private final Scripts scripts;
  private final Database database;
  private final MigrationSettings settings;

  public Upgrade(Scripts scripts, Database database, MigrationSettings settings) {
    this.scripts = scripts;
    this.database = database;
    this.settings = settings;
  }

  /**
   * {@return what {@link #to} would do now; nothing is written}
   *
   * @throws io.limbeck.domain.LimbeckException as {@link #to}, for all that is found before
   *     anything runs
   */
  public Migration plan(Target target) {
    Heads heads = database.heads();
    Plan plan = planFrom(heads, target);
    List<ScriptedStep> steps = scripted(plan);
    return new Migration(heads, steps, plan.to())
        .withChanged(changed(heads))
        .withLosses(database.losses(steps));
  }

  /**
   * Runs what {@code target} needs and the database has not; nothing if it is there already.
   * Applied revisions whose scripts changed since are told, and stand in nobody's way.
   *
   * @param together whether all revisions are one transaction, instead of each its own
   * @throws NotTogetherException if all are to be one transaction, and one of several can be in
   *     none, or the database has none for changes to the schema
   * @throws io.limbeck.application.database.StatementFailedException if a statement fails; the
   *     revisions before it stay, unless all are together
   * @throws io.limbeck.domain.LimbeckException if there is no such target, a script cannot be
   *     understood, or the database cannot be used
   */
  public Migration to(Target target, boolean together, Progress progress) {
    Heads heads = database.heads();
    Plan plan = planFrom(heads, target);
    Target fixed = fixed(target, plan);
    List<ChangedScript> changed = changed(heads);
    changed.forEach(progress::changed);
    return new Run(database, progress)
        .take(
            new Run.Plan(heads, scripted(plan)),
            moved -> scripted(planFrom(moved, fixed)),
            together || settings.atomic())
        .withChanged(changed);
  }

  private List<ChangedScript> changed(Heads heads) {
    return ChangedScript.find(scripts, database, heads);
  }

  private Plan planFrom(Heads heads, Target target) {
    RevisionGraph graph = scripts.graph();
    UnknownHeadException.check(heads, graph, database);
    return graph.planUpgrade(heads, target);
  }

  /** "+2" counts from where the database stood first, not from where someone else moved it to. */
  private static Target fixed(Target target, Plan plan) {
    return target.relative().isPresent() && !plan.isEmpty()
        ? Target.parse(plan.steps().getLast().revision().orElseThrow().value())
        : target;
  }

  private List<ScriptedStep> scripted(Plan plan) {
    return plan.steps().stream()
        .map(step ->
            Sections.scripted(
                step,
                scripts.script(step.revision().orElseThrow()),
                Section.Direction.UPGRADE,
                database.dialect()))
        .toList();
  }
}
