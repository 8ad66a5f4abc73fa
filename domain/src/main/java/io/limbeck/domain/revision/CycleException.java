package io.limbeck.domain.revision;

import io.limbeck.domain.LimbeckException;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions that need one another, so that none of them can be the first. */
public final class CycleException extends LimbeckException {
  private CycleException(String kind, List<RevisionId> revisions, String remedy) {
    super("%s is detected in revisions (%s)".formatted(kind, joined(revisions)), remedy);
  }

  static CycleException amongRevisions(List<RevisionId> revisions) {
    return new CycleException(
        "Cycle", revisions, "Correct what one of them revises, so that the history has a base.");
  }

  static CycleException amongDependencies(List<RevisionId> revisions) {
    return new CycleException(
        "Dependency cycle",
        revisions,
        "Take out one dependency, so that one of them can be first.");
  }

  static CycleException ofOne(RevisionId revision) {
    return new CycleException(
        "Self-loop", List.of(revision), "Let it revise another revision, or none.");
  }

  static CycleException ofOneDependency(RevisionId revision) {
    return new CycleException(
        "Dependency self-loop", List.of(revision), "Take out its dependency on itself.");
  }

  private static String joined(List<RevisionId> revisions) {
    return revisions.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
