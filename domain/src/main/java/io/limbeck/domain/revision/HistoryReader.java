package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Selects what lies between two ends of the history, newest first. */
final class HistoryReader {
  /**
   * One end of a range.
   *
   * @param text as typed; for a database's heads, as Alembic prints them
   * @param symbols what it stands for; empty for base
   * @param typed whether it is a word rather than where a database stands
   */
  private record End(String text, List<String> symbols, boolean typed) {
    static End typed(String text) {
      return new End(text, List.of(text), true);
    }

    static End at(Heads heads) {
      List<String> symbols = heads.ids().stream().map(RevisionId::value).toList();
      String listed = symbols.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
      return new End(
          symbols.size() == 1 ? "(" + listed + ",)" : "(" + listed + ")", symbols, false);
    }

    Optional<String> branch() {
      return typed ? Symbol.of(text).label() : Optional.empty();
    }
  }

  private final Topology topology;
  private final Names names;
  private final Branches branches;
  private final UpgradeTargets targets;

  HistoryReader(Topology topology, Names names, Branches branches) {
    this.topology = topology;
    this.names = names;
    this.branches = branches;
    this.targets = new UpgradeTargets(topology, names);
  }

  List<RevisionId> read(HistoryRange range, Heads current) {
    boolean toNothing = range.endsAtCurrent() && current.isEmpty();
    End lower = lower(range, current);
    End upper =
        range.endsAtCurrent() && !toNothing
            ? End.at(current)
            : End.typed(range.upper().isEmpty() || toNothing ? "heads" : range.upper());
    try {
      int[] selected = between(lower, upper); // even if not wanted: the lower end may be wrong
      return toNothing ? List.of() : topology.ids(selected);
    } catch (MultipleHeadsException several) {
      throw several.askedFor(upper.text());
    }
  }

  private static End lower(HistoryRange range, Heads current) {
    if (range.startsAtCurrent() && !range.endsAtCurrent()) {
      return current.isEmpty() ? End.typed("base") : End.at(current);
    }
    return End.typed(range.lower().isEmpty() ? "base" : range.lower());
  }

  private int[] between(End lower, End upper) {
    int[] tops =
        upper.typed()
            ? targets.read(lower.symbols(), Target.parse(upper.text()), true)
            : targets.numbers(many(upper));
    if (lower.branch().isPresent()) {
      tops = onBranch(tops, lower.branch().get());
    }
    BitSet selected = Overlap.ancestorsOfDisjoint(topology, tops);
    int[] bottoms = bottoms(lower, upper, selected);
    selected.andNot(Overlap.ancestorsOfDisjoint(topology, bottoms));
    if (bottoms.length > 0) {
      BitSet inclusive = Topology.setOf(bottoms);
      selected.or(inclusive);
      selected.and(topology.descendants(inclusive, Links.DOWN));
    }
    return NewestFirst.order(topology, selected, Topology.setOf(tops))
        .orElseThrow(() -> new NotAncestorException(lower.text(), upper.text()));
  }

  /** The lowest revisions of the range; none if it begins at base. */
  private int[] bottoms(End lower, End upper, BitSet belowTops) {
    List<Position> positions = many(lower);
    for (Position position : positions) {
      boolean isBelow =
          switch (position) {
            case Position.At(RevisionId id) -> belowTops.get(topology.number(id));
            case Position.Base() -> false;
            case Position.BeyondBase() -> true;
          };
      if (!isBelow) {
        throw new NotAncestorException(lower.text(), upper.text());
      }
    }
    if (positions.isEmpty() || positions.getFirst() instanceof Position.At) {
      Overlap.ancestorsOfDisjoint(topology, targets.numbers(revisionsOf(positions)));
      return targets.numbers(positions);
    }
    // Counted from the heads it is too far: then it is counted from the upper end.
    Position counted =
        new DowngradeTargets(topology, names)
            .read(upper.symbols(), Target.parse(lower.text()), true)
            .position();
    return counted instanceof Position.At ? targets.numbers(List.of(counted)) : new int[0];
  }

  private static List<Position> revisionsOf(List<Position> positions) {
    return positions.stream().filter(Position.At.class::isInstance).toList();
  }

  private List<Position> many(End end) {
    return end.symbols().stream().flatMap(symbol -> names.many(symbol).stream()).toList();
  }

  private int[] onBranch(int[] nodes, String branch) {
    if (names.one(branch) instanceof Position.At(RevisionId id) && id.value().equals(branch)) {
      List<BranchLabel> labels = branches.of(topology.number(id));
      return labels.size() == 1
          ? labelled(nodes, labels.getFirst().value())
          : names.sharing(nodes, branch, Links.DOWN);
    }
    return labelled(nodes, branch);
  }

  private int[] labelled(int[] nodes, String label) {
    return Arrays.stream(nodes).filter(node -> branches.has(label, node)).toArray();
  }
}
