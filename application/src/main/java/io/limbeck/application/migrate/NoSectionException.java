package io.limbeck.application.migrate;

import io.limbeck.application.script.Script;
import io.limbeck.application.script.Section;
import io.limbeck.domain.LimbeckException;

/** A revision whose script has no way in the wanted direction. */
public final class NoSectionException extends LimbeckException {

  NoSectionException(Script script, Section.Direction direction, String dialect) {
    super(problem(script, direction, dialect), remedy(script, direction));
  }

  private static String problem(Script script, Section.Direction direction, String dialect) {
    boolean others =
        script.sections().stream().anyMatch(section -> section.direction() == direction);
    String id = script.revision().id().value();
    return switch (direction) {
      case DOWNGRADE ->
          others
              ? "Revision %s has no downgrade for %s.".formatted(id, dialect)
              : "Revision %s is irreversible: its script has no downgrade section.".formatted(id);
      case UPGRADE -> "Revision %s has no upgrade for %s.".formatted(id, dialect);
    };
  }

  private static String remedy(Script script, Section.Direction direction) {
    return "Nothing was run. Add a section '-- migrate:%s' to %s."
        .formatted(direction.word(), script.header().location());
  }
}
