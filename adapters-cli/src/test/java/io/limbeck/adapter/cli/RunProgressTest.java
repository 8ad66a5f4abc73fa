package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunProgressTest {
  private static final List<ScriptedStep> STEPS =
      List.of(
          Steps.upgrade(Heads.none(), "a", "CREATE TABLE t (c INT)", "SELECT 1\nFROM t"),
          Steps.stamp(Heads.of("a"), "b"));

  private String told(boolean verbose) {
    StringWriter written = new StringWriter();
    Messages messages =
        new Messages(
            new PrintWriter(written),
            new GlobalOptions(),
            new Style(() -> false),
            new Terminal(false, 80));
    try (Database database = new InMemoryDatabase();
        Database.Session session = database.open();
        RunProgress progress = new RunProgress(messages, verbose)) {
      session.apply(STEPS, progress);
    }
    return written.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void a_step_is_a_line() {
    assertThat(told(false))
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade  -> a, message of a (0 ms)
            INFO  [limbeck] Running stamp_revision a -> b (0 ms)
            """);
  }

  @Test
  void the_talkative_add_each_statement() {
    assertThat(told(true))
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade  -> a, message of a
            INFO  [limbeck] CREATE TABLE t (c INT)
            INFO  [limbeck] SELECT 1
            INFO  [limbeck] FROM t
            INFO  [limbeck] Done (0 ms)
            INFO  [limbeck] Running stamp_revision a -> b (0 ms)
            """);
  }

  @Test
  void a_long_run_tells_on_a_terminal_how_far_it_has_got() throws InterruptedException {
    StringWriter written = new StringWriter();
    Messages messages =
        new Messages(
            new PrintWriter(written),
            new GlobalOptions(),
            new Style(() -> false),
            new Terminal(true, 100));

    ScriptedStep step = STEPS.getFirst();
    try (RunProgress progress = new RunProgress(messages, false, Duration.ofMillis(1))) {
      progress.started(step, 3, 7);
      progress.running(step, step.statements().get(0));
      progress.running(step, step.statements().get(1));
      waitFor(
          written,
          "\u001b[KINFO  [limbeck] Running upgrade  -> a, message of a (revision 3 of 7, statement"
              + " 2 of 2, ");
      progress.copied(step, "users", 40_000, 1_200_000);
      waitFor(written, "statement 2 of 2, 40,000 of 1,200,000 rows of users, ");
      progress.finished(step, Duration.ofMillis(1200));
    }

    assertThat(written.toString())
        .endsWith(
            "\u001b[KINFO  [limbeck] Running upgrade  -> a, message of a (1.2 s)"
                + System.lineSeparator());
  }

  private static void waitFor(StringWriter written, String text) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!written.toString().contains(text)) {
      assertThat(System.nanoTime()).as("%s", written).isLessThan(deadline);
      Thread.sleep(Duration.ofMillis(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "3456, 3.4 s",
    "59999, 59.9 s",
    "60000, 1 min 0 s",
    "125999, 2 min 5 s"
  })
  void a_time_is_told_as_exactly_as_one_wants_to_know_it(long millis, String expected) {
    assertThat(RunProgress.inWords(Duration.ofMillis(millis))).isEqualTo(expected);
  }
}
