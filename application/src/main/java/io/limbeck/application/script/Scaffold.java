package io.limbeck.application.script;

import java.nio.file.Path;
import java.util.List;

/** Makes what a project needs before its first revision: a configuration file and a folder. */
public interface Scaffold {

  /**
   * Makes what is missing; on any failure nothing of it is left behind.
   *
   * @param directory for the scripts, relative to the working directory
   * @return what was made or found, in order
   * @throws ScriptException if the directory exists and is not empty, or cannot be made
   */
  List<Item> create(Path directory);

  /**
   * Something that now exists.
   *
   * @param path absolute
   */
  record Item(Path path, Kind kind) {

    /** How it came to be. */
    public enum Kind {
      DIRECTORY_CREATED,
      FILE_CREATED,
      /** It was there before, and is as it was. */
      FILE_KEPT
    }
  }
}
