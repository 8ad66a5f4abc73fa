package io.limbeck.domain.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Graphs of revisions, each with what Alembic was recorded to answer about it. They come from the
 * folder that the system property {@value #FOLDER} names, or else from an archive beside the tests.
 */
public final class Vectors {
  public static final String FOLDER = "limbeck.conformance.dag";
  private static final String ARCHIVE = "/conformance/dag.zip";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /** {@return every graph, by name; never empty} */
  public static List<VectorFile> all() {
    String folder = System.getProperty(FOLDER);
    return folder == null ? archived() : inFolder(Path.of(folder));
  }

  private static List<VectorFile> inFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "%s names no folder: %s. Write it from the root on, since every module's tests run in a"
                  .formatted(FOLDER, folder.toAbsolutePath())
              + " folder of their own.");
    }
    try (Stream<Path> paths = Files.list(folder)) {
      List<VectorFile> files = new ArrayList<>();
      for (Path path : paths.filter(each -> each.toString().endsWith(".json")).toList()) {
        files.add(new VectorFile(JSON.readTree(path.toFile())));
      }
      return named(files, folder);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** {@return the graphs beside the tests, by name, whatever folder there is} */
  static List<VectorFile> archived() {
    try (@Nullable InputStream resource = Vectors.class.getResourceAsStream(ARCHIVE)) {
      if (resource == null) {
        throw new IllegalStateException(ARCHIVE + " is not on the class path");
      }
      ZipInputStream zip = new ZipInputStream(resource);
      List<VectorFile> files = new ArrayList<>();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(new VectorFile(JSON.readTree(zip.readAllBytes())));
      }
      return named(files, ARCHIVE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<VectorFile> named(List<VectorFile> files, Object place) {
    if (files.isEmpty()) {
      throw new IllegalStateException("there are no vectors in " + place);
    }
    return files.stream().sorted(Comparator.comparing(VectorFile::name)).toList();
  }
}
