package io.limbeck.application.author;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.Parents;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes the script of a new revision. */
public final class NewRevision {
  private final Scripts scripts;
  private final Supplier<RevisionId> ids;

  /**
   * @param ids a new id at each call
   */
  public NewRevision(Scripts scripts, Supplier<RevisionId> ids) {
    this.scripts = scripts;
    this.ids = ids;
  }

  /**
   * What the new revision is to be.
   *
   * @param id a new one is made if empty
   * @param folder see {@link Draft}
   */
  public record Wish(
      String message,
      Optional<RevisionId> id,
      Optional<BranchLabel> label,
      Optional<Path> folder) {}

  /**
   * A script that was written.
   *
   * @param file its absolute path
   */
  public record Written(Revision revision, Path file) {}

  /**
   * Writes a revision that builds on {@code head}.
   *
   * @param head what it builds on: a head, or any revision with {@code splice}; {@code base} for a
   *     new base
   * @param dependencies what else it needs; may be empty
   * @throws NameTakenException if the id or the label is in use
   * @throws io.limbeck.domain.LimbeckException if it cannot build on that, or cannot be written; no
   *     file remains
   */
  public Written on(String head, boolean splice, List<String> dependencies, Wish wish) {
    return write(draft(head, splice, dependencies, wish));
  }

  /**
   * Writes a revision that builds on several others.
   *
   * @param revisions ids, beginnings of ids, or {@code heads}; in the order the script names them
   * @throws NameTakenException if the id or the label is in use
   * @throws io.limbeck.domain.LimbeckException if it cannot build on them, or cannot be written; no
   *     file remains
   */
  public Written merging(List<String> revisions, boolean splice, Wish wish) {
    return write(draft(wish, graph -> graph.merge(revisions, splice)));
  }

  /** {@return the script that {@link #on} would write, for whoever fills its sections} */
  Draft draft(String head, boolean splice, List<String> dependencies, Wish wish) {
    return draft(wish, graph -> graph.newRevision(head, splice, dependencies));
  }

  Written write(Draft draft) {
    return new Written(draft.revision(), scripts.write(draft));
  }

  private Draft draft(Wish wish, Function<RevisionGraph, Parents> place) {
    RevisionGraph graph = scripts.graph();
    RevisionId id = wish.id().orElseGet(ids);
    NameTakenException.check(graph, scripts, id, wish.label());
    Parents parents = place.apply(graph);
    Revision revision =
        new Revision(
            id,
            parents.downRevisions(),
            parents.dependencies(),
            wish.label().stream().toList(),
            wish.message());
    // What the graph would refuse tomorrow is refused now, while there is no file yet.
    RevisionGraph.of(Stream.concat(graph.revisions().stream(), Stream.of(revision)).toList());
    return new Draft(revision, scripts.now(), wish.folder());
  }
}
