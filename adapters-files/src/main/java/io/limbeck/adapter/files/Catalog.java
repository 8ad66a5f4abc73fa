package io.limbeck.adapter.files;

import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The headers of all scripts and the graph they form: what was read at one moment. */
final class Catalog {
  private final Map<RevisionId, Entry> entries;
  private final RevisionGraph graph;

  record Entry(Path file, ScriptHeader header) {}

  private Catalog(Map<RevisionId, Entry> entries, RevisionGraph graph) {
    this.entries = entries;
    this.graph = graph;
  }

  /**
   * @param files in load order
   * @throws ScriptException if two have the same id, or one names a revision that none is
   */
  static Catalog of(Collection<Path> files, ScriptReader reader) {
    Map<RevisionId, Entry> entries = new LinkedHashMap<>();
    for (Path file : files) {
      reader.header(file).ifPresent(header -> add(entries, new Entry(file, header)));
    }
    checkReferences(entries);
    return new Catalog(
        entries,
        RevisionGraph.of(
            entries.values().stream().map(entry -> entry.header().revision()).toList()));
  }

  private static void add(Map<RevisionId, Entry> entries, Entry entry) {
    RevisionId id = entry.header().revision().id();
    Entry other = entries.putIfAbsent(id, entry);
    if (other != null) {
      throw new ScriptException(
          "Revision %s is present more than once: in %s and in %s."
              .formatted(id, other.file(), entry.file()),
          "Give one of them another id, or remove it.");
    }
  }

  private static void checkReferences(Map<RevisionId, Entry> entries) {
    Set<String> known = new HashSet<>();
    for (Entry entry : entries.values()) {
      known.add(entry.header().revision().id().value());
      entry.header().revision().branchLabels().stream().map(BranchLabel::value).forEach(known::add);
    }
    for (Entry entry : entries.values()) {
      Revision revision = entry.header().revision();
      for (RevisionId parent : revision.downRevisions()) {
        if (!entries.containsKey(parent)) {
          throw missing(parent.value(), entry);
        }
      }
      for (String dependency : revision.dependencies()) {
        if (!known.contains(dependency)) {
          throw missing(dependency, entry);
        }
      }
    }
  }

  private static ScriptException missing(String name, Entry entry) {
    return new ScriptException(
        "Revision %s referenced from %s is not present: no script has that id (%s)."
            .formatted(name, entry.header().revision().id(), entry.file()),
        "Bring the missing script back, or correct the line that names it.");
  }

  RevisionGraph graph() {
    return graph;
  }

  /**
   * @throws IllegalArgumentException if there is no such revision
   */
  Entry entry(RevisionId id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("no script of revision " + id);
    }
    return entry;
  }
}
