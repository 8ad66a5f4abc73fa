package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;

/** Revisions that are named side by side must not include one another. */
final class Overlap {
  private Overlap() {}

  /**
   * {@return {@code nodes} and everything they need}
   *
   * @throws OverlappingHeadsException if one of them needs another
   */
  static BitSet ancestorsOfDisjoint(Topology topology, int[] nodes) {
    BitSet named = Topology.setOf(nodes);
    BitSet below = strictlyBelow(topology, named);
    if (below.intersects(named)) {
      throw overlap(topology, nodes, named);
    }
    below.or(named);
    return below;
  }

  private static OverlappingHeadsException overlap(Topology topology, int[] nodes, BitSet named) {
    for (int node : nodes) {
      BitSet included = strictlyBelow(topology, Topology.setOf(node));
      included.and(named);
      if (!included.isEmpty()) {
        return new OverlappingHeadsException(topology.id(node), topology.ids(included));
      }
    }
    throw new IllegalStateException("no overlap in " + topology.ids(named));
  }

  private static BitSet strictlyBelow(Topology topology, BitSet nodes) {
    BitSet parents = new BitSet();
    nodes.stream().forEach(node -> Arrays.stream(topology.parents(node)).forEach(parents::set));
    return topology.ancestors(parents, Links.NEEDS);
  }
}
