package io.limbeck.application.history;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionGraph;

/** Tells where a database stands. */
public final class Current {
  private final Scripts scripts;
  private final Database database;

  public Current(Scripts scripts, Database database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * {@return where the database stands; nothing is written}
   *
   * @throws UnknownHeadException if it stands at a revision that no script has
   */
  public Standing read() {
    Heads rows = database.heads();
    RevisionGraph graph = scripts.graph();
    UnknownHeadException.check(rows, graph, database);
    return new Standing(
        database.exists(),
        rows,
        graph.current(rows).stream().map(id -> ListedRevision.of(scripts, id)).toList(),
        rows.sameAs(new Heads(graph.realHeads())),
        graph.revisions().size() - graph.applied(rows).size(),
        ChangedScript.find(scripts, database, rows));
  }
}
