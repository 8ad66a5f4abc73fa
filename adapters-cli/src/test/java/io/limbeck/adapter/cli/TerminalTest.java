package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TerminalTest {

  private static CliModule.World world(Map<String, String> environment, boolean errIsTerminal) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new CliModule.World(
        nowhere, nowhere, environment, Path.of("/"), !errIsTerminal, errIsTerminal);
  }

  @Test
  void only_a_terminal_that_can_is_drawn_over() {
    assertThat(Terminal.of(world(Map.of("TERM", "xterm"), true)).redraws()).isTrue();
    assertThat(Terminal.of(world(Map.of("TERM", "dumb"), true)).redraws()).isFalse();
    assertThat(Terminal.of(world(Map.of("TERM", "xterm"), false)).redraws()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"132, 132", "20, 20", "5, 20", "0, 80", "wide, 80", "'', 80", "99999, 80"})
  void it_is_as_wide_as_the_shell_says_if_that_can_be(String columns, int expected) {
    assertThat(Terminal.of(world(Map.of("COLUMNS", columns), true)).columns()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', xterm, '', true",
    "1, xterm, '', false",
    "0, xterm, '', false",
    "'', dumb, '', false",
    "'', xterm, --no-color, false"
  })
  void colours_can_be_declined(String noColor, String term, String option, boolean expected) {
    GlobalOptions options = new GlobalOptions();
    new CommandLine(options).parseArgs(option.isEmpty() ? new String[0] : new String[] {option});

    boolean allowed = options.allowColor(world(Map.of("NO_COLOR", noColor, "TERM", term), true));

    assertThat(allowed).isEqualTo(expected);
  }
}
