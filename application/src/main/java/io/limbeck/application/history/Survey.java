package io.limbeck.application.history;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Tells where a database stands for whoever must not be told that it cannot be told. */
public final class Survey {
  private final Scripts scripts;
  private final Database database;

  public Survey(Scripts scripts, Database database) {
    this.scripts = scripts;
    this.database = database;
  }

  /**
   * Where a database stands among the scripts, as far as they know it.
   *
   * @param exists whether there is a database at all
   * @param rows what its version table holds
   * @param unknown the rows that no script has; empty if all is well
   * @param heads where the scripts end, in the order of their ids
   * @param applied what the other rows say is applied, base first
   * @param pending how many revisions are not applied
   * @param changed the applied revisions whose scripts changed since, base first
   */
  public record Surveyed(
      boolean exists,
      Heads rows,
      List<RevisionId> unknown,
      List<RevisionId> heads,
      SequencedSet<RevisionId> applied,
      int pending,
      List<ChangedScript> changed) {

    public Surveyed {
      unknown = List.copyOf(unknown);
      heads = List.copyOf(heads);
      applied = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(applied));
      changed = List.copyOf(changed);
    }

    /** {@return whether everything the scripts have is applied, and nothing else} */
    public boolean atHeads() {
      return rows.sameAs(new Heads(heads));
    }
  }

  /**
   * {@return where the database stands; nothing is written}
   *
   * @throws io.limbeck.domain.LimbeckException if the scripts or the database cannot be read
   */
  public Surveyed read() {
    Heads rows = database.heads();
    RevisionGraph graph = scripts.graph();
    List<RevisionId> unknown = UnknownHeadException.unknown(rows, graph);
    List<RevisionId> known = new ArrayList<>(rows.ids());
    known.removeAll(unknown);
    Heads standing = new Heads(known);
    SequencedSet<RevisionId> applied = graph.applied(standing);
    return new Surveyed(
        database.exists(),
        rows,
        unknown,
        graph.realHeads().stream().sorted().toList(),
        applied,
        graph.revisions().size() - applied.size(),
        ChangedScript.find(scripts, database, standing));
  }
}
