package io.limbeck.adapter.jpa;

import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Class files that hold mappings. Which ones these are is told by their constants, before any class
 * is loaded: between the entities there may be classes that need what is not here.
 */
final class ClassFiles {
  private static final List<String> MAPPINGS =
      Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
          .map(name -> "Ljakarta/persistence/" + name + ";")
          .toList();
  private static final String OF_PACKAGES = "Lorg/hibernate/annotations/";
  private static final String EXTENSION = ".class";

  private ClassFiles() {}

  /** {@return whether a class has an annotation that makes it a part of the mapping} */
  static boolean isMapped(byte[] content) {
    return holds(content, MAPPINGS);
  }

  /** {@return whether the {@code package-info} of a package says something about the mapping} */
  static boolean isMappedPackage(byte[] content) {
    return holds(content, List.of(OF_PACKAGES));
  }

  private static boolean holds(byte[] content, List<String> constants) {
    String characters = new String(content, StandardCharsets.ISO_8859_1);
    return constants.stream().anyMatch(characters::contains);
  }

  /**
   * {@return the class files in a folder or a jar by the names of the classes, sorted}
   *
   * @throws ModelsException if they cannot be read
   */
  static Map<String, byte[]> at(Path place) {
    try {
      if (Files.isDirectory(place)) {
        return below(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return below(jar.getRootDirectories().iterator().next());
      }
    } catch (IOException failure) {
      throw new ModelsException(
          "%s cannot be read: %s.".formatted(place, failure.getMessage()),
          "Make it readable, or name other models.",
          failure);
    }
  }

  private static Map<String, byte[]> below(Path root) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString();
        if (name.endsWith(EXTENSION) && !name.startsWith("META-INF")) {
          byte[] content = Files.readAllBytes(file);
          if (isMapped(content) || isMappedPackage(content)) {
            found.put(className(name), content);
          }
        }
      }
    }
    return found;
  }

  private static String className(String file) {
    return file.substring(0, file.length() - EXTENSION.length())
        .replace('\\', '/')
        .replace('/', '.');
  }
}
