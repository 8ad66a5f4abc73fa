package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes down what is built on the target: not a path, but every applied revision above it, on every
 * branch, and what depends on these.
 */
final class DowngradePlanner {
  private static final String AMBIGUOUS_START =
      "downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future"
          + " release.";

  private final Topology topology;
  private final Names names;

  DowngradePlanner(Topology topology, Names names) {
    this.topology = topology;
    this.names = names;
  }

  Plan plan(Heads current, Target target) {
    try {
      List<String> starts = current.ids().stream().map(RevisionId::value).toList();
      DowngradeTargets.Destination destination =
          new DowngradeTargets(topology, names).read(starts, target, false);
      BitSet surplus =
          topology.descendants(Topology.setOf(roots(destination, current)), Links.NEEDS);
      VersionRows rows = VersionRows.read(topology, names, current);
      BitSet heads = Topology.setOf(rows.nodes());
      BitSet applied = topology.ancestors(heads, Links.NEEDS);
      surplus.and(applied);
      if (surplus.isEmpty()
          && destination.position() instanceof Position.At(RevisionId id)
          && !rows.has(topology.number(id))) {
        throw applied.get(topology.number(id))
            ? InvalidDestinationException.onlyNeeded(target.text(), current)
            : InvalidDestinationException.notApplied(target.text(), current);
      }
      AppliedRevisions remaining = new AppliedRevisions(topology, applied, rows);
      for (int node : NewestFirst.order(topology, surplus, heads).orElseThrow()) {
        takeBack(node, remaining, rows);
      }
      return rows.plan(notices(current, target));
    } catch (MultipleHeadsException several) {
      throw several.askedFor(target.text());
    }
  }

  /** The lowest revisions to take down. */
  private int[] roots(DowngradeTargets.Destination destination, Heads current) {
    int[] roots =
        destination
            .position()
            .revision()
            .map(id -> topology.children(topology.number(id)))
            .orElse(topology.bases());
    if (destination.branch().isEmpty() || !isChoice(roots)) {
      return roots;
    }
    String branch = destination.branch().get();
    BitSet onBranch =
        topology.ancestors(Topology.setOf(names.identify(branch, Optional.empty())), Links.DOWN);
    int[] chosen = Arrays.stream(roots).filter(onBranch::get).toArray();
    if (chosen.length == 0) {
      throw InvalidDestinationException.notOnBranch(branch, current);
    }
    return chosen;
  }

  /**
   * Alembic minds the branch only where there is a choice, and counts a base with a label twice.
   */
  private boolean isChoice(int[] roots) {
    return roots.length > 1
        || Arrays.stream(roots)
            .anyMatch(root ->
                topology.downs(root).length == 0
                    && !topology.revision(root).branchLabels().isEmpty());
  }

  private void takeBack(int node, AppliedRevisions remaining, VersionRows rows) {
    rows.replace(node, remaining.without(node));
    RevisionId id = topology.id(node);
    rows.complete(
        Step.Kind.DOWNGRADE, Optional.of(id), List.of(id), topology.revision(node).downRevisions());
  }

  private List<String> notices(Heads current, Target target) {
    boolean countsFromHeads =
        names
            .relative(target)
            .filter(steps -> steps.label().isEmpty() && steps.symbol().isEmpty())
            .isPresent();
    return countsFromHeads && current.ids().size() > 1 ? List.of(AMBIGUOUS_START) : List.of();
  }
}
