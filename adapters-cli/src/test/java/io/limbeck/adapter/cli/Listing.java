package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.script.InMemoryScripts;
import io.limbeck.domain.revision.Drawing;
import io.limbeck.domain.revision.HistoryRange;
import java.util.List;
import java.util.function.Supplier;

/** Revisions as the use cases list them, for tests. */
final class Listing {
  private Listing() {}

  /**
   * {@return all revisions, newest first}
   *
   * @param lines as {@link Drawing#lineage} reads them
   */
  static List<ListedRevision> of(String... lines) {
    return list(HistoryRange.all(), false, InMemoryDatabase::new, lines);
  }

  /** {@return the revisions of a range, newest first} */
  static List<ListedRevision> range(String range, String... lines) {
    return list(HistoryRange.parse(range), false, InMemoryDatabase::new, lines);
  }

  /** {@return all revisions, newest first, with those marked that {@code database} stands at} */
  static List<ListedRevision> marked(Database database, String... lines) {
    return list(HistoryRange.all(), true, () -> database, lines);
  }

  /** {@return the one revision that is called so} */
  static ListedRevision one(String id, String... lines) {
    return of(lines).stream()
        .filter(listed -> listed.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<ListedRevision> list(
      HistoryRange range, boolean mark, Supplier<Database> database, String... lines) {
    InMemoryScripts scripts = new InMemoryScripts(List.copyOf(Drawing.lineage(lines).revisions()));
    return new ListHistory(scripts, database).list(range, mark);
  }
}
