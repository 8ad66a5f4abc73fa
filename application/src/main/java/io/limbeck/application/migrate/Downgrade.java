package io.limbeck.application.migrate;

import io.limbeck.application.MigrationSettings;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Plan;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.Target;
import java.util.List;
import java.util.Optional;

/** Takes a database back to a target revision. */
public final class Downgrade {
  private final Database database;
  private final MigrationSettings settings;
  private final KeptScripts kept;

  public Downgrade(
      Scripts scripts, ScriptFormat format, Database database, MigrationSettings settings) {
    this.database = database;
    this.settings = settings;
    this.kept = new KeptScripts(scripts, format, database);
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
    return new Migration(heads, steps, plan.to()).withLosses(database.losses(steps));
  }

  /**
   * {@return the same, all that would be lost confirmed}
   *
   * @param confirmed as for {@link #to}
   * @throws LossNotConfirmedException as {@link #to}
   */
  public Migration plan(Target target, Optional<String> confirmed) {
    Migration plan = plan(target);
    LossNotConfirmedException.check(database, plan.losses(), confirmed);
    return plan;
  }

  /**
   * Undoes what was built on {@code target}, newest first; nothing if the database stands there. A
   * revision whose script is gone is undone by the text the database kept.
   *
   * @param confirmed the short name of the database whose rows may be lost; empty if none may
   * @param together whether all revisions are one transaction, instead of each its own
   * @throws NoSectionException if a revision on the way cannot be undone; nothing was run
   * @throws LossNotConfirmedException if rows would be lost and {@code confirmed} does not name the
   *     database; or if it names another one, whatever would be lost. Nothing was run
   * @throws MovedException if the target is relative and someone else moved the database meanwhile
   * @throws NotTogetherException if all are to be one transaction, and one of several can be in
   *     none, or the database has none for changes to the schema
   * @throws io.limbeck.application.database.StatementFailedException if a statement fails; the
   *     revisions undone before it stay so, unless all are together
   * @throws io.limbeck.domain.LimbeckException if there is no such target or the database cannot be
   *     used
   */
  public Migration to(
      Target target, Optional<String> confirmed, boolean together, Progress progress) {
    Heads heads = database.heads();
    List<ScriptedStep> steps = scripted(planFrom(heads, target));
    List<Loss> losses = database.losses(steps);
    LossNotConfirmedException.check(database, losses, confirmed);
    return new Run(database, progress)
        .take(
            new Run.Plan(heads, steps),
            moved -> {
              if (target.relative().isPresent()) {
                throw new MovedException(target, heads, moved);
              }
              List<ScriptedStep> rest = scripted(planFrom(moved, target));
              LossNotConfirmedException.check(database, database.losses(rest), confirmed);
              return rest;
            },
            together || settings.atomic())
        .withLosses(losses);
  }

  private Plan planFrom(Heads heads, Target target) {
    RevisionGraph graph = kept.graph(heads);
    UnknownHeadException.check(heads, graph, database);
    return graph.planDowngrade(heads, target);
  }

  private List<ScriptedStep> scripted(Plan plan) {
    return plan.steps().stream()
        .map(step ->
            Sections.scripted(
                step,
                kept.script(step.revision().orElseThrow()),
                Section.Direction.DOWNGRADE,
                database.dialect()))
        .toList();
  }
}
