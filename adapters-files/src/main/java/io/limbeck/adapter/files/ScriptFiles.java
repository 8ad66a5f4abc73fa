package io.limbeck.adapter.files;

import io.limbeck.application.script.ScriptException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Finds the files of scripts in load order: that of the locations, in each that of the names, by
 * code point as Python sorts them; the files of a folder before those in the folders below it.
 */
final class ScriptFiles {
  static final String EXTENSION = ".sql";
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(file -> file.getFileName().toString(), ScriptFiles::byCodePoint);

  private final boolean recursive;
  private final SequencedSet<Path> found = new LinkedHashSet<>();

  private ScriptFiles(boolean recursive) {
    this.recursive = recursive;
  }

  /**
   * @param recursive whether to look in the folders below too; linked ones are left out
   */
  static SequencedSet<Path> in(List<Path> locations, boolean recursive) {
    ScriptFiles files = new ScriptFiles(recursive);
    locations.forEach(files::addAll);
    return files.found;
  }

  private void addAll(Path folder) {
    List<Path> folders = new ArrayList<>();
    List<Path> scripts = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.endsWith(EXTENSION) && !name.startsWith(".")) {
          scripts.add(entry);
        } else if (recursive && !name.startsWith(".") && isFolder(entry)) {
          folders.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException failure) {
      throw unreadable(folder, failure);
    }
    scripts.stream().sorted(BY_NAME).forEach(found::add);
    folders.stream().sorted(BY_NAME).forEach(this::addAll);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static ScriptException unreadable(Path folder, Exception thrown) {
    IOException failure =
        thrown instanceof IOException direct
            ? direct
            : new IOException(thrown.getMessage(), thrown);
    return new ScriptException(
        "%s cannot be read: %s.".formatted(folder, Trouble.of(failure)),
        "Make the folder readable.",
        failure);
  }

  /** As {@link String#compareTo}, but a character beyond 0xFFFF comes after all others. */
  static int byCodePoint(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int at = 0; at < length; at++) {
      char left = one.charAt(at);
      char right = other.charAt(at);
      if (left != right) {
        return Character.isSurrogate(left) == Character.isSurrogate(right)
            ? Character.compare(left, right)
            : Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right));
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
