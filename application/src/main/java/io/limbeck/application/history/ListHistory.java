package io.limbeck.application.history;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.HistoryRange;
import java.util.List;
import java.util.function.Supplier;

/** Lists revisions from the newest to the oldest. */
public final class ListHistory {
  private final Scripts scripts;
  private final Supplier<Database> database;

  /**
   * @param database asked only where the database's position matters
   */
  public ListHistory(Scripts scripts, Supplier<Database> database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * {@return the revisions of {@code range}, newest first; may be empty}
   *
   * @param markCurrent whether to ask the database which of them are current
   */
  public List<ListedRevision> list(HistoryRange range, boolean markCurrent) {
    Heads current = markCurrent || range.needsDatabase() ? heads(range) : Heads.none();
    return scripts.graph().history(range, current).stream()
        .map(id -> ListedRevision.of(scripts, id, markCurrent && current.contains(id)))
        .toList();
  }

  /** Only a range that begins or ends there needs to know the revision; a mark does without. */
  private Heads heads(HistoryRange range) {
    Heads heads = database.get().heads();
    if (range.needsDatabase()) {
      UnknownHeadException.check(heads, scripts.graph(), database.get());
    }
    return heads;
  }
}
