package io.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds what few runs need. In a distribution it has a folder of its own beside the program's jar
 * and comes to the class path only when it is asked for: the JVM opens every jar of the class path
 * at a start.
 */
final class LateService {
  private LateService() {}

  /**
   * {@return what serves as {@code type}; empty if it is not there}
   *
   * @param name of the folder
   */
  static <T> Optional<T> find(Class<T> type, String name) {
    return find(type, programFolder().resolve(name), LateService.class.getClassLoader());
  }

  /**
   * @param folder of jars; without it the service is taken from the class path
   * @param own the loader of the program
   */
  static <T> Optional<T> find(Class<T> type, Path folder, ClassLoader own) {
    ClassLoader loader = Files.isDirectory(folder) ? new URLClassLoader(jars(folder), own) : own;
    return ServiceLoader.load(type, loader).findFirst();
  }

  private static URL[] jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(LateService::url).toArray(URL[]::new);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path programFolder() {
    try {
      URL jar = LateService.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(jar.toURI()).resolveSibling("");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("no URI from the class path", impossible);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException("no URL of a file", impossible);
    }
  }
}
