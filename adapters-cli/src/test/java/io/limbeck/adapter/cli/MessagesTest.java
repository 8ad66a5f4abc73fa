package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MessagesTest {
  private static final String CLEAR = "\r\u001b[K";

  private final StringWriter written = new StringWriter();

  private Messages piped(String... options) {
    return messages(new Terminal(false, 80), options);
  }

  private Messages terminal(int columns, String... options) {
    return messages(new Terminal(true, columns), options);
  }

  private Messages messages(Terminal terminal, String... words) {
    GlobalOptions options = new GlobalOptions();
    new CommandLine(options).parseArgs(words);
    return new Messages(
        new PrintWriter(written), options, new Style(() -> terminal.redraws()), terminal);
  }

  private String written() {
    return written.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void a_line_is_begun_and_ended() {
    Messages messages = piped();

    messages.begin("Running upgrade a -> b");
    assertThat(written()).isEqualTo("INFO  [limbeck] Running upgrade a -> b");
    messages.rest(" (12 ms)");

    assertThat(written()).isEqualTo("INFO  [limbeck] Running upgrade a -> b (12 ms)\n");
  }

  @Test
  void what_comes_between_gets_lines_of_its_own() {
    Messages messages = piped("--verbose");

    messages.begin("Running upgrade a -> b");
    messages.info("CREATE TABLE t (c INT)");
    messages.rest(" (12 ms)");

    assertThat(written())
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade a -> b
            INFO  [limbeck] CREATE TABLE t (c INT)
            INFO  [limbeck] Done (12 ms)
            """);
  }

  @Test
  void a_failure_begins_a_line() {
    Messages messages = piped();

    messages.begin("Running upgrade a -> b");
    messages.failed("It broke.", "Mend it.");

    assertThat(written())
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade a -> b
            FAILED: It broke.
              Mend it.
            """);
  }

  @Test
  void the_quiet_hear_of_failures_only() {
    Messages messages = piped("--quiet");

    messages.info("one");
    messages.begin("two");
    messages.progress("three");
    messages.rest(" four");
    messages.failed("It broke.", "Mend it.");

    assertThat(written()).isEqualTo("FAILED: It broke.\n  Mend it.\n");
  }

  @Test
  void progress_is_never_piped() {
    Messages messages = piped();

    messages.begin("Running upgrade a -> b");
    messages.progress("revision 1 of 3");
    messages.rest(" (2.0 s)");

    assertThat(messages.showsProgress()).isFalse();
    assertThat(written()).isEqualTo("INFO  [limbeck] Running upgrade a -> b (2.0 s)\n");
  }

  @Test
  void progress_is_drawn_over_the_line_and_gone_when_it_ends() {
    Messages messages = terminal(80);

    messages.begin("Running upgrade a -> b");
    messages.progress("revision 1 of 3, 1 s");
    messages.progress("revision 1 of 3, 2 s");
    messages.rest(" (2.0 s)");

    assertThat(written())
        .isEqualTo(
            "INFO  [limbeck] Running upgrade a -> b"
                + CLEAR
                + "INFO  [limbeck] Running upgrade a -> b (revision 1 of 3, 1 s)"
                + CLEAR
                + "INFO  [limbeck] Running upgrade a -> b (revision 1 of 3, 2 s)"
                + CLEAR
                + "INFO  [limbeck] Running upgrade a -> b (2.0 s)\n");
  }

  @Test
  void what_is_drawn_over_is_one_row_and_what_stays_is_whole() {
    Messages messages = terminal(40);

    messages.begin("Running upgrade a -> b, a long message");
    messages.progress("revision 1 of 3");
    messages.rest(" (2.0 s)");

    String[] drawn = written().split("\r\u001b\\[K");
    assertThat(drawn)
        .containsExactly(
            "INFO  [limbeck] Running upgrade a ->...",
            "INFO  [limbeck] Ru... (revision 1 of 3)",
            "INFO  [limbeck] Running upgrade a -> b, a long message (2.0 s)\n");
    assertThat(drawn[0]).hasSize(39);
    assertThat(drawn[1]).hasSize(39);
  }

  @Test
  void a_failure_leaves_the_line_whole() {
    Messages messages = terminal(40);

    messages.begin("Running upgrade a -> b, a long message");
    messages.progress("revision 1 of 3");
    messages.failed("It broke.", "Mend it.");

    assertThat(written())
        .endsWith(
            CLEAR
                + "INFO  [limbeck] Running upgrade a -> b, a long message\n"
                + "\u001b[1;31mFAILED: \u001b[0mIt broke.\n  Mend it.\n");
  }

  @Test
  void nothing_is_drawn_where_no_line_is_open() {
    Messages messages = terminal(80);

    messages.progress("revision 1 of 3");
    messages.info("All is done.");
    messages.progress("revision 2 of 3");

    assertThat(written()).isEqualTo("INFO  [limbeck] All is done.\n");
  }

  @Test
  void a_bug_shows_its_stack_trace() {
    piped().bug(new Bug(new IllegalStateException("impossible")));

    assertThat(written())
        .startsWith(
            """
            FAILED: java.lang.IllegalStateException: impossible
              This is a bug in Limbeck. Please report it with what standard error shows.
            java.lang.IllegalStateException: impossible
            \tat \
            """);
  }
}
