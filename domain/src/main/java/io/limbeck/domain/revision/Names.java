package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What words mean: ids and their beginnings, branch labels, {@code head}, {@code heads}, {@code
 * base}, {@code label@name}, and {@code -2}, counted down from the heads.
 */
final class Names {
  private static final Pattern DOWN = Pattern.compile("-0*[1-9]\\d*");
  private static final int LONGEST_UNABBREVIATED = 3;

  private final Topology topology;
  private final NameTable table;
  private final Branches branches;

  Names(Topology topology, NameTable table, Branches branches) {
    this.topology = topology;
    this.table = table;
    this.branches = branches;
  }

  /** {@return whether a revision or label is called exactly so} */
  boolean has(String name) {
    return table.all().containsKey(name);
  }

  /** {@return {@code target} as a number of steps, unless it is the name of something} */
  Optional<Target.Relative> relative(Target target) {
    return has(target.text()) ? Optional.empty() : target.relative();
  }

  /**
   * {@return the revision that {@code symbol} means, or base}
   *
   * @throws MultipleHeadsException if it means several
   * @throws UnknownRevisionException if it means none
   */
  Position one(String symbol) {
    Symbol parts = Symbol.of(symbol);
    Optional<int[]> heads = headsOrBase(parts);
    if (heads.isEmpty()) {
      return at(identify(parts.name(), parts.branch()));
    }
    if (heads.get().length > 1) {
      throw MultipleHeadsException.of(symbol, new Heads(topology.ids(heads.get())));
    }
    Optional<BitSet> branch = parts.branch().map(this::lineage);
    if (heads.get().length == 0) {
      return new Position.Base();
    }
    int head = heads.get()[0];
    branch.ifPresent(lineage -> requireMember(parts.name(), head, lineage, parts));
    return at(head);
  }

  /**
   * {@return what {@code symbol} means, in load order; empty for base}
   *
   * @throws MultipleHeadsException if it is {@code head} and there are several
   * @throws UnknownRevisionException if it means none
   * @throws AmbiguousWalkException if it counts down from the heads and the way forks
   */
  List<Position> many(String symbol) {
    Symbol parts = Symbol.of(symbol);
    Optional<int[]> heads = headsOrBase(parts);
    if (heads.isPresent()) {
      parts
          .branch()
          .filter(branch -> heads.get().length > 0)
          .map(this::lineage)
          .ifPresent(lineage -> {
            for (int head : heads.get()) {
              requireMember(parts.name(), head, lineage, parts);
            }
          });
      return Arrays.stream(heads.get()).mapToObj(this::at).toList();
    }
    if (DOWN.matcher(parts.name()).matches() && !has(parts.name())) {
      int steps = new Target.Relative(Optional.empty(), Optional.empty(), parts.name()).distance();
      Walk walk = new Walk(topology, this);
      return Arrays.stream(topology.realHeads())
          .filter(head -> parts.label().map(label -> branches.has(label, head)).orElse(true))
          .mapToObj(head -> walk.down(at(head), steps, false))
          .toList();
    }
    return List.of(at(identify(parts.name(), parts.branch())));
  }

  /**
   * {@return the revision called {@code name}, or the only one whose id or label begins so}
   *
   * @param branch the label or revision whose lineage it has to be of; empty for any
   */
  int identify(String name, Optional<String> branch) {
    Optional<BitSet> lineage = branch.map(this::lineage);
    Integer exact = table.all().get(name);
    int node = exact != null ? exact : abbreviated(name, lineage);
    if (lineage.isPresent() && !lineage.get().get(node)) {
      throw UnknownRevisionException.notOnBranch(name, topology.id(node), branch.orElse(""));
    }
    return node;
  }

  /** {@return those of {@code nodes} that are above, below or among what {@code against} means} */
  int[] sharing(int[] nodes, String against, Links links) {
    Symbol parts = Symbol.of(against);
    Optional<int[]> heads = headsOrBase(parts);
    if (nodes.length == 0) {
      return nodes;
    }
    BitSet anchors = new BitSet();
    parts.branch().ifPresent(branch -> anchors.set(identify(branch, Optional.empty())));
    if (heads.isPresent()) {
      Arrays.stream(heads.get()).forEach(anchors::set);
    } else {
      anchors.set(identify(parts.name(), Optional.empty()));
    }
    if (anchors.isEmpty()) {
      return nodes;
    }
    BitSet lineage = topology.lineage(anchors, links);
    return Arrays.stream(nodes).filter(lineage::get).toArray();
  }

  UnknownRevisionException unknown(String name) {
    return UnknownRevisionException.unknown(name, table.all().keySet());
  }

  Position at(int node) {
    return new Position.At(topology.id(node));
  }

  /** The meaning of {@code head}, {@code heads} and {@code base}; empty for any other name. */
  private Optional<int[]> headsOrBase(Symbol symbol) {
    return switch (symbol.name()) {
      case "base" -> Optional.of(new int[0]);
      case "head" -> Optional.of(singleHead(symbol.branch()));
      case "heads" ->
          Optional.of(
              symbol
                  .branch()
                  .map(branch -> sharing(topology.heads(), branch, Links.DOWN))
                  .orElse(topology.realHeads()));
      default -> Optional.empty();
    };
  }

  private int[] singleHead(Optional<String> branch) {
    int[] heads =
        branch.map(name -> sharing(topology.heads(), name, Links.DOWN)).orElse(topology.heads());
    if (heads.length > 1) {
      String argument = branch.map(name -> name + "@head").orElse("head");
      throw MultipleHeadsException.of(argument, new Heads(topology.ids(heads)));
    }
    return heads;
  }

  private BitSet lineage(String branch) {
    return topology.lineage(
        Topology.setOf(identify(branch, Optional.empty())), Topology.Links.DOWN);
  }

  private void requireMember(String name, int node, BitSet lineage, Symbol symbol) {
    if (!lineage.get(node)) {
      throw UnknownRevisionException.notOnBranch(
          name, topology.id(node), symbol.branch().orElse(""));
    }
  }

  private int abbreviated(String beginning, Optional<BitSet> lineage) {
    List<Map.Entry<String, Integer>> everywhere =
        table.all().entrySet().stream()
            .filter(entry -> entry.getKey().length() > LONGEST_UNABBREVIATED)
            .filter(entry -> entry.getKey().startsWith(beginning))
            .toList();
    List<Map.Entry<String, Integer>> onBranch =
        everywhere.stream()
            .filter(entry -> lineage.map(set -> set.get(entry.getValue())).orElse(true))
            .toList();
    // The only one there is may be on another branch, which is then what is wrong.
    List<Map.Entry<String, Integer>> matches =
        onBranch.isEmpty() && everywhere.size() == 1 ? everywhere : onBranch;
    if (matches.isEmpty() || beginning.isEmpty()) {
      throw unknown(beginning);
    }
    if (matches.size() > 1) {
      throw UnknownRevisionException.ambiguous(
          beginning, matches.stream().map(Map.Entry::getKey).toList());
    }
    return matches.getFirst().getValue();
  }
}
