package io.limbeck.domain.revision;

import java.util.List;

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

  /** {@return every revision, in load order} */
  public List<Revision> revisions() {
    return revisions;
  }
}
