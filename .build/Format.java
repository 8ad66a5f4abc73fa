import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source of the project, or with {@code check} only tells which are not formatted.
 * It stands here, and not in a plugin, because the formatter needs a newer JDK than Maven may run on.
 */
class Format {
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[1]);
    List<String> words = new ArrayList<>();
    words.addAll(args[0].equals("check") ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    int options = words.size();
    words.addAll(sources(root));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = words.size() == options ? 0 : new Main(out, err, System.in).format(words.toArray(String[]::new));
    if (status != 0) {
      err.println("The files above are not formatted. Run: mvn -N validate -Dformat=write");
    }
    System.exit(status);
  }

  private static List<String> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> root.relativize(file).toString().replace('\\', '/').contains("src/"))
          .filter(file -> !root.relativize(file).toString().replace('\\', '/').contains("target/"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
