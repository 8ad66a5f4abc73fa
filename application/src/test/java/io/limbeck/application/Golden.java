package io.limbeck.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are compared byte for byte. {@code -Dlimbeck.golden=write} writes them anew; what then
 * differs is to be read like code.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean WRITES = "write".equals(System.getProperty("limbeck.golden"));

  private Golden() {}

  /**
   * @param name of the file, its folder in {@code golden} included
   */
  public static void assertSame(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (WRITES) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("made with -Dlimbeck.golden=write").exists();
      assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
