package io.limbeck;

import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds what maps entities. In a distribution it has a folder of its own beside the program's jar
 * and comes to the class path only with the first entities: the JVM opens every jar of the class
 * path at a start, and these are large.
 */
final class EntityMapping {
  private static final String FOLDER = "jpa";

  private EntityMapping() {}

  /**
   * @throws ModelsException if there is none
   */
  static EntityMapper mapper() {
    return mapper(programFolder().resolve(FOLDER), EntityMapping.class.getClassLoader());
  }

  /**
   * @param folder of jars; without it the mapper is taken from the class path
   * @param own the loader of the program
   */
  static EntityMapper mapper(Path folder, ClassLoader own) {
    return ServiceLoader.load(
            EntityMapper.class,
            Files.isDirectory(folder) ? new URLClassLoader(jars(folder), own) : own)
        .findFirst()
        .orElseThrow(() ->
            new ModelsException(
                "This program cannot map entities: limbeck-adapters-jpa is not there.",
                "Add it to the class path, or use models that are DDL."));
  }

  private static URL[] jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(EntityMapping::url).toArray(URL[]::new);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path programFolder() {
    try {
      URL jar = EntityMapping.class.getProtectionDomain().getCodeSource().getLocation();
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
