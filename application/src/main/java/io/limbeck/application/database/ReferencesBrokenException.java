package io.limbeck.application.database;

import io.limbeck.domain.revision.RevisionId;
import java.util.List;

/** A revision whose statements all ran, but left rows whose foreign keys find nothing. */
public final class ReferencesBrokenException extends DatabaseException {
  private static final int SHOWN = 5;

  private final RevisionId revision;
  private final List<String> violations;

  /**
   * @param location the script's
   * @param violations what finds nothing, each with table, row and referenced table; not empty
   * @param left a sentence that says what the database was left with
   */
  public ReferencesBrokenException(
      RevisionId revision, String location, List<String> violations, String left) {
    super(
        "Revision %s (%s) breaks foreign keys: %s."
            .formatted(revision, location, summary(violations)),
        left + " Mend the script so that it changes those rows too, and run again.");
    this.revision = revision;
    this.violations = List.copyOf(violations);
  }

  public RevisionId revision() {
    return revision;
  }

  public List<String> violations() {
    return violations;
  }

  private static String summary(List<String> violations) {
    String shown = String.join("; ", violations.subList(0, Math.min(SHOWN, violations.size())));
    int more = violations.size() - SHOWN;
    return more > 0 ? shown + "; and %d more".formatted(more) : shown;
  }
}
