package io.limbeck.application.history;

import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.HistoryRange;
import io.limbeck.domain.revision.RevisionGraph;
import java.util.List;

/** Lists where the history forks. */
public final class ListBranches {
  private final Scripts scripts;

  public ListBranches(Scripts scripts) {
    this.scripts = scripts;
  }

  /**
   * A branch point.
   *
   * @param children what builds on it, in the order of their ids; at least two
   */
  public record Branch(ListedRevision point, List<ListedRevision> children) {
    public Branch {
      children = List.copyOf(children);
    }
  }

  /** {@return the branch points, newest first; empty for a history without forks} */
  public List<Branch> list() {
    RevisionGraph graph = scripts.graph();
    return graph.history(HistoryRange.all(), Heads.none()).stream()
        .filter(id -> graph.place(id).isBranchPoint())
        .map(id -> ListedRevision.of(scripts, id))
        .map(point ->
            new Branch(
                point,
                point.place().next().stream().map(id -> ListedRevision.of(scripts, id)).toList()))
        .toList();
  }
}
