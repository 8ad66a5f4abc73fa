package io.limbeck.adapter.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a file that nobody has open meanwhile. */
class H2FileTest implements H2Contract {
  @TempDir private Path folder;

  @Override
  public String url() {
    return "jdbc:h2:file:" + folder.resolve("app");
  }

  @Override
  public List<String> tables() {
    return Files.exists(folder.resolve("app.mv.db")) ? H2Contract.super.tables() : List.of();
  }

  @Override
  public Object footprint() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(H2FileTest::content).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Optional<String> schema() {
    return Optional.of("public");
  }

  private static String content(Path file) {
    try {
      return file + " " + Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
