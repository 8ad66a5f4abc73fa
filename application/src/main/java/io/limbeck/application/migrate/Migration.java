package io.limbeck.application.migrate;

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
 */
public record Migration(Heads from, List<ScriptedStep> steps, Heads to) {

  public Migration {
    steps = List.copyOf(steps);
  }
}
