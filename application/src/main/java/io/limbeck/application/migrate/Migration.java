package io.limbeck.application.migrate;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.revision.Heads;
import java.util.List;

/**
 * What a run did, or would do.
 *
 * @param from where the database stood before
 * @param steps those this run took itself, in order; empty if there was nothing to do. Where others
 *     moved the database at the same time, one need not begin where the one before ended
 * @param to where the database stands now
 * @param changed of an upgrade: the revisions that were applied before it and whose scripts changed
 *     since, base first
 * @param losses of a downgrade: what its steps took, or would take, away
 */
public record Migration(
    Heads from,
    List<ScriptedStep> steps,
    Heads to,
    List<ChangedScript> changed,
    List<Loss> losses) {

  public Migration {
    steps = List.copyOf(steps);
    changed = List.copyOf(changed);
    losses = List.copyOf(losses);
  }

  Migration(Heads from, List<ScriptedStep> steps, Heads to) {
    this(from, steps, to, List.of(), List.of());
  }

  Migration withChanged(List<ChangedScript> found) {
    return new Migration(from, steps, to, found, losses);
  }

  Migration withLosses(List<Loss> found) {
    return new Migration(from, steps, to, changed, found);
  }
}
