package io.limbeck.adapter.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a file appear as a whole or not at all. */
final class NewFile {
  private NewFile() {}

  /**
   * Folders above it are made as needed; on failure they, too, are as they were.
   *
   * @throws FileAlreadyExistsException if it is there, unchanged
   */
  static void create(Path file, byte[] content) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    List<Path> made = missingFolders(folderOf(file));
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    made.add(temporary);
    try {
      Files.createDirectories(folderOf(file));
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
      Files.move(temporary, file); // without REPLACE_EXISTING: fails if it is there by now
    } catch (IOException failure) {
      delete(made, failure);
      throw failure;
    }
  }

  /** {@return the folder of an absolute path that is not a root} */
  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file is in a folder");
  }

  /** {@return the folders that do not exist on the way to {@code folder}, outermost first} */
  static List<Path> missingFolders(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (@Nullable Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      missing.addFirst(at);
    }
    return missing;
  }

  /** Deletes in reverse; what cannot be deleted is told with {@code failure}. */
  static void delete(List<Path> made, Exception failure) {
    for (Path path : made.reversed()) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException remains) {
        failure.addSuppressed(remains);
      }
    }
  }

  static boolean isSame(Path one, Path other) {
    try {
      return one.equals(other) || Files.isSameFile(one, other);
    } catch (IOException missing) {
      return false;
    }
  }
}
