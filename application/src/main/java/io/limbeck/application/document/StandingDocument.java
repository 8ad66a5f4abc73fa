package io.limbeck.application.document;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.history.Standing;
import java.util.List;
import java.util.Map;

/** Where a database stands, as programs read it. */
public final class StandingDocument {
  private StandingDocument() {}

  public static Map<String, Object> of(Standing standing) {
    return Document.object(
        "exists", standing.exists(),
        "rows", Document.rows(standing.rows()),
        "revisions", RevisionDocument.of(standing.current()),
        "at_heads", standing.atHeads(),
        "pending", standing.pending(),
        "changed", changed(standing.changed()));
  }

  public static List<Map<String, Object>> changed(List<ChangedScript> scripts) {
    return scripts.stream().map(StandingDocument::changed).toList();
  }

  private static Map<String, Object> changed(ChangedScript script) {
    HistoryEntry applied = script.applied();
    return Document.object(
        "revision", script.id().value(),
        "path", script.location(),
        "applied_at", applied.at().toString(),
        "applied_by", applied.by());
  }
}
