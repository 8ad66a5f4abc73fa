package io.limbeck.application.author;

import io.limbeck.application.author.Autogenerate.Proven;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Draft;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import io.limbeck.application.verify.History;
import io.limbeck.application.verify.Replay;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.diff.Terms;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Tries a script that was generated: where the database stands is made anew from the history, every
 * table gets a row, and the script goes up, down, and up again.
 */
final class Proof {
  private static final String DRAFT = "the new script";

  private final Scripts scripts;
  private final ScriptFormat format;
  private final Database database;

  Proof(Scripts scripts, ScriptFormat format, Database database) {
    this.scripts = scripts;
    this.format = format;
    this.database = database;
  }

  /** {@return what trying said} */
  Proven of(Draft draft, ModelDifferences.Compared compared) {
    Script script;
    try {
      script = format.read(format.write(draft), DRAFT);
    } catch (ScriptException unreadable) {
      return new Proven(List.of(withoutStop(unreadable.problem())), 0);
    }
    try (Replay replay = Replay.like(database)) {
      Heads heads = database.heads();
      try {
        replay.take(new History(scripts, database).to(heads));
      } catch (DatabaseException failure) {
        return new Proven(
            List.of("the scripts cannot be followed from base: " + withoutStop(failure.problem())),
            0);
      }
      return new Attempt(replay, compared, step(script, heads)).made();
    }
  }

  private ScriptedStep step(Script script, Heads heads) {
    RevisionId id = script.revision().id();
    List<RowChange> changes = new ArrayList<>();
    List<RevisionId> after = new ArrayList<>();
    for (RevisionId head : heads.ids()) {
      if (script.revision().downRevisions().contains(head)) {
        changes.add(new RowChange.Delete(head));
      } else {
        after.add(head);
      }
    }
    changes.add(new RowChange.Insert(id));
    after.add(id);
    Step step =
        new Step(
            Step.Kind.UPGRADE,
            Optional.of(id),
            script.revision().downRevisions(),
            List.of(id),
            heads,
            changes,
            new Heads(after));
    return new ScriptedStep(
        step, Optional.of(script), script.section(Section.Direction.UPGRADE, database.dialect()));
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** One script, tried. */
  private static final class Attempt {
    private final Replay replay;
    private final ModelDifferences.Compared compared;
    private final ScriptedStep step;
    private final List<String> problems = new ArrayList<>();

    Attempt(Replay replay, ModelDifferences.Compared compared, ScriptedStep step) {
      this.replay = replay;
      this.compared = compared;
      this.step = step;
    }

    Proven made() {
      Schema before = replay.schema();
      replay.populate();
      SequencedMap<Name, Long> rows = replay.rowCounts();
      int tables = filled(rows);
      if (up("its upgrade fails on tables with rows")) {
        reachesModels();
        keepsRows(rows, "its upgrade", afterRenames());
        // The way down has to cope with rows in new tables as well.
        replay.populate();
        tables = Math.max(tables, filled(replay.rowCounts()));
        if (down()) {
          report("its downgrade does not lead back", replay.schema(), before, Terms.strict());
          keepsRows(rows, "up and down", Map.of());
          if (up("its upgrade fails the second time")) {
            reachesModels();
          }
        }
      }
      return new Proven(problems.stream().distinct().toList(), tables);
    }

    private static int filled(SequencedMap<Name, Long> rows) {
      return (int) rows.values().stream().filter(count -> count > 0).count();
    }

    private boolean up(String otherwise) {
      try {
        replay.take(List.of(step));
        return true;
      } catch (DatabaseException failure) {
        problems.add(otherwise + ": " + withoutStop(failure.problem()));
        return false;
      }
    }

    private boolean down() {
      try {
        return replay.takeBack(step);
      } catch (DatabaseException failure) {
        problems.add("its downgrade fails: " + withoutStop(failure.problem()));
        return false;
      }
    }

    private void reachesModels() {
      Terms terms = compared.terms().with(List.of());
      report("its upgrade does not reach the models", replay.schema(), compared.models(), terms);
    }

    private void report(String what, Schema is, Schema wanted, Terms terms) {
      SchemaDiff.between(is, wanted, terms)
          .differences()
          .forEach(
              difference -> problems.add(what + ": " + difference.sentence("what it should be")));
    }

    /** The names that tables have after the upgrade. */
    private Map<Name, Name> afterRenames() {
      Map<Name, Name> renamed = new HashMap<>();
      for (Operation operation : compared.diff().operations()) {
        if (operation instanceof Operation.RenameTable(Name from, Name to)) {
          renamed.put(from, to);
        }
      }
      return renamed;
    }

    private void keepsRows(SequencedMap<Name, Long> rows, String when, Map<Name, Name> renamed) {
      SequencedMap<Name, Long> left = replay.rowCounts();
      rows.forEach((table, count) -> {
        long now = left.getOrDefault(renamed.getOrDefault(table, table), count);
        if (now < count && !isDropped(table)) {
          problems.add("%s loses %d of %d rows of %s".formatted(when, count - now, count, table));
        }
      });
    }

    private boolean isDropped(Name table) {
      return compared.diff().operations().stream()
          .anyMatch(operation ->
              operation instanceof Operation.DropTable drop && drop.table().name().equals(table));
    }
  }
}
