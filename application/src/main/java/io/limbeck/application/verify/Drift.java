package io.limbeck.application.verify;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.diff.Difference;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.diff.Terms;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds in what a database is not as the revisions that it stands at have made it. */
public final class Drift {
  private final Scripts scripts;
  private final Database database;
  private final Selection selection;

  public Drift(Scripts scripts, Database database, Selection selection) {
    this.scripts = scripts;
    this.database = database;
    this.selection = selection;
  }

  /**
   * A difference.
   *
   * @param revision the one that should have made it otherwise; empty where none is about it
   */
  public record Drifted(Difference difference, Optional<RevisionId> revision) {}

  /**
   * {@return the differences; empty if the database is as its history says}
   *
   * @throws io.limbeck.domain.LimbeckException if the database stands at a revision that no script
   *     has, or the scripts cannot be followed from base
   */
  public List<Drifted> find() {
    return find(database.heads());
  }

  /** {@return the same, for a database that stood at {@code heads}} */
  public List<Drifted> find(Heads heads) {
    UnknownHeadException.check(heads, scripts.graph(), database);
    List<ScriptedStep> steps = new History(scripts, database).to(heads);
    Schema live = database.schema();
    try (Replay replay = Replay.like(database)) {
      replay.take(steps);
      List<Difference> differences = differences(live, replay.schema());
      return differences.isEmpty() ? List.of() : withRevisions(differences, live, steps);
    }
  }

  private List<Difference> differences(Schema live, Schema expected) {
    return SchemaDiff.between(live, expected, Terms.strict().with(selection)).differences();
  }

  /** The steps are taken once more, to see after which one a difference is there for good. */
  private List<Drifted> withRevisions(
      List<Difference> differences, Schema live, List<ScriptedStep> steps) {
    Map<Difference, RevisionId> since = new LinkedHashMap<>();
    try (Replay replay = Replay.like(database)) {
      for (ScriptedStep step : steps) {
        replay.take(List.of(step));
        Set<Difference> now = new LinkedHashSet<>(differences(live, replay.schema()));
        since.keySet().retainAll(now);
        now.forEach(
            difference -> since.putIfAbsent(difference, step.step().revision().orElseThrow()));
      }
    }
    List<Drifted> drifted = new ArrayList<>();
    for (Difference difference : differences) {
      // What should not be there is no revision's.
      boolean made = !(difference instanceof Difference.Surplus);
      drifted.add(
          new Drifted(
              difference, made ? Optional.ofNullable(since.get(difference)) : Optional.empty()));
    }
    return drifted;
  }
}
