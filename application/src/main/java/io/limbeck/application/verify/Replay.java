package io.limbeck.application.verify;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.Section;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A throw-away database in which revisions are taken up and down, beginning with none. */
public final class Replay implements AutoCloseable {
  private final Scratch scratch;

  private Replay(Scratch scratch) {
    this.scratch = scratch;
  }

  /** {@return one in a database of the same kind as {@code database}} */
  public static Replay like(Database database) {
    return new Replay(database.scratch());
  }

  /**
   * Takes steps, one by one.
   *
   * @param steps in order, the first beginning where this stands; may be empty
   * @throws io.limbeck.application.database.DatabaseException if a statement fails
   */
  public void take(List<ScriptedStep> steps) {
    try (Database.Session session = scratch.open()) {
      for (ScriptedStep step : steps) {
        session.apply(List.of(step), Progress.none());
      }
    }
  }

  /**
   * Takes one step back.
   *
   * @return whether its script has a way back; if not, nothing was done
   */
  public boolean takeBack(ScriptedStep up) {
    Optional<ScriptedStep> down = back(up, scratch.dialect());
    down.ifPresent(step -> take(List.of(step)));
    return down.isPresent();
  }

  /** {@return the step that leads from where {@code up} ends to where it begins} */
  private static Optional<ScriptedStep> back(ScriptedStep up, String dialect) {
    Step step = up.step();
    Script script = up.script().orElseThrow();
    List<RowChange> changes = new ArrayList<>();
    for (RevisionId id : step.after().ids()) {
      if (!step.before().contains(id)) {
        changes.add(new RowChange.Delete(id));
      }
    }
    for (RevisionId id : step.before().ids()) {
      if (!step.after().contains(id)) {
        changes.add(new RowChange.Insert(id));
      }
    }
    Step back =
        new Step(
            Step.Kind.DOWNGRADE,
            step.revision(),
            step.to(),
            step.from(),
            step.after(),
            changes,
            step.before());
    return script
        .section(Section.Direction.DOWNGRADE, dialect)
        .map(section -> new ScriptedStep(back, Optional.of(script), Optional.of(section)));
  }

  public Scratch database() {
    return scratch;
  }

  public Schema schema() {
    return scratch.schema();
  }

  /** Puts a row into every table that has none; {@return those that took none} */
  public List<Name> populate() {
    return scratch.populate();
  }

  public SequencedMap<Name, Long> rowCounts() {
    return scratch.rowCounts();
  }

  @Override
  public void close() {
    scratch.close();
  }
}
