package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.List;
import java.util.Optional;

/** What a target means to someone who goes down. */
final class DowngradeTargets {
  /**
   * Where to go down to.
   *
   * @param branch a label or revision on the branch to take down, where there is a choice
   */
  record Destination(Optional<String> branch, Position position) {}

  private final Topology topology;
  private final Names names;
  private final Walk walk;

  DowngradeTargets(Topology topology, Names names) {
    this.topology = topology;
    this.names = names;
    this.walk = new Walk(topology, names);
  }

  /**
   * @param starts symbols for where to count from if the target does not say it; empty for base
   * @param stayAtEnd whether to end at base, rather than fail, if there are too few revisions
   */
  Destination read(List<String> starts, Target target, boolean stayAtEnd) {
    Optional<Target.Relative> relative = names.relative(target);
    if (relative.isEmpty()) {
      int at = target.text().lastIndexOf('@');
      return new Destination(
          at > 0 ? Optional.of(target.text().substring(0, at)) : Optional.empty(),
          names.one(target.text().substring(at + 1)));
    }
    return relative.get().count().signum() < 0
        ? down(starts, relative.get(), stayAtEnd)
        : up(relative.get(), stayAtEnd);
  }

  private Destination up(Target.Relative relative, boolean stayAtEnd) {
    String symbol =
        relative
            .symbol()
            .orElseThrow(() ->
                RelativeTargetException.wrongDirection(
                    relative.steps(),
                    relative.count().abs(),
                    "a downgrade goes down: use '-1', or an upgrade"));
    return walk.up(names.one(symbol), relative.distance(), relative.label(), stayAtEnd)
        .filter(Position.At.class::isInstance)
        .map(position -> new Destination(relative.label(), position))
        .orElseThrow(RelativeTargetException::walkedTooFar);
  }

  private Destination down(List<String> starts, Target.Relative relative, boolean stayAtEnd) {
    Optional<String> branch = relative.label();
    String symbol;
    if (relative.symbol().isPresent()) {
      symbol = relative.symbol().get();
    } else if (branch.isPresent()) {
      symbol = startOn(branch.get(), starts, relative);
    } else if (!starts.isEmpty()) {
      symbol = starts.getFirst();
      branch = Optional.of(symbol);
    } else {
      throw RelativeTargetException.tooFar(relative.steps(), relative.count().abs());
    }
    Position start = names.one(branch.map(label -> label + "@" + symbol).orElse(symbol));
    Position end = walk.down(start, relative.distance(), stayAtEnd);
    if (end instanceof Position.BeyondBase) {
      throw relative.symbol().isPresent()
          ? RelativeTargetException.walkedTooFar()
          : RelativeTargetException.tooFar(relative.steps(), relative.count().abs());
    }
    return new Destination(branch, end);
  }

  /** The start that is on the branch, or else the head of what the starts have applied of it. */
  private String startOn(String branch, List<String> starts, Target.Relative relative) {
    int[] nodes =
        starts.stream().mapToInt(symbol -> names.identify(symbol, Optional.empty())).toArray();
    int[] onBranch = names.sharing(nodes, branch, Links.DOWN);
    if (onBranch.length == 0) {
      onBranch = names.sharing(topology.tops(nodes), branch, Links.DOWN);
    }
    if (onBranch.length > 1) {
      throw AmbiguousWalkException.at(topology.ids(onBranch));
    }
    if (onBranch.length == 0) {
      throw RelativeTargetException.tooFar(relative.steps(), relative.count().abs());
    }
    return topology.id(onBranch[0]).value();
  }
}
