package io.limbeck.application.history;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import java.util.function.Supplier;

/** Finds the revisions that a word stands for. */
public final class Show {
  private static final String CURRENT = "current";

  private final Scripts scripts;
  private final Supplier<Database> database;

  /**
   * @param database asked only for the word {@code current}
   */
  public Show(Scripts scripts, Supplier<Database> database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * {@return the revisions {@code symbol} stands for; empty for {@code base}}
   *
   * @param symbol an id, its beginning, a label, {@code heads}, {@code current} ...
   * @throws io.limbeck.domain.revision.UnknownRevisionException if it stands for nothing
   */
  public List<ListedRevision> of(String symbol) {
    return ids(symbol).stream().map(id -> ListedRevision.of(scripts, id)).toList();
  }

  private List<RevisionId> ids(String symbol) {
    if (!symbol.equals(CURRENT)) {
      return scripts.graph().resolveAll(symbol);
    }
    Heads heads = database.get().heads();
    UnknownHeadException.check(heads, scripts.graph(), database.get());
    return heads.ids();
  }
}
