package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/** What is applied while a downgrade is planned, and which of it needs a row of its own. */
final class AppliedRevisions {
  private final Topology topology;
  private final VersionRows rows;

  /** How many applied revisions need it. */
  private final int[] above;

  AppliedRevisions(Topology topology, BitSet applied, VersionRows rows) {
    this.topology = topology;
    this.rows = rows;
    this.above = new int[topology.size()];
    applied.stream()
        .forEach(node -> Arrays.stream(topology.parents(node)).forEach(parent -> above[parent]++));
  }

  /** {@return which revisions below {@code node} become the newest of their line without it} */
  int[] without(int node) {
    int[] parents = topology.parents(node);
    Arrays.stream(parents).forEach(parent -> above[parent]--);
    return Arrays.stream(parents).filter(parent -> needsRow(parent, node)).toArray();
  }

  private boolean needsRow(int parent, int removed) {
    if (rows.has(parent)) {
      return false;
    }
    if (above[parent] == 0) {
      return true;
    }
    // Alembic asks whether another row implies it: one that is about to be written does not count.
    return Arrays.stream(topology.parents(removed)).anyMatch(other -> needs(other, parent))
        && !isImpliedByOtherRow(parent, removed);
  }

  private boolean isImpliedByOtherRow(int parent, int removed) {
    BitSet others = Topology.setOf(rows.nodes());
    others.clear(removed);
    return others.isEmpty() || topology.ancestors(others, Links.NEEDS).get(parent);
  }

  private boolean needs(int upper, int lower) {
    BitSet seen = new BitSet();
    Deque<Integer> todo = new ArrayDeque<>();
    todo.push(upper);
    while (!todo.isEmpty()) {
      for (int parent : topology.parents(todo.pop())) {
        if (parent == lower) {
          return true;
        }
        if (topology.rank(parent) > topology.rank(lower) && !seen.get(parent)) {
          seen.set(parent);
          todo.push(parent);
        }
      }
    }
    return false;
  }
}
