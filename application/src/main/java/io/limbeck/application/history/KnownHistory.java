package io.limbeck.application.history;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.HistoryEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * The history of one database for whoever asks for it again and again: only the steps that were
 * taken meanwhile are read. Several threads may ask at once.
 */
public final class KnownHistory {
  private volatile List<HistoryEntry> known = List.of();

  /**
   * {@return {@link Database#history()}}
   *
   * @param database always the same one, or what stands in its place now
   */
  public List<HistoryEntry> of(Database database) {
    List<HistoryEntry> before = known;
    List<HistoryEntry> now = before.isEmpty() ? database.history() : continued(before, database);
    known = now;
    return now;
  }

  /** Steps are only ever added, as long as it is the same database. */
  private static List<HistoryEntry> continued(List<HistoryEntry> before, Database database) {
    HistoryEntry last = before.getLast();
    List<HistoryEntry> fresh = database.historyFrom(last.number());
    if (fresh.isEmpty() || !fresh.getFirst().equals(last)) {
      return database.history();
    }
    return fresh.size() == 1
        ? before
        : Stream.concat(before.stream(), fresh.stream().skip(1)).toList();
  }
}
