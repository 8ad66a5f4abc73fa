package io.limbeck.application.database;

import io.limbeck.application.script.Script;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Step;
import java.util.List;
import java.util.Optional;

/**
 * A step with what there is to run.
 *
 * @param script whose section runs and whose text the history keeps; empty for a stamp
 * @param section of {@code script}, the one for this step's direction and database; empty for a
 *     stamp
 */
public record ScriptedStep(Step step, Optional<Script> script, Optional<Section> section) {

  /** {@return the statements to run, in order; empty for a stamp} */
  public List<Statement> statements() {
    return section.map(Section::statements).orElse(List.of());
  }

  public boolean isTransactional() {
    return section.map(Section::transactional).orElse(true);
  }

  /** {@return where the script is kept, for messages; the empty string for a stamp} */
  public String location() {
    return script.map(found -> found.header().location()).orElse("");
  }

  /** {@return the message of the revision, the empty string for a stamp} */
  public String message() {
    return script.map(found -> found.revision().message()).orElse("");
  }

  /** {@return the sentence for a failure that undid all of {@code steps}} */
  public static String allUndone(List<ScriptedStep> steps) {
    return "The database is as it was before %s, at %s."
        .formatted(
            steps.size() == 1 ? "this revision" : "the first of these revisions",
            steps.getFirst().step().before());
  }
}
