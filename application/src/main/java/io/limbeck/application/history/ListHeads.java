package io.limbeck.application.history;

import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.RevisionGraph;
import java.util.List;

/** Lists where the scripts end. */
public final class ListHeads {
  private final Scripts scripts;

  public ListHeads(Scripts scripts) {
    this.scripts = scripts;
  }

  /**
   * {@return the heads in load order; empty if there are no scripts}
   *
   * @param resolveDependencies whether a head that another revision depends on is left out
   */
  public List<ListedRevision> list(boolean resolveDependencies) {
    RevisionGraph graph = scripts.graph();
    return (resolveDependencies ? graph.realHeads() : graph.heads())
        .stream().map(id -> ListedRevision.of(scripts, id)).toList();
  }
}
