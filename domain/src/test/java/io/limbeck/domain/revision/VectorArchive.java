package io.limbeck.domain.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the archive of vectors that the tests run without a folder: the same bytes from the same
 * files. Histories of public projects are left out, since their titles are not ours to distribute.
 *
 * <pre>java VectorArchive.java FOLDER src/test/resources/conformance/dag.zip</pre>
 */
final class VectorArchive {
  private static final List<String> GROUPS = List.of("textbook-", "load-", "random-");
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  private VectorArchive() {}

  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> paths = Files.list(Path.of(arguments[0]));
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Path path : paths.filter(VectorArchive::isOurs).sorted().toList()) {
        ZipEntry entry = new ZipEntry(path.getFileName().toString());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        Files.copy(path, zip);
      }
    }
  }

  private static boolean isOurs(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".json") && GROUPS.stream().anyMatch(name::startsWith);
  }
}
