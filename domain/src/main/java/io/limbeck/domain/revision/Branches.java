package io.limbeck.domain.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which labels a revision answers to. A label spreads from its revision to all that is built on it;
 * and if nothing forks or joins from there to the head, also to what is below, until something
 * does.
 */
final class Branches {
  private final Topology topology;
  private final Map<BranchLabel, BitSet> members = new TreeMap<>();

  Branches(Topology topology) {
    this.topology = topology;
    for (int node = 0; node < topology.size(); node++) {
      List<BranchLabel> labels = topology.revision(node).branchLabels();
      if (!labels.isEmpty()) {
        BitSet spread = topology.descendants(Topology.setOf(node), Topology.Links.DOWN);
        if (isPlainUpToTheHead(node)) {
          spreadDown(node, spread);
        }
        labels.forEach(label -> members.put(label, spread));
      }
    }
  }

  /** {@return the labels of a revision, by name} */
  List<BranchLabel> of(int node) {
    return members.entrySet().stream()
        .filter(branch -> branch.getValue().get(node))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean has(String label, int node) {
    return of(node).stream().anyMatch(each -> each.value().equals(label));
  }

  private boolean isPlainUpToTheHead(int start) {
    int node = start;
    while (isPlain(node)) {
      if (topology.children(node).length == 0) {
        return true;
      }
      node = topology.children(node)[0];
    }
    return false;
  }

  private void spreadDown(int start, BitSet spread) {
    int node = start;
    while (isPlain(node)) {
      spread.set(node);
      if (topology.downs(node).length == 0) {
        return;
      }
      node = topology.downs(node)[0];
    }
  }

  private boolean isPlain(int node) {
    return topology.dependents(node).length <= 1 && topology.downs(node).length <= 1;
  }
}
