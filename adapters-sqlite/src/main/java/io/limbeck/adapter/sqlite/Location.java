package io.limbeck.adapter.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a SQLite database is, and how it may be opened.
 *
 * @param file absolute; empty for a database in memory
 * @param immutable the URL promises that nobody changes the file
 */
record Location(Optional<Path> file, Access access, boolean immutable) {

  /** The {@code mode} of a URL. */
  enum Access {
    READ_ONLY,
    EXISTING,
    CREATING
  }

  static Location inMemory() {
    return new Location(Optional.empty(), Access.CREATING, false);
  }

  /** {@return whether there is something to open; a database in memory always is} */
  boolean exists() {
    return file.map(Files::exists).orElse(true);
  }

  /** {@return what messages call it} */
  String name() {
    return file.map(Path::toString).orElse(":memory:");
  }
}
