package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Moves version rows without running anything. All rows on the lineage of the targets, dependencies
 * included, move to each target in one step; where there are none, a row is inserted.
 */
final class StampPlanner {
  private final Topology topology;
  private final Names names;

  StampPlanner(Topology topology, Names names) {
    this.topology = topology;
    this.names = names;
  }

  Plan plan(Heads current, List<Target> targets, boolean purge) {
    VersionRows rows =
        purge ? VersionRows.purged(topology, current) : VersionRows.read(topology, names, current);
    try {
      int[] moved = moved(targets, rows);
      List<Position> destinations =
          targets.stream().flatMap(target -> names.many(target.text()).stream()).toList();
      if (destinations.isEmpty()) {
        clear(moved, rows);
      }
      for (Position destination : destinations) {
        destination
            .revision()
            .ifPresentOrElse(
                id -> stamp(topology.number(id), moved, rows), () -> clear(moved, rows));
      }
      return rows.plan(List.of());
    } catch (MultipleHeadsException several) {
      throw several.whenStamping();
    }
  }

  /** The rows on the lineage of any target, in the order of the targets. */
  private int[] moved(List<Target> targets, VersionRows rows) {
    int[] nodes = rows.nodes();
    return targets.stream()
        .flatMapToInt(target -> Arrays.stream(names.sharing(nodes, target.text(), Links.NEEDS)))
        .distinct()
        .toArray();
  }

  private void clear(int[] moved, VersionRows rows) {
    for (int node : moved) {
      RevisionId id = topology.id(node);
      if (!rows.has(node)) {
        throw StampConflictException.onWayToBase(id);
      }
      rows.delete(node);
      rows.complete(Step.Kind.STAMP_DOWN, Optional.empty(), List.of(id), List.of());
    }
  }

  private void stamp(int node, int[] moved, VersionRows rows) {
    BitSet heads = Topology.setOf(moved);
    if (heads.get(node) || rows.has(node)) {
      return;
    }
    BitSet named = Topology.setOf(node);
    boolean down = topology.descendants(named, Links.NEEDS).intersects(heads);
    boolean up = topology.ancestors(named, Links.NEEDS).intersects(heads);
    if (down && up) {
      Overlap.ancestorsOfDisjoint(topology, moved);
    }
    int[] replaced = down || up ? moved : new int[0];
    Optional<RevisionId> gone =
        Arrays.stream(replaced).filter(row -> !rows.has(row)).mapToObj(topology::id).findFirst();
    if (down && gone.isPresent()) {
      throw StampConflictException.atRevision(gone.get(), topology.id(node));
    }
    if (gone.isPresent()) {
      rows.insert(node);
    } else {
      rows.replace(replaced, node);
    }
    rows.complete(
        down ? Step.Kind.STAMP_DOWN : Step.Kind.STAMP_UP,
        Optional.empty(),
        topology.ids(replaced),
        List.of(topology.id(node)));
  }
}
