package io.limbeck.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are compared byte for byte. {@code -Dlimbeck.golden=write} writes them anew; what then
 * differs is to be read like code.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean WRITES = "write".equals(System.getProperty("limbeck.golden"));

  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (WRITES) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(file).as("made with -Dlimbeck.golden=write").exists();
    assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
  }
}
