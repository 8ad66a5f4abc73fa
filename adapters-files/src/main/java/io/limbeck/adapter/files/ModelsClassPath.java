package io.limbeck.adapter.files;

import io.limbeck.application.models.ModelsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the classes of the models need besides, as {@code models_class_path} names it: jars and
 * folders, parted as Java parts them or by line ends; a folder with a star is all jars in it.
 */
record ModelsClassPath(Configuration configuration) {
  private static final String KEY = "models_class_path";
  private static final Pattern SEPARATOR =
      Pattern.compile("\\n|" + Pattern.quote(File.pathSeparator));
  private static final String ALL_JARS = "*";

  /**
   * {@return jars and folders that exist, absolute, in the configured order; may be empty}
   *
   * @throws ModelsException if one does not exist
   */
  List<Path> entries() {
    return configuration.get(KEY).stream()
        .flatMap(SEPARATOR::splitAsStream)
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .flatMap(this::entry)
        .toList();
  }

  private Stream<Path> entry(String entry) {
    boolean all = entry.endsWith("/" + ALL_JARS) || entry.equals(ALL_JARS);
    String path = all ? entry.substring(0, entry.length() - ALL_JARS.length()) : entry;
    try {
      Path place = configuration.folder().resolve(path).normalize();
      return all ? jars(place).stream() : Stream.of(existing(place));
    } catch (InvalidPathException invalid) {
      throw configuration.error(KEY, "'%s' is no path".formatted(entry));
    }
  }

  private List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(existing(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException failure) {
      throw new ModelsException(
          "%s cannot be read: %s.".formatted(folder, Trouble.of(failure)),
          "Name a folder of jars in %s.".formatted(KEY),
          failure);
    }
  }

  private Path existing(Path place) {
    if (!Files.exists(place)) {
      throw new ModelsException(
          "There is no %s, which %s names in %s.".formatted(place, KEY, configuration.file()),
          "Name jars and folders of classes, parted by '%s'.".formatted(File.pathSeparator));
    }
    return place;
  }
}
