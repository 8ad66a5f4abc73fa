package io.limbeck.domain.revision;

import java.util.HashSet;
import java.util.List;

/** On what a new revision may be built. */
final class AuthoringRules {
  private final Topology topology;
  private final Names names;
  private final Branches branches;

  AuthoringRules(Topology topology, Names names, Branches branches) {
    this.topology = topology;
    this.names = names;
    this.branches = branches;
  }

  Parents parents(List<String> symbols, boolean splice, List<String> dependsOn) {
    List<RevisionId> downRevisions;
    try {
      downRevisions = symbols.stream().flatMap(symbol -> named(symbol).stream()).toList();
    } catch (MultipleHeadsException several) {
      throw several.whenCreating();
    }
    if (new HashSet<>(downRevisions).size() < downRevisions.size()) {
      throw new DuplicateHeadsException(downRevisions);
    }
    for (RevisionId down : downRevisions) {
      if (!splice && topology.children(topology.number(down)).length > 0) {
        throw new NotAHeadException(down, topology.ids(topology.heads()));
      }
    }
    return new Parents(downRevisions, dependsOn.stream().map(this::dependency).toList());
  }

  private List<RevisionId> named(String symbol) {
    return names.many(symbol).stream()
        .map(position -> id(position, symbol, "to build on"))
        .toList();
  }

  /** An id in full, so that it stays unique; a label as it is, since it stays true. */
  private String dependency(String symbol) {
    RevisionId id = id(names.one(symbol), symbol, "to depend on");
    return branches.has(symbol, topology.number(id)) ? symbol : id.value();
  }

  private static RevisionId id(Position position, String symbol, String purpose) {
    return position.revision().orElseThrow(() -> new NotARevisionException(symbol, purpose));
  }
}
