package io.limbeck.application.script;

import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/** The revision scripts of an application. */
public interface Scripts {

  /**
   * {@return the graph of all scripts; the headers are read once, at the first call, and again
   * after {@link #write}}
   *
   * @throws ScriptException if a header cannot be understood
   * @throws io.limbeck.domain.LimbeckException if the revisions do not form a graph: an id twice, a
   *     parent nobody has, a cycle
   */
  RevisionGraph graph();

  /**
   * {@return the header of a revision's script}
   *
   * @throws IllegalArgumentException if the graph has no such revision
   */
  ScriptHeader header(RevisionId id);

  /**
   * {@return a revision's script, its body read at the first call}
   *
   * @throws ScriptException if it cannot be understood
   * @throws IllegalArgumentException if the graph has no such revision
   */
  Script script(RevisionId id);

  /**
   * {@return the moment a new script gets as its date: with a fixed offset if a time zone is
   * configured, else in the machine's}
   */
  ZonedDateTime now();

  /**
   * Writes a new script; on any failure nothing is left behind.
   *
   * @return the absolute path of the new file
   * @throws ScriptException if the file exists, the folder is none of {@link #locations()}, or
   *     cannot be written
   */
  Path write(Draft draft);

  /** {@return the absolute folders in which scripts are looked for, in order; never empty} */
  List<Path> locations();
}
