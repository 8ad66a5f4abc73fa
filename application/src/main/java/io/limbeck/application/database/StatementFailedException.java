package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.RevisionId;

/** A statement of a revision's script that the database refused. */
public final class StatementFailedException extends DatabaseException {
  private final RevisionId revision;
  private final Statement statement;

  /** The same, where nothing is known but that the script must be mended. */
  public StatementFailedException(
      RevisionId revision,
      Statement statement,
      String location,
      String reason,
      String left,
      Throwable cause) {
    this(revision, statement, location, reason, left, "Mend the script and run again.", cause);
  }

  /**
   * @param location the script's
   * @param reason what the database said, without a full stop
   * @param left a sentence that says what the database was left with
   * @param remedy what to do, as a sentence
   */
  public StatementFailedException(
      RevisionId revision,
      Statement statement,
      String location,
      String reason,
      String left,
      String remedy,
      Throwable cause) {
    super(
        "Revision %s failed at %s:%d: %s.".formatted(revision, location, statement.line(), reason),
        left + " " + remedy,
        cause);
    this.revision = revision;
    this.statement = statement;
  }

  public RevisionId revision() {
    return revision;
  }

  public Statement statement() {
    return statement;
  }
}
