package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What a target means to someone who goes up. */
final class UpgradeTargets {
  private final Topology topology;
  private final Names names;
  private final Walk walk;

  UpgradeTargets(Topology topology, Names names) {
    this.topology = topology;
    this.names = names;
    this.walk = new Walk(topology, names);
  }

  /**
   * {@return the revisions that {@code target} leads to; empty for base}
   *
   * @param starts symbols for where to count from if the target does not say it; empty for base
   * @param stayAtEnd whether to end at the head, rather than fail, if there are too few revisions
   */
  int[] read(List<String> starts, Target target, boolean stayAtEnd) {
    Optional<Target.Relative> relative = names.relative(target);
    List<Position> positions =
        relative.isEmpty()
            ? names.many(target.text())
            : List.of(walked(starts, relative.get(), stayAtEnd));
    return numbers(positions);
  }

  /**
   * {@return the revisions at {@code positions}}
   *
   * @throws RelativeTargetException if one is base, or beyond
   */
  int[] numbers(List<Position> positions) {
    return positions.stream()
        .mapToInt(position ->
            position
                .revision()
                .map(topology::number)
                .orElseThrow(RelativeTargetException::walkedTooFar))
        .toArray();
  }

  private Position walked(List<String> starts, Target.Relative relative, boolean stayAtEnd) {
    if (relative.count().signum() > 0) {
      Position start =
          relative.symbol().map(names::one).orElseGet(() -> start(starts, relative.label()));
      return walk.up(start, relative.distance(), relative.label(), stayAtEnd)
          .orElseThrow(
              () -> RelativeTargetException.tooFar(relative.steps(), relative.count().abs()));
    }
    String symbol =
        relative
            .symbol()
            .orElseThrow(() ->
                RelativeTargetException.wrongDirection(
                    relative.count().toString(),
                    relative.count().abs(),
                    "an upgrade goes up: use '+1', or a downgrade"));
    Position start = names.one(relative.label().map(label -> label + "@" + symbol).orElse(symbol));
    return walk.down(start, relative.distance(), stayAtEnd);
  }

  private Position start(List<String> starts, Optional<String> branch) {
    if (branch.isPresent()) {
      return startOn(branch.get(), starts);
    }
    if (starts.size() > 1) {
      throw AmbiguousWalkException.from(starts);
    }
    return starts.isEmpty() ? new Position.Base() : names.one(starts.getFirst());
  }

  /** The one that is on the branch; else the newest one below them all that is; else base. */
  private Position startOn(String branch, List<String> starts) {
    List<Position> positions =
        starts.stream().flatMap(symbol -> names.many(symbol).stream()).toList();
    if (positions.contains(new Position.Base())) {
      throw names.unknown("base");
    }
    int[] nodes = numbers(positions);
    int[] onBranch = names.sharing(nodes, branch, Links.DOWN);
    if (onBranch.length == 0) {
      int[] below = topology.ancestors(Topology.setOf(nodes), Links.NEEDS).stream().toArray();
      onBranch = tips(names.sharing(below, branch, Links.DOWN));
    }
    if (onBranch.length > 1) {
      throw AmbiguousWalkException.from(
          topology.ids(onBranch).stream().map(RevisionId::value).toList());
    }
    return onBranch.length == 0 ? new Position.Base() : names.at(onBranch[0]);
  }

  private int[] tips(int[] nodes) {
    BitSet tips = Topology.setOf(nodes);
    for (int node : nodes) {
      Arrays.stream(topology.parents(node)).forEach(tips::clear);
    }
    return tips.stream().toArray();
  }
}
