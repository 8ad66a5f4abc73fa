package io.limbeck.application.verify;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.verify.Verify.Problem;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Takes revisions one after the other, each up, down and up again, over tables with rows. */
final class Trial implements AutoCloseable {
  private final Database kind;
  private final List<ScriptedStep> taken = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<RevisionId> irreversible = new ArrayList<>();
  private final List<Name> empty = new ArrayList<>();
  private Replay replay;
  private Schema before;

  Trial(Database kind) {
    this.kind = kind;
    this.replay = Replay.like(kind);
    this.before = replay.schema();
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<RevisionId> irreversible() {
    return List.copyOf(irreversible);
  }

  List<Name> empty() {
    return List.copyOf(empty);
  }

  /** {@return whether one can go on with the next} */
  boolean of(ScriptedStep step) {
    RevisionId id = step.step().revision().orElseThrow();
    SequencedMap<Name, Long> rows = replay.rowCounts();
    try {
      replay.take(List.of(step));
    } catch (DatabaseException failure) {
      problems.add(new Problem(id, "its upgrade fails on tables with rows: " + said(failure)));
      return false;
    }
    taken.add(step);
    Schema after = replay.schema();
    replay.populate();
    thereAndBack(step, id, rows, after);
    for (Name name : replay.populate()) {
      if (!empty.contains(name)) {
        empty.add(name);
      }
    }
    before = after;
    return true;
  }

  private void thereAndBack(
      ScriptedStep step, RevisionId id, SequencedMap<Name, Long> rows, Schema after) {
    try {
      if (!replay.takeBack(step)) {
        irreversible.add(id);
        return;
      }
    } catch (DatabaseException failure) {
      problems.add(new Problem(id, "its downgrade fails: " + said(failure)));
      return;
    }
    boolean leadsBack = report(id, "its downgrade does not lead back: ", replay.schema(), before);
    reportLost(id, rows);
    try {
      replay.take(List.of(step));
      report(id, "its upgrade leads elsewhere the second time: ", replay.schema(), after);
    } catch (DatabaseException failure) {
      if (leadsBack) {
        problems.add(new Problem(id, "its upgrade fails the second time: " + said(failure)));
      }
      beginAnew();
    }
  }

  private boolean report(RevisionId id, String what, Schema is, Schema wanted) {
    if (is.equals(wanted)) {
      return true;
    }
    SchemaDiff diff = SchemaDiff.between(is, wanted);
    diff.differences()
        .forEach(difference ->
            problems.add(new Problem(id, what + difference.sentence("what it should be"))));
    return diff.isEmpty();
  }

  private void reportLost(RevisionId id, SequencedMap<Name, Long> rows) {
    SequencedMap<Name, Long> left = replay.rowCounts();
    for (Map.Entry<Name, Long> table : rows.entrySet()) {
      long lost = table.getValue() - left.getOrDefault(table.getKey(), table.getValue());
      if (lost > 0) {
        problems.add(
            new Problem(
                id,
                "up and down %s loses %d of its %d rows"
                    .formatted(table.getKey(), lost, table.getValue())));
      }
    }
  }

  /** What a wrong downgrade left is no ground to stand on. */
  private void beginAnew() {
    replay.close();
    replay = Replay.like(kind);
    replay.take(taken);
  }

  private static String said(DatabaseException failure) {
    String problem = failure.problem();
    return problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
  }

  @Override
  public void close() {
    replay.close();
  }
}
