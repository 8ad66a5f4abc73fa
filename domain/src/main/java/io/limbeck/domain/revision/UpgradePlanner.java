package io.limbeck.domain.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Applies what the target needs and the database lacks. */
final class UpgradePlanner {
  private final Topology topology;
  private final Names names;

  UpgradePlanner(Topology topology, Names names) {
    this.topology = topology;
    this.names = names;
  }

  Plan plan(Heads current, Target target) {
    try {
      List<String> starts = current.ids().stream().map(RevisionId::value).toList();
      int[] targets = new UpgradeTargets(topology, names).read(starts, target, false);
      BitSet missing = Overlap.ancestorsOfDisjoint(topology, targets);
      VersionRows rows = VersionRows.read(topology, names, current);
      missing.andNot(Overlap.ancestorsOfDisjoint(topology, rows.nodes()));
      int[] newestFirst =
          NewestFirst.order(topology, missing, Topology.setOf(targets)).orElseThrow();
      for (int i = newestFirst.length - 1; i >= 0; i--) {
        apply(newestFirst[i], rows);
      }
      return rows.plan(List.of());
    } catch (MultipleHeadsException several) {
      throw several.askedFor(target.text());
    }
  }

  private void apply(int node, VersionRows rows) {
    int[] replaced = Arrays.stream(topology.parents(node)).filter(rows::has).toArray();
    rows.replace(replaced, node);
    RevisionId id = topology.id(node);
    rows.complete(
        Step.Kind.UPGRADE, Optional.of(id), topology.revision(node).downRevisions(), List.of(id));
  }
}
