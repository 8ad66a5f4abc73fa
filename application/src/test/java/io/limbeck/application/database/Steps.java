package io.limbeck.application.database;

import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps along a line of revisions, for tests: each with a script of its own, kept in no file. */
public final class Steps {
  private Steps() {}

  /**
   * {@return an upgrade to {@code id}}
   *
   * @param before what it builds on, at most one revision
   * @param sql its statements, the first on line 1 of {@code /scripts/<id>.sql}
   */
  public static ScriptedStep upgrade(Heads before, String id, String... sql) {
    return upgrade(before, id, true, sql);
  }

  /** {@return an upgrade that runs outside a transaction} */
  public static ScriptedStep upgradeAlone(Heads before, String id, String sql) {
    return upgrade(before, id, false, sql);
  }

  /** {@return a downgrade of {@code id} to {@code after}, at most one revision} */
  public static ScriptedStep downgrade(String id, Heads after, String... sql) {
    Step step = step(Step.Kind.DOWNGRADE, Optional.of(id), Heads.of(id), after);
    Script script = script(id, after, section(Section.Direction.DOWNGRADE, true, sql));
    return new ScriptedStep(step, Optional.of(script), Optional.of(script.sections().getFirst()));
  }

  /** {@return a stamp from {@code before} to {@code id}} */
  public static ScriptedStep stamp(Heads before, String id) {
    return unscripted(step(Step.Kind.STAMP_UP, Optional.empty(), before, Heads.of(id)));
  }

  /** {@return a step that empties the version table} */
  public static ScriptedStep purge(Heads before) {
    return unscripted(step(Step.Kind.PURGE, Optional.empty(), before, Heads.none()));
  }

  /** {@return a stamp with whatever changes to the version table} */
  public static ScriptedStep stamp(Heads before, List<RowChange> changes, Heads after) {
    return unscripted(
        new Step(
            Step.Kind.STAMP_UP,
            Optional.empty(),
            before.ids(),
            after.ids(),
            before,
            changes,
            after));
  }

  private static ScriptedStep upgrade(
      Heads before, String id, boolean transactional, String... sql) {
    Step step = step(Step.Kind.UPGRADE, Optional.of(id), before, Heads.of(id));
    Script script = script(id, before, section(Section.Direction.UPGRADE, transactional, sql));
    return new ScriptedStep(step, Optional.of(script), Optional.of(script.sections().getFirst()));
  }

  private static ScriptedStep unscripted(Step step) {
    return new ScriptedStep(step, Optional.empty(), Optional.empty());
  }

  private static Step step(Step.Kind kind, Optional<String> revision, Heads before, Heads after) {
    return new Step(
        kind,
        revision.map(RevisionId::new),
        before.ids(),
        after.ids(),
        before,
        change(before, after).map(List::of).orElse(List.of()),
        after);
  }

  private static Optional<RowChange> change(Heads before, Heads after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    if (before.isEmpty()) {
      return Optional.of(new RowChange.Insert(after.ids().getFirst()));
    }
    if (after.isEmpty()) {
      return Optional.of(new RowChange.Delete(before.ids().getFirst()));
    }
    return Optional.of(new RowChange.Update(before.ids().getFirst(), after.ids().getFirst()));
  }

  private static Script script(String id, Heads downRevisions, Section section) {
    Revision revision =
        new Revision(
            new RevisionId(id), downRevisions.ids(), List.of(), List.of(), "message of " + id);
    ScriptHeader header =
        new ScriptHeader(
            revision,
            List.of(revision.message()),
            Optional.empty(),
            "/scripts/%s.sql".formatted(id));
    return new Script(header, List.of(section), "-- the script of " + id + "\n", "v1:" + id);
  }

  private static Section section(
      Section.Direction direction, boolean transactional, String... sql) {
    List<Statement> statements = new ArrayList<>();
    for (String text : sql) {
      statements.add(new Statement(text, statements.size() + 1));
    }
    return new Section(direction, List.of(), transactional, statements);
  }
}
