package io.limbeck.adapter.files;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Scripts as files in the configured folders; other files there are none of its business. */
final class ScriptFolder implements Scripts {
  private final ScriptReader reader;
  private final ScriptWriter writer;
  private final List<Path> locations;
  private final boolean recursive;
  private final NewScriptClock clock;
  private final Map<RevisionId, Script> read = new HashMap<>();
  private Optional<Catalog> catalog = Optional.empty();

  ScriptFolder(
      Configuration configuration, Path workingDirectory, ScriptFormat format, InstantSource now) {
    this.locations = new Locations(configuration, workingDirectory).versions();
    this.recursive = configuration.flag("recursive_version_locations", false);
    this.reader = new ScriptReader(format, ScriptCharset.of(configuration));
    this.clock = new NewScriptClock(configuration, now);
    this.writer = new ScriptWriter(configuration, workingDirectory, locations, recursive, reader);
  }

  @Override
  public RevisionGraph graph() {
    return catalog().graph();
  }

  @Override
  public ScriptHeader header(RevisionId id) {
    return catalog().entry(id).header();
  }

  @Override
  public synchronized Script script(RevisionId id) {
    Script known = read.get(id);
    if (known != null) {
      return known;
    }
    Catalog.Entry entry = catalog().entry(id);
    Script script = reader.script(entry.file());
    if (!script.revision().equals(entry.header().revision())) {
      throw new ScriptException(
          "%s was changed while it was in use.".formatted(entry.file()), "Run again.");
    }
    read.put(id, script);
    return script;
  }

  @Override
  public ZonedDateTime now() {
    return clock.now();
  }

  @Override
  public synchronized Path write(Draft draft) {
    Path file = writer.write(draft, parent -> catalog().entry(parent).file());
    catalog = Optional.empty();
    return file;
  }

  @Override
  public List<Path> locations() {
    return locations;
  }

  /** {@return the files that are there now, in load order} */
  SequencedSet<Path> files() {
    return ScriptFiles.in(locations, recursive);
  }

  private synchronized Catalog catalog() {
    if (catalog.isEmpty()) {
      catalog = Optional.of(Catalog.of(files(), reader));
    }
    return catalog.get();
  }
}
