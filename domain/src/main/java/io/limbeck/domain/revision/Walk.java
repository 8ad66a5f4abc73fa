package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Optional;

/** Goes from revision to revision by down revision, where there is no choice. */
final class Walk {
  private final Topology topology;
  private final Names names;

  Walk(Topology topology, Names names) {
    this.topology = topology;
    this.names = names;
  }

  /**
   * {@return where {@code steps} steps up lead}
   *
   * @param branch where the way forks, the branch to take
   * @param stayAtEnd whether to end at the head, rather than nowhere, if there are too few
   *     revisions
   * @throws AmbiguousWalkException where the way forks
   */
  Optional<Position> up(Position start, int steps, Optional<String> branch, boolean stayAtEnd) {
    Position position = start;
    for (int step = 0; step < steps; step++) {
      int[] above =
          position
              .revision()
              .map(id -> topology.children(topology.number(id)))
              .orElse(topology.bases());
      int[] next = branch.map(label -> names.sharing(above, label, Links.DOWN)).orElse(above);
      if (next.length == 0) {
        return stayAtEnd ? Optional.of(position) : Optional.empty();
      }
      position = single(next);
    }
    return Optional.of(position);
  }

  /**
   * {@return where {@code steps} steps down lead; the first step down from base leads to the head}
   *
   * @param stayAtEnd whether to end at base, rather than beyond, if there are too few revisions
   * @throws AmbiguousWalkException where the way forks
   */
  Position down(Position start, int steps, boolean stayAtEnd) {
    Position position = start;
    for (int step = 0; step < steps; step++) {
      Optional<RevisionId> from = position.revision();
      if (from.isEmpty() && step > 0) {
        return stayAtEnd ? position : new Position.BeyondBase();
      }
      int[] next = from.map(id -> topology.downs(topology.number(id))).orElse(topology.heads());
      position = next.length == 0 ? new Position.Base() : single(next);
    }
    return position;
  }

  private Position single(int[] next) {
    if (next.length > 1) {
      throw AmbiguousWalkException.at(topology.ids(next));
    }
    return names.at(next[0]);
  }
}
