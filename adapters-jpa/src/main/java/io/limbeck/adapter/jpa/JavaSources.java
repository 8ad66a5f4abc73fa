package io.limbeck.adapter.jpa;

import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java sources to compile.
 *
 * <p>Where a source lies as its package says, what it uses is found without being named; so in such
 * a folder only the sources with mappings count, and the services and controllers between them may
 * need whatever they like.
 *
 * @param files to compile; sorted, absolute
 * @param roots where the compiler finds what the files use
 */
record JavaSources(List<Path> files, List<Path> roots) {
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
  private static final Pattern MAPPING =
      Pattern.compile(
          "@(?:jakarta\\.persistence\\.)?(?:Entity|Embeddable|MappedSuperclass|Converter)\\b");

  JavaSources {
    files = List.copyOf(files);
    roots = List.copyOf(roots);
  }

  static JavaSources none() {
    return new JavaSources(List.of(), List.of());
  }

  /**
   * {@return the sources at {@code place}, a file or a folder; none if there are none}
   *
   * @throws ModelsException if they cannot be read
   */
  static JavaSources at(Path place) {
    List<Path> files = new ArrayList<>();
    SequencedSet<Path> roots = new LinkedHashSet<>();
    boolean single = Files.isRegularFile(place);
    for (Path file : single ? List.of(place) : filesIn(place)) {
      String text = text(file);
      Optional<Path> root = root(file, text);
      root.ifPresent(roots::add);
      if (single || root.isEmpty() || MAPPING.matcher(text).find()) {
        files.add(file);
      }
    }
    return new JavaSources(files, List.copyOf(roots));
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException failure) {
      throw unreadable(folder, failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  /** {@return the folder above that of the outermost package; empty if the file is elsewhere} */
  private static Optional<Path> root(Path file, String text) {
    Matcher declaration = PACKAGE.matcher(text);
    Path name = Path.of(declaration.find() ? declaration.group(1).replace('.', '/') : "");
    Path folder = file.toAbsolutePath().getParent();
    if (name.toString().isEmpty()) {
      return Optional.ofNullable(folder);
    }
    if (folder == null || !folder.endsWith(name)) {
      return Optional.empty();
    }
    for (int depth = 0; folder != null && depth < name.getNameCount(); depth++) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder);
  }

  private static ModelsException unreadable(Path place, IOException failure) {
    return new ModelsException(
        "%s cannot be read: %s.".formatted(place, failure.getMessage()),
        "Make it readable as UTF-8, or name other models.",
        failure);
  }
}
