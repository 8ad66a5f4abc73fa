package io.limbeck.application.migrate;

import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.Section;
import io.limbeck.domain.revision.Step;
import java.util.Optional;

/** Finds the part of a script that a step runs. */
final class Sections {
  private Sections() {}

  /**
   * @throws NoSectionException if the script has nothing for this direction on this kind of
   *     database
   */
  static ScriptedStep scripted(
      Step step, Script script, Section.Direction direction, String dialect) {
    Section section =
        script
            .section(direction, dialect)
            .orElseThrow(() -> new NoSectionException(script, direction, dialect));
    return new ScriptedStep(step, Optional.of(script), Optional.of(section));
  }
}
