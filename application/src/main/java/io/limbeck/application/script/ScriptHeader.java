package io.limbeck.application.script;

import io.limbeck.domain.revision.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What a script says about itself before its first section.
 *
 * @param description its comment, line by line, as it stands but for the leading dashes: the
 *     message, then the lines that name the revision; never empty
 * @param created what its {@code Create Date} line says, as written
 * @param location where it is kept: a file's absolute path, or words for any other place
 */
public record ScriptHeader(
    Revision revision, List<String> description, Optional<String> created, String location) {

  public ScriptHeader {
    description = List.copyOf(description);
  }

  /** {@return whether its file's name has the revision's id in it; if not, the header rules} */
  public boolean isNamedForRevision() {
    String name =
        location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    return name.contains(revision.id().value());
  }
}
