package io.limbeck.domain.revision;

import java.util.List;

/**
 * One change to a schema, as its script introduces it.
 *
 * @param downRevisions what it builds on, in the order of its script: none for a base, several for
 *     a merge point
 * @param dependencies ids or branch labels of other revisions that must be applied before it, in
 *     the order of its script; may be empty
 * @param branchLabels the labels its own script gives, in its order; may be empty
 * @param message the first line of its description; may be the empty string
 */
public record Revision(
    RevisionId id,
    List<RevisionId> downRevisions,
    List<String> dependencies,
    List<BranchLabel> branchLabels,
    String message) {

  public Revision {
    downRevisions = List.copyOf(downRevisions);
    dependencies = List.copyOf(dependencies);
    branchLabels = List.copyOf(branchLabels);
  }
}
