package io.limbeck.adapter.cli;

import io.limbeck.application.history.ListedRevision;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A revision in words: the lines that Alembic prints, and scripts grep. */
final class RevisionText {
  private final Style style;

  RevisionText(Style style) {
    this.style = style;
  }

  /** {@return a line of {@code history}: {@code a -> b (label) (head), message}} */
  String inHistory(ListedRevision listed) {
    return parents(listed)
        + " -> "
        + id(listed)
        + labels(listed)
        + headMarks(listed)
        + pointMarks(listed)
        + ", "
        + listed.revision().message();
  }

  /** {@return a line beside a drawn graph, where the lines tell the parents} */
  String inGraph(ListedRevision listed) {
    return id(listed)
        + labels(listed)
        + headMarks(listed)
        + dependencies(listed)
        + ", "
        + listed.revision().message();
  }

  /** {@return a line of {@code heads}: {@code b (label) (head)}} */
  String asHead(ListedRevision listed) {
    return id(listed) + labels(listed) + headMarks(listed);
  }

  /** {@return a line of {@code current}: {@code b (head) (mergepoint)}} */
  String asCurrent(ListedRevision listed) {
    return id(listed) + headMarks(listed) + pointMarks(listed);
  }

  /** {@return a line of {@code branches}: {@code b (label) (branchpoint)}} */
  String inBranches(ListedRevision listed) {
    return id(listed) + labels(listed) + headMarks(listed) + pointMarks(listed);
  }

  /** {@return all there is to tell, ended by an empty line} */
  List<String> inFull(ListedRevision listed) {
    List<String> lines = new ArrayList<>();
    lines.add("Rev: " + id(listed) + marksInFull(listed));
    lines.add((listed.place().isMergePoint() ? "Merges: " : "Parent: ") + downRevisions(listed));
    if (!listed.revision().dependencies().isEmpty()) {
      lines.add("Also depends on: " + String.join(", ", listed.revision().dependencies()));
    }
    if (listed.place().isBranchPoint()) {
      lines.add("Branches into: " + joined(listed.place().next()));
    }
    if (!listed.place().labels().isEmpty()) {
      lines.add("Branch names: " + style.label(joinedLabels(listed)));
    }
    lines.add("Path: " + listed.header().location());
    lines.add("");
    listed.header().description().forEach(line -> lines.add("    " + line));
    lines.add("");
    return lines;
  }

  private String id(ListedRevision listed) {
    return style.id(listed.id().value());
  }

  private static String parents(ListedRevision listed) {
    List<String> dependencies = listed.revision().dependencies();
    return dependencies.isEmpty()
        ? downRevisions(listed)
        : downRevisions(listed) + " (" + String.join(", ", dependencies) + ")";
  }

  private static String dependencies(ListedRevision listed) {
    List<String> dependencies = listed.revision().dependencies();
    return dependencies.isEmpty() ? "" : " (needs " + String.join(", ", dependencies) + ")";
  }

  private static String downRevisions(ListedRevision listed) {
    List<RevisionId> ids = listed.revision().downRevisions();
    return ids.isEmpty() ? "<base>" : joined(ids);
  }

  private String labels(ListedRevision listed) {
    return listed.place().labels().isEmpty()
        ? ""
        : " " + style.label("(" + joinedLabels(listed) + ")");
  }

  private static String joinedLabels(ListedRevision listed) {
    return listed.place().labels().stream()
        .map(BranchLabel::value)
        .collect(Collectors.joining(", "));
  }

  /** In this form a head that only another revision depends on is told apart. */
  private String headMarks(ListedRevision listed) {
    String head =
        listed.place().isRealHead()
            ? " (head)"
            : listed.place().isHead() ? " (effective head)" : "";
    return style.mark(head + currentMark(listed));
  }

  private String pointMarks(ListedRevision listed) {
    return style.mark(
        (listed.place().isBranchPoint() ? " (branchpoint)" : "")
            + (listed.place().isMergePoint() ? " (mergepoint)" : ""));
  }

  private String marksInFull(ListedRevision listed) {
    return style.mark(listed.place().isHead() ? " (head)" : "")
        + pointMarks(listed)
        + style.mark(currentMark(listed));
  }

  private static String currentMark(ListedRevision listed) {
    return listed.isCurrent() ? " (current)" : "";
  }

  private static String joined(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
