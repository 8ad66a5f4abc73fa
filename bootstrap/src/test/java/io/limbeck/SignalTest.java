package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal ends a run at a boundary, and the run says which. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SignalTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void upgrade_up_to_an_endless_revision() {
    project = Project.drawn(folder, "a1 -> b2");
    project.script("b2", "a1", "CREATE TABLE half (id INTEGER);\n" + ENDLESS, "");
    project.limbeck("upgrade", "a1");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void the_process_undoes_what_it_is_in_the_middle_of_and_says_where_it_stands(
      String signal, int exitCode) throws Exception {
    Process process = start("upgrade", "--json");
    String begun = readUntil(process.getErrorStream(), "Running upgrade a1 -> b2, revision b2");
    Thread.sleep(Duration.ofMillis(100));

    send(signal, process);
    String err = begun + text(process.getErrorStream());
    String out = text(process.getInputStream());

    assertThat(process.waitFor()).isEqualTo(exitCode);
    assertThat(err)
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade a1 -> b2, revision b2
            FAILED: The run on %s was interrupted.
              The database is as it was before this revision, at a1. Run again to go on.
            """
                .formatted(project.database()));
    assertThat(out).contains("\"error\":{\"code\":130,");
    assertThat(project.rows()).containsExactly("a1");
    assertThat(project.query("SELECT name FROM sqlite_schema WHERE name = 'half'")).isEmpty();
    assertThat(project.query("SELECT count(*) FROM limbeck_history")).containsExactly("1");
    assertThat(Files.exists(folder.resolve("app.db-journal"))).isFalse();
  }

  private Process start(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(withSignals());
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  /** A test that runs in the background would hand down that SIGINT is to be ignored. */
  private static List<String> withSignals() throws IOException, InterruptedException {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> trial = new ArrayList<>(env);
    trial.add("true");
    boolean known =
        new ProcessBuilder(trial).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor()
            == 0;
    return known ? env : List.of();
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  private static String readUntil(InputStream stream, String end) throws IOException {
    StringBuilder read = new StringBuilder();
    while (!read.toString().endsWith(end)) {
      int next = stream.read();
      assertThat(next).as(read.toString()).isNotNegative();
      read.append((char) next);
    }
    return read.toString();
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
