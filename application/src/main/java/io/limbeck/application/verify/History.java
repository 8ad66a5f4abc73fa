package io.limbeck.application.verify;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Plan;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import io.limbeck.domain.revision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the scripts do from an empty database on. */
public final class History {
  private final Scripts scripts;
  private final Database database;

  /**
   * @param database of the kind that the scripts' sections are chosen for
   */
  public History(Scripts scripts, Database database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * {@return the steps from nothing to {@code heads}, base first}
   *
   * @throws io.limbeck.domain.LimbeckException if the scripts do not know one of the heads, or one
   *     of them cannot be understood
   */
  public List<ScriptedStep> to(Heads heads) {
    List<ScriptedStep> steps = new ArrayList<>();
    Heads at = Heads.none();
    for (RevisionId head : heads.ids()) {
      Plan plan = scripts.graph().planUpgrade(at, Target.parse(head.value()));
      plan.steps().forEach(step -> steps.add(scripted(step)));
      at = plan.to();
    }
    return steps;
  }

  private ScriptedStep scripted(Step step) {
    Script script = scripts.script(step.revision().orElseThrow());
    // A revision without a section for this kind of database does nothing here.
    Optional<Section> section = script.section(Section.Direction.UPGRADE, database.dialect());
    return new ScriptedStep(step, Optional.of(script), section);
  }
}
