package io.limbeck;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of this machine that the tests need. */
final class Programs {
  private Programs() {}

  static Path browser() {
    return find(List.of("chromium", "chromium-browser", "google-chrome"));
  }

  static Path driver() {
    return find(List.of("chromedriver"));
  }

  /**
   * @param names of the same program, in the order of preference
   */
  private static Path find(List<String> names) {
    return names.stream()
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "The page is tested in Chromium, and there is no %s on the PATH. Install Chromium with its driver (on Debian: apt-get install chromium chromium-driver), or leave these tests out with -pl '!page-tests'."
                    .formatted(String.join(" or ", names))));
  }

  private static Stream<Path> folders() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }
}
