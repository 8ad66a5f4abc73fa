package io.limbeck.adapter.h2;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Scripts that were never files, as their texts. */
final class TextScripts implements Scripts {
  private static final Path FOLDER = Path.of("/srv/app/versions");

  private final ScriptFormat format;
  private final SequencedMap<RevisionId, Script> scripts = new LinkedHashMap<>();

  TextScripts(ScriptFormat format) {
    this.format = format;
  }

  void add(String text) {
    Script script = format.read(text, "a script of %d".formatted(scripts.size() + 1));
    scripts.put(script.revision().id(), script);
  }

  String text(String id) {
    return script(new RevisionId(id)).text();
  }

  @Override
  public RevisionGraph graph() {
    return RevisionGraph.of(scripts.values().stream().map(Script::revision).toList());
  }

  @Override
  public ScriptHeader header(RevisionId id) {
    return script(id).header();
  }

  @Override
  public Script script(RevisionId id) {
    return Optional.ofNullable(scripts.get(id)).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  public ZonedDateTime now() {
    return ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
  }

  @Override
  public Path write(Draft draft) {
    add(format.write(draft));
    return FOLDER.resolve(draft.revision().id() + "_.sql");
  }

  @Override
  public List<Path> locations() {
    return List.of(FOLDER);
  }
}
