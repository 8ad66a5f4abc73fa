package io.limbeck.adapter.files;

import io.limbeck.application.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the configuration is: as named, as {@code ALEMBIC_CONFIG} says, else the nearest. */
final class ConfigurationFile {
  private static final String NAME = "alembic.ini";
  private static final String VARIABLE = "ALEMBIC_CONFIG";

  private ConfigurationFile() {}

  /** {@return whether it was said that there is no file} */
  static boolean isNone(Invocation invocation) {
    return invocation.config().filter(path -> path.toString().isEmpty()).isPresent();
  }

  /**
   * {@return the absolute path of a file that exists}
   *
   * @throws ConfigurationException if there is none; it says where was looked
   */
  static Path find(Invocation invocation) {
    Optional<Path> named = named(invocation);
    return named.isPresent() ? existing(named.get()) : nearest(invocation.workingDirectory());
  }

  /** {@return where the file is to be made: as named, else in the working directory} */
  static Path toMake(Invocation invocation) {
    return named(invocation).orElse(invocation.workingDirectory().resolve(NAME));
  }

  private static Optional<Path> named(Invocation invocation) {
    return invocation
        .config()
        .or(() ->
            Optional.ofNullable(invocation.environment().get(VARIABLE))
                .filter(path -> !path.isBlank())
                .map(Path::of))
        .map(path -> invocation.workingDirectory().resolve(path).normalize());
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(
          "There is no configuration file %s.".formatted(file),
          "Name one that exists, or make one with init.");
    }
    return file;
  }

  private static Path nearest(Path folder) {
    for (@Nullable Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(NAME))) {
        return at.resolve(NAME);
      }
    }
    throw new ConfigurationException(
        "There is no %s in %s, nor in any folder above it.".formatted(NAME, folder),
        "Name the configuration file, set %s, or make one with init.".formatted(VARIABLE));
  }
}
