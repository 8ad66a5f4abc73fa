package io.limbeck.domain.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds out whether revisions need themselves, and if so, says it in Alembic's words: it counts as
 * part of the cycle whatever no way leads to from a head, or from a base.
 */
final class CycleCheck {
  private final List<Revision> revisions;
  private final int[][] downs;
  private final int[][] children;
  private final int[][] needs;
  private final int[][] dependents;

  CycleCheck(
      List<Revision> revisions,
      int[][] downs,
      int[][] children,
      int[][] needs,
      int[][] dependents) {
    this.revisions = revisions;
    this.downs = downs;
    this.children = children;
    this.needs = needs;
    this.dependents = dependents;
  }

  /**
   * {@return for every revision a number greater than that of everything it needs}
   *
   * @throws CycleException if there are no such numbers
   */
  int[] ranks() {
    int[] byDown = Arrows.sorted(children);
    if (byDown.length < revisions.size()) {
      throw CycleException.amongRevisions(culprits(byDown, downs, children));
    }
    int[] sorted = Arrows.sorted(dependents);
    if (sorted.length < revisions.size()) {
      throw CycleException.amongDependencies(culprits(sorted, needs, dependents));
    }
    int[] ranks = new int[sorted.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    return ranks;
  }

  private List<RevisionId> culprits(int[] sorted, int[][] below, int[][] above) {
    BitSet fromHeads = Arrows.reach(Arrows.ends(above), below);
    BitSet fromBases = Arrows.reach(Arrows.ends(below), above);
    if (fromHeads.isEmpty() || fromBases.isEmpty()) {
      return revisions.stream().map(Revision::id).toList();
    }
    fromHeads.and(fromBases);
    List<RevisionId> unreached = complement(fromHeads);
    return unreached.isEmpty() ? complement(Topology.setOf(sorted)) : unreached;
  }

  private List<RevisionId> complement(BitSet nodes) {
    List<RevisionId> ids = new ArrayList<>();
    for (int node = 0; node < revisions.size(); node++) {
      if (!nodes.get(node)) {
        ids.add(revisions.get(node).id());
      }
    }
    ids.sort(null);
    return ids;
  }
}
