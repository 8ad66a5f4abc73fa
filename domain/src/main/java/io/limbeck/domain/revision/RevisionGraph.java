package io.limbeck.domain.revision;

import java.util.List;
import java.util.Optional;

/** Every known revision and what it builds on: immutable, acyclic, complete. */
public final class RevisionGraph {
  private final List<Revision> revisions;

  private RevisionGraph(List<Revision> revisions) {
    this.revisions = revisions;
  }

  /**
   * @param revisions in load order: that of their files' names, which breaks ties
   */
  public static RevisionGraph of(List<Revision> revisions) {
    return new RevisionGraph(List.copyOf(revisions));
  }

  /** {@return the revision that {@code symbol} names; empty for the base} */
  public Optional<RevisionId> resolve(String symbol) {
    return symbol.equals("base") ? Optional.empty() : Optional.of(new RevisionId(symbol));
  }

  /** {@return every revision, in load order} */
  public List<Revision> revisions() {
    return revisions;
  }
}
