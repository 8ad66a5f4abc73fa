package io.limbeck.application.migrate;

import io.limbeck.application.database.Database;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The application's scripts and, for revisions it does not have, those the database kept: an older
 * program can so undo what a newer one did.
 */
final class KeptScripts {
  private final Scripts scripts;
  private final ScriptFormat format;
  private final Database database;
  private final Map<RevisionId, String> texts = new LinkedHashMap<>();

  KeptScripts(Scripts scripts, ScriptFormat format, Database database) {
    this.scripts = scripts;
    this.format = format;
    this.database = database;
  }

  /**
   * {@return the graph of all that {@code heads} stand on, as far as the history knows it; else
   * that of the scripts alone}
   */
  RevisionGraph graph(Heads heads) {
    RevisionGraph known = scripts.graph();
    List<Revision> found = new ArrayList<>();
    Deque<RevisionId> wanted = new ArrayDeque<>(heads.ids());
    while (!wanted.isEmpty()) {
      RevisionId id = wanted.pop();
      if (known.contains(id) || texts.containsKey(id)) {
        continue;
      }
      Optional<String> text = database.keptScript(id);
      if (text.isEmpty()) {
        return known;
      }
      texts.put(id, text.get());
      Revision revision = format.header(text.get(), location(id)).revision();
      found.add(revision);
      wanted.addAll(revision.downRevisions());
    }
    return found.isEmpty()
        ? known
        : RevisionGraph.of(Stream.concat(known.revisions().stream(), found.stream()).toList());
  }

  /** {@return the script of a revision of {@link #graph}} */
  Script script(RevisionId id) {
    String text = texts.get(id);
    return text == null ? scripts.script(id) : format.read(text, location(id));
  }

  private String location(RevisionId id) {
    return "script of %s kept in %s".formatted(id, database.name());
  }
}
