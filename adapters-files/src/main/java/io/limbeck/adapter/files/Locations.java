package io.limbeck.adapter.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the folders that the configuration names. */
final class Locations {
  // A colon after a single letter and before a slash belongs to a Windows drive.
  private static final String COLON = "(?<!(?:^|[:;,\\s])[A-Za-z]):|:(?![/\\\\])";

  private final Configuration configuration;
  private final Path workingDirectory;

  Locations(Configuration configuration, Path workingDirectory) {
    this.configuration = configuration;
    this.workingDirectory = workingDirectory;
  }

  /**
   * {@return the absolute folders of the scripts in the configured order, each once; never empty}
   *
   * @throws ConfigurationException if one does not exist
   */
  List<Path> versions() {
    Optional<String> locations = configuration.get("version_locations");
    SequencedMap<Path, Path> byRealPath = new LinkedHashMap<>();
    if (locations.isEmpty()) {
      Path folder = defaultLocation();
      byRealPath.put(real(folder), folder);
    }
    for (String location : locations.map(this::split).orElse(List.of())) {
      Path folder = existing("version_locations", location);
      byRealPath.putIfAbsent(real(folder), folder);
    }
    if (byRealPath.isEmpty()) {
      throw configuration.error("version_locations", "it names no folder");
    }
    return List.copyOf(byRealPath.values());
  }

  private Path defaultLocation() {
    String location =
        configuration
            .get("script_location")
            .orElseThrow(() ->
                new ConfigurationException(
                    "No 'script_location' key found in configuration.",
                    "Set it in %s to the folder that holds versions/."
                        .formatted(configuration.folder())));
    return existing("script_location", existing("script_location", location).resolve("versions"));
  }

  /** Relative to the configuration's folder; if there is nothing, to the working directory. */
  private Path existing(String key, String location) {
    try {
      Path beside = configuration.folder().resolve(location).normalize();
      Path below = workingDirectory.resolve(location).normalize();
      return Files.isDirectory(beside) || beside.equals(below)
          ? existing(key, beside)
          : existing(key, below, beside);
    } catch (InvalidPathException invalid) {
      throw configuration.error(key, "'%s' is no path".formatted(location));
    }
  }

  private Path existing(String key, Path folder, Path... othersTried) {
    if (!Files.isDirectory(folder)) {
      String tried =
          Stream.concat(Stream.of(othersTried), Stream.of(folder))
              .map(Path::toString)
              .collect(Collectors.joining(", nor "));
      throw new ConfigurationException(
          "Path doesn't exist: %s.".formatted(tried),
          "Please use the 'init' command to create a new scripts folder, or correct %s%s."
              .formatted(
                  key,
                  key.equals("version_locations") ? " (path_separator says what parts them)" : ""));
    }
    return folder;
  }

  private List<String> split(String locations) {
    String key =
        configuration.get("path_separator").isPresent()
            ? "path_separator"
            : "version_path_separator";
    // Alembic's own template had a comment behind the value, which ConfigParser keeps.
    Optional<String> name = configuration.get(key).map(value -> value.split("\\s+#", 2)[0].strip());
    String separator =
        name.map(word -> named(key, word)).orElse("[\\s,]+|" + literal(File.pathSeparator));
    return Arrays.stream(locations.split(separator))
        .map(String::strip)
        .filter(location -> !location.isEmpty())
        .toList();
  }

  private String named(String key, String word) {
    return switch (word) {
      case "os" -> literal(File.pathSeparator);
      case ":", ";" -> literal(word);
      case "space" -> " ";
      case "newline" -> "\n";
      default ->
          throw configuration.error(
              key,
              "'%s' is not a valid value for %s; expected 'space', 'newline', 'os', ':', ';'"
                  .formatted(word, key));
    };
  }

  private static String literal(String separator) {
    return separator.equals(":") ? COLON : Pattern.quote(separator);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException failure) {
      throw new ConfigurationException(
          "%s cannot be read: %s.".formatted(folder, Trouble.of(failure)),
          "Give the folder's path as it is.",
          failure);
    }
  }
}
