package io.limbeck.domain.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The version table while a plan is made. Only the newest revision of each line has a row; what it
 * needs is implied.
 */
final class VersionRows {
  private final Topology topology;

  /** What stands in the table, by revision: its id, or the beginning of it. */
  private final Map<Integer, RevisionId> stored = new HashMap<>();

  private final List<RowChange> changes = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Heads start;
  private Heads heads;
  private List<RevisionId> ids;

  private VersionRows(Topology topology, Heads heads) {
    this.topology = topology;
    this.start = heads;
    this.heads = heads;
    this.ids = new ArrayList<>(heads.ids());
  }

  /**
   * @throws UnknownRevisionException if there is a row that no script has
   * @throws OverlappingHeadsException if two rows mean the same revision
   */
  static VersionRows read(Topology topology, Names names, Heads heads) {
    VersionRows rows = new VersionRows(topology, heads);
    for (RevisionId id : heads.ids()) {
      int node = names.identify(id.value(), Optional.empty());
      RevisionId other = rows.stored.putIfAbsent(node, id);
      if (other != null) {
        throw new OverlappingHeadsException(id, List.of(other));
      }
    }
    return rows;
  }

  /** {@return a table from which all rows have been deleted, as the first step of a plan} */
  static VersionRows purged(Topology topology, Heads heads) {
    VersionRows rows = new VersionRows(topology, heads);
    if (!heads.isEmpty()) {
      heads.ids().forEach(id -> rows.changes.add(new RowChange.Delete(id)));
      rows.ids.clear();
      rows.complete(Step.Kind.PURGE, Optional.empty(), heads.ids(), List.of());
    }
    return rows;
  }

  boolean has(int node) {
    return stored.containsKey(node);
  }

  /** {@return the revisions that have a row, in the table's order} */
  int[] nodes() {
    Map<RevisionId, Integer> byRow = HashMap.newHashMap(stored.size());
    stored.forEach((node, id) -> byRow.put(id, node));
    return ids.stream().mapToInt(byRow::get).toArray();
  }

  /** Puts {@code node} in the place of {@code replaced}, of which every one has a row. */
  void replace(int[] replaced, int node) {
    if (replaced.length == 0) {
      insert(node);
      return;
    }
    for (int i = 0; i < replaced.length - 1; i++) {
      delete(replaced[i]);
    }
    update(replaced[replaced.length - 1], node);
  }

  /** Puts all of {@code replacements} in the place of {@code node}. */
  void replace(int node, int[] replacements) {
    if (replacements.length == 0) {
      delete(node);
      return;
    }
    for (int i = 0; i < replacements.length - 1; i++) {
      insert(replacements[i]);
    }
    update(node, replacements[replacements.length - 1]);
  }

  void insert(int node) {
    RevisionId id = topology.id(node);
    stored.put(node, id);
    ids.add(id);
    changes.add(new RowChange.Insert(id));
  }

  void delete(int node) {
    RevisionId id = forget(node);
    ids.remove(id);
    changes.add(new RowChange.Delete(id));
  }

  private void update(int from, int to) {
    RevisionId old = forget(from);
    RevisionId id = topology.id(to);
    stored.put(to, id);
    ids.set(ids.indexOf(old), id);
    changes.add(new RowChange.Update(old, id));
  }

  private RevisionId forget(int node) {
    RevisionId id = stored.remove(node);
    if (id == null) {
      throw new IllegalStateException("there is no row for " + topology.id(node));
    }
    return id;
  }

  /** Makes a step of the changes since the last one. */
  void complete(
      Step.Kind kind, Optional<RevisionId> revision, List<RevisionId> from, List<RevisionId> to) {
    Heads before = heads;
    heads = changes.isEmpty() ? before : new Heads(ids);
    steps.add(new Step(kind, revision, from, to, before, changes, heads));
    changes.clear();
  }

  Plan plan(List<String> notices) {
    return new Plan(start, steps, notices);
  }
}
