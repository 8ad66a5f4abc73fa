package io.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pictures of the documentation, taken anew with {@code -Dlimbeck.screenshots=write}. */
final class Screenshots {
  private static final Path FOLDER = Path.of("../docs/images").toAbsolutePath().normalize();
  private static final boolean WRITES = "write".equals(System.getProperty("limbeck.screenshots"));

  private Screenshots() {}

  /** Takes what the browser shows, light and dark, as {@code name-light} and {@code name-dark}. */
  static void take(Browser browser, String name) {
    if (WRITES) {
      for (String colors : new String[] {"light", "dark"}) {
        browser.colors(colors);
        write(FOLDER.resolve("%s-%s.png".formatted(name, colors)), browser.screenshot());
      }
    }
  }

  private static void write(Path file, byte[] picture) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, picture);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
