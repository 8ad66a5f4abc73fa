package io.limbeck.application.history;

import io.limbeck.application.database.Database;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.domain.revision.RevisionId;
import java.util.Optional;

/** Finds scripts that are no more among the application's, as the database kept them. */
public final class ShowKept {
  private final ScriptFormat format;
  private final Database database;

  public ShowKept(ScriptFormat format, Database database) {
    this.format = format;
    this.database = database;
  }

  /**
   * {@return the script with which {@code id} was last upgraded; empty if the history does not
   * know}
   *
   * @throws io.limbeck.domain.LimbeckException if it cannot be read or understood
   */
  public Optional<Script> of(RevisionId id) {
    return database
        .keptScript(id)
        .map(text -> format.read(text, "script of %s kept in %s".formatted(id, database.name())));
  }
}
