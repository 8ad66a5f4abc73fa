package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that copies 200,000 rows is killed at some moment, again and again. */
class AlterKillTest {
  private static final int ROWS = 200_000;
  private static final int KILLS = System.getProperty("limbeck.stress") == null ? 3 : 25;

  @TempDir private Path folder;

  private enum Left {
    BEFORE,
    AFTER
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void a_killed_rebuild_leaves_what_was_before_or_what_is_after(String journalMode)
      throws Exception {
    Path original = folder.resolve("original.db");
    BigTable.made(original, ROWS, journalMode);
    long whole = millisOf(copyOf(original), Duration.ofMinutes(1));
    Random random = new Random(42);
    Map<Left, Integer> left = new EnumMap<>(Left.class);

    for (int kill = 1; kill <= KILLS; kill++) {
      Duration moment = Duration.ofMillis(random.nextLong(whole + whole / 5));
      BigTable table = new BigTable(new SqliteFile(copyOf(original)), ROWS);
      millisOf(table.file().path(), moment);

      boolean before = table.check().equals(BigTable.A);

      left.merge(before ? Left.BEFORE : Left.AFTER, 1, Integer::sum);
      if (before) {
        try (Database database = Databases.at(table.file().path())) {
          assertThat(Databases.apply(database, BigTable.change()))
              .as("killed at %s", moment)
              .isTrue();
        }
        assertThat(table.check()).isEqualTo(BigTable.B);
      }
    }
    assertThat(left).containsKey(Left.BEFORE);
  }

  private Path copyOf(Path original) throws IOException {
    Path copy = folder.resolve("app.db");
    for (String companion : List.of("", "-journal", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve("app.db" + companion));
    }
    return Files.copy(original, copy);
  }

  /**
   * Lets another process change the table, and kills it if it takes longer than {@code patience}.
   *
   * @return how long it took from its first row on, in milliseconds
   */
  private static long millisOf(Path file, Duration patience) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AlterKillTest.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("begun");
      long begun = System.nanoTime();
      process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    Progress progress =
        new Progress() {
          @Override
          public void started(ScriptedStep step, int number, int count) {
            System.out.println("begun");
          }
        };
    try (Database database = Databases.at(Path.of(arguments[0]));
        Database.Session session = database.open()) {
      session.apply(List.of(BigTable.change()), progress);
    }
  }
}
