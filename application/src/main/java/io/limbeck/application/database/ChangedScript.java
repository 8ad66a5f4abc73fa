package io.limbeck.application.database;

import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An applied revision whose script says something else now than when it ran.
 *
 * @param location the script's
 * @param applied the step that ran the earlier text
 */
public record ChangedScript(RevisionId id, String location, HistoryEntry applied) {

  /**
   * {@return the applied revisions whose scripts changed since, base first; empty where the history
   * knows of none}
   */
  public static List<ChangedScript> find(Scripts scripts, Database database, Heads heads) {
    return find(scripts, database.history(), heads);
  }

  /** {@return the same, where the history is known} */
  public static List<ChangedScript> find(Scripts scripts, List<HistoryEntry> history, Heads heads) {
    Map<RevisionId, HistoryEntry> upgrades = new LinkedHashMap<>();
    for (HistoryEntry entry : history) {
      if (entry.kind() == Step.Kind.UPGRADE && entry.checksum().isPresent()) {
        entry.revision().ifPresent(id -> upgrades.put(id, entry));
      } else if (entry.kind() == Step.Kind.DOWNGRADE) {
        // What was undone, and is applied all the same, was stamped: by which script, nobody knows.
        entry.revision().ifPresent(upgrades::remove);
      }
    }
    if (upgrades.isEmpty()) {
      return List.of();
    }
    List<ChangedScript> changed = new ArrayList<>();
    for (RevisionId id : scripts.graph().applied(heads)) {
      HistoryEntry upgrade = upgrades.get(id);
      if (upgrade != null
          && !upgrade.checksum().equals(Optional.of(scripts.script(id).checksum()))) {
        changed.add(new ChangedScript(id, scripts.header(id).location(), upgrade));
      }
    }
    return changed;
  }
}
