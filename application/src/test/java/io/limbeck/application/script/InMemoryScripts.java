package io.limbeck.application.script;

import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scripts that were never files: each has both sections, empty unless told otherwise. */
public final class InMemoryScripts implements Scripts {
  private static final Path FOLDER = Path.of("/migrations/versions");

  private final List<Revision> revisions = new ArrayList<>();
  private final Map<RevisionId, List<Section>> sections = new HashMap<>();
  private @Nullable RevisionGraph graph;

  /**
   * @param inLoadOrder as {@link RevisionGraph#of} takes them
   */
  public InMemoryScripts(List<Revision> inLoadOrder) {
    revisions.addAll(inLoadOrder);
  }

  /** Gives a revision these sections instead of two empty ones. */
  public InMemoryScripts with(String id, Section... own) {
    sections.put(new RevisionId(id), List.of(own));
    return this;
  }

  @Override
  public RevisionGraph graph() {
    if (graph == null) {
      graph = RevisionGraph.of(revisions);
    }
    return graph;
  }

  @Override
  public ScriptHeader header(RevisionId id) {
    Revision revision = graph().revision(id);
    return new ScriptHeader(revision, List.of(revision.message()), Optional.empty(), location(id));
  }

  @Override
  public Script script(RevisionId id) {
    List<Section> own =
        sections.getOrDefault(
            id,
            List.of(
                new Section(Section.Direction.UPGRADE, List.of(), true, List.of()),
                new Section(Section.Direction.DOWNGRADE, List.of(), true, List.of())));
    return new Script(header(id), own, "the script of " + id, "v1:" + own.hashCode());
  }

  @Override
  public ZonedDateTime now() {
    return ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
  }

  @Override
  public Path write(Draft draft) {
    revisions.add(draft.revision());
    graph = null;
    return FOLDER.resolve(draft.revision().id() + "_.sql");
  }

  @Override
  public List<Path> locations() {
    return List.of(FOLDER);
  }

  private static String location(RevisionId id) {
    return "migrations/versions/" + id + "_.py";
  }
}
