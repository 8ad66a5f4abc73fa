package io.limbeck.domain.revision;

import java.util.List;

/**
 * How a revision stands among the others. "Real" counts dependencies as links, too.
 *
 * @param isHead nothing revises it
 * @param isBase it revises nothing
 * @param isBranchPoint more than one revision revises it
 * @param isMergePoint it revises more than one
 * @param isRealHead nothing revises it or depends on it
 * @param isRealBase it neither revises nor depends on anything
 * @param isRealBranchPoint more than one revision revises it or depends on it
 * @param next what revises it, by name
 * @param allNext what revises it or depends on it, by name
 * @param labels the labels of its branch, by name, whether its own script gives them or another's
 * @param dependencies as its script has them, labels replaced by the labelled revision
 * @param normalizedDependencies by name; the same without those that a revision below it has
 *     already, which traversal and version rows disregard
 */
public record Place(
    boolean isHead,
    boolean isBase,
    boolean isBranchPoint,
    boolean isMergePoint,
    boolean isRealHead,
    boolean isRealBase,
    boolean isRealBranchPoint,
    List<RevisionId> next,
    List<RevisionId> allNext,
    List<BranchLabel> labels,
    List<RevisionId> dependencies,
    List<RevisionId> normalizedDependencies) {

  public Place {
    next = List.copyOf(next);
    allNext = List.copyOf(allNext);
    labels = List.copyOf(labels);
    dependencies = List.copyOf(dependencies);
    normalizedDependencies = List.copyOf(normalizedDependencies);
  }
}
