import io.limbeck.adapter.files.FilesModule;
import io.limbeck.adapter.sql.SqlScriptFormat;
import io.limbeck.application.Invocation;
import io.limbeck.application.script.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads 10,000 scripts, headers only, and compares with reading the same files' bytes and nothing
 * more.
 *
 * <pre>java -cp 'target/limbeck/lib/*' benchmarks/LoadBenchmark.java [SCRIPTS]</pre>
 */
class LoadBenchmark {
  private static final int ROUNDS = 15;

  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("limbeck-load");
    try {
      write(folder, count);
      double[] bytes = new double[ROUNDS];
      double[] load = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        bytes[round] = millis(() -> readBytes(folder.resolve("versions")));
        load[round] = millis(() -> check(scripts(folder).graph().revisions().size(), count));
      }
      System.out.printf("scripts         %10d%n", count);
      System.out.printf("first load      %10.0f ms (cold JVM)%n", load[0]);
      System.out.printf("bytes only      %10.0f ms (median of %d)%n", median(bytes), ROUNDS);
      System.out.printf("load            %10.0f ms (median of %d)%n", median(load), ROUNDS);
      System.out.printf("load / bytes    %10.2f%n", median(load) / median(bytes));
    } finally {
      delete(folder);
    }
  }

  private static void write(Path folder, int count) throws IOException {
    Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = .\n");
    Path versions = Files.createDirectories(folder.resolve("versions"));
    for (int number = 0; number < count; number++) {
      String text =
          """
          -- Add column number %1$d to the table
          --
          -- Revision ID: %2$s
          -- Revises: %3$s
          -- Create Date: 2026-01-01 10:00:00.000000

          -- migrate:upgrade
          ALTER TABLE a_table ADD COLUMN column_%1$d VARCHAR(50) DEFAULT 'one-time' NOT NULL;
          CREATE INDEX ix_a_table_column_%1$d ON a_table (column_%1$d);

          -- migrate:downgrade
          DROP INDEX ix_a_table_column_%1$d;
          ALTER TABLE a_table DROP COLUMN column_%1$d;
          """
              .formatted(number, id(number), number == 0 ? "" : id(number - 1));
      Files.writeString(versions.resolve(id(number) + "_add_column.sql"), text);
    }
  }

  private static String id(int number) {
    return "%012x".formatted(number * 2_654_435_761L & 0xffff_ffff_ffffL);
  }

  private static long readBytes(Path versions) {
    try (Stream<Path> files = Files.list(versions)) {
      return files.mapToLong(LoadBenchmark::length).sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static long length(Path file) {
    try {
      return Files.readAllBytes(file).length;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The module is meant for Dagger; without its component, its methods are called by name. */
  private static Scripts scripts(Path folder) {
    Invocation invocation =
        new Invocation(
            Optional.empty(),
            Invocation.DEFAULT_SECTION,
            Optional.empty(),
            Map.of(),
            Map.of(),
            folder,
            Optional.empty());
    SqlScriptFormat format = new SqlScriptFormat(Set.of("sqlite", "h2", "postgresql"));
    Object configuration = call("configuration", invocation);
    return (Scripts) call("scripts", configuration, invocation, format, InstantSource.system());
  }

  private static Object call(String name, Object... arguments) {
    try {
      Method method =
          Arrays.stream(FilesModule.class.getDeclaredMethods())
              .filter(declared -> declared.getName().equals(name))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void check(int found, int expected) {
    if (found != expected) {
      throw new IllegalStateException("loaded %d of %d".formatted(found, expected));
    }
  }

  private static double median(double[] times) {
    double[] sorted = Arrays.stream(times).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
