package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Name;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CopyLinesTest {
  private static final Duration TOOK = Duration.ofMillis(1200);
  private static final Name TABLE = new Name("flows");

  private final StringWriter written = new StringWriter();

  private Messages messages(Terminal terminal) {
    return new Messages(
        new PrintWriter(written), new GlobalOptions(), new Style(() -> false), terminal);
  }

  @Test
  void each_piece_of_work_is_a_line() {
    try (CopyLines lines = new CopyLines(messages(new Terminal(false, 80)), Duration.ofMillis(1))) {
      lines.comparing(1, 1);
      lines.done(TOOK);
      lines.copying(TABLE, 0, 12_000);
      lines.reached(6_000);
      lines.done(TOOK);
      lines.copying(TABLE, 10_000, 12_000);
      lines.done(TOOK);
      lines.copying(TABLE, 1, 1);
      lines.done(TOOK);
      lines.completing(TABLE, 12_000);
      lines.done(TOOK);
      lines.comparing(2, 12_001);
      lines.done(TOOK);
    }

    assertThat(written.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            INFO  [limbeck] Comparing 1 table, 1 row (1.2 s)
            INFO  [limbeck] Copying flows, 12,000 rows (1.2 s)
            INFO  [limbeck] Copying flows, 12,000 rows from row 10,001 on (1.2 s)
            INFO  [limbeck] Copying flows, 1 row: all there (1.2 s)
            INFO  [limbeck] Completing the references of flows (1.2 s)
            INFO  [limbeck] Comparing 2 tables, 12,001 rows (1.2 s)
            """);
  }

  @Test
  void a_terminal_is_told_how_far_it_has_got() throws InterruptedException {
    try (CopyLines lines = new CopyLines(messages(new Terminal(true, 100)), Duration.ofMillis(1))) {
      lines.copying(TABLE, 0, 1_200_000);
      lines.reached(40_000);
      waitFor("\u001b[KINFO  [limbeck] Copying flows, 1,200,000 rows (40,000 of 1,200,000 rows, ");
      lines.done(TOOK);
    }

    assertThat(written.toString())
        .endsWith(
            "\u001b[KINFO  [limbeck] Copying flows, 1,200,000 rows (1.2 s)"
                + System.lineSeparator());
  }

  private void waitFor(String text) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!written.toString().contains(text)) {
      assertThat(System.nanoTime()).as("%s", written).isLessThan(deadline);
      Thread.sleep(Duration.ofMillis(1));
    }
  }
}
