package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Project.Printed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that are not understood. */
class UsageTest {
  @TempDir private Path folder;

  static Stream<Arguments> misuses() {
    return Stream.of(
        misuse(
            "No such command: 'upgrad'",
            "Did you mean 'upgrade' or 'downgrade'? See 'limbeck --help'.",
            "upgrad"),
        misuse("No such command: 'xyzzy'", "See 'limbeck --help'.", "xyzzy"),
        misuse("Unknown option: '--zzz'", "See 'limbeck --help'.", "--zzz"),
        misuse("Unknown option: '--zzz'", "See 'limbeck current --help'.", "current", "--zzz"),
        misuse(
            "Unknown option: '--dry-rum'",
            "Did you mean '--dry-run'? See 'limbeck downgrade --help'.",
            "downgrade",
            "--dry-rum",
            "base"),
        misuse(
            "Unknown option: '--dry-rum'",
            "Did you mean '--dry-run'? See 'limbeck downgrade --help'.",
            "downgrade",
            "base",
            "--dry-rum"),
        misuse(
            "'b2' is one argument too many",
            "See 'limbeck upgrade --help'.",
            "upgrade",
            "a1",
            "b2"),
        misuse(
            "Missing required parameter: 'TARGET'", "See 'limbeck downgrade --help'.", "downgrade"),
        misuse("Missing required parameter: 'TARGET'", "See 'limbeck stamp --help'.", "stamp"),
        misuse("Missing required parameter: 'REV'", "See 'limbeck show --help'.", "show"),
        misuse("Missing required parameter: 'REV'", "See 'limbeck merge --help'.", "merge"),
        misuse("Missing required parameter: 'DIRECTORY'", "See 'limbeck init --help'.", "init"),
        misuse(
            "Missing required parameter for option '--config' (FILE)",
            "See 'limbeck --help'.",
            "-c"),
        misuse(
            "Invalid value for positional parameter at index 0 (SHELL): expected one of [bash, zsh]"
                + " (case-sensitive) but was 'fish'",
            "See 'limbeck completion --help'.",
            "completion",
            "fish"),
        misuse(
            "Range revision not allowed",
            "A range says where to start, which a database knows itself. Leave out what is before"
                + " the colon, or add --sql.",
            "upgrade",
            "a1:b2"),
        misuse(
            "downgrade with --sql requires <fromrev>:<torev>",
            "There is no database to ask: name the revision to start from as well.",
            "downgrade",
            "a1",
            "--sql"),
        misuse(
            "Can't use --purge with --sql mode",
            "There is no database to look into: write the DELETE yourself.",
            "stamp",
            "a1",
            "--purge",
            "--sql"),
        misuse(
            "Stamp operation with --sql only supports a single starting revision at a time",
            "These are named: a1, b2. Write one.",
            "stamp",
            "a1:b2",
            "b2:a1",
            "--sql"),
        misuse(
            "--up and --down exclude each other",
            "Choose one of them.",
            "show",
            "a1",
            "--up",
            "--down"));
  }

  private static Arguments misuse(String problem, String remedy, String... words) {
    return Arguments.of(problem, remedy, List.of(words));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void is_told_with_the_way_to_the_help(String problem, String remedy, List<String> words) {
    Printed printed = Project.drawn(folder, "a1 -> b2").limbeck(words.toArray(String[]::new));

    assertThat(printed.err()).isEqualTo("FAILED: %s\n  %s\n".formatted(problem, remedy));
    assertThat(printed.out()).isEmpty();
    assertThat(printed.exitCode()).isEqualTo(2);
  }

  @Test
  void whoever_names_no_command_is_shown_them() {
    Project project = Project.drawn(folder, "a1 -> b2");

    Printed printed = project.limbeck();

    assertThat(printed.err()).isEqualTo(project.limbeck("--help").out());
    assertThat(printed.out()).isEmpty();
    assertThat(printed.exitCode()).isEqualTo(2);
  }

  @Test
  void help_before_a_command_is_that_of_the_program() {
    Project project = Project.drawn(folder, "a1 -> b2");

    assertThat(project.limbeck("--help", "heads")).isEqualTo(project.limbeck("--help"));
    assertThat(project.limbeck("-h")).isEqualTo(project.limbeck("--help"));
    assertThat(project.limbeck("heads", "-h")).isEqualTo(project.limbeck("heads", "--help"));
    assertThat(project.limbeck("--version").out()).matches("limbeck \\S+\n");
  }

  @Test
  void a_number_with_a_sign_is_a_target_and_no_option() {
    Project project = Project.drawn(folder, "a1 -> b2 -> c3");
    project.limbeck("upgrade", "b2");

    assertThat(project.limbeck("downgrade", "-1", "--dry-run").out())
        .contains("-- Would run downgrade b2 -> a1, revision b2");
    assertThat(project.limbeck("upgrade", "+1").exitCode()).isZero();
    assertThat(project.limbeck("history", "-r", "-2:current").lines()).hasSize(3);
    assertThat(project.limbeck("upgrade", "-1").err())
        .startsWith("FAILED: Relative revision -1 didn't produce 1 migrations\n");
  }

  @Test
  void a_word_that_begins_with_an_at_sign_is_no_file_of_arguments() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.write("todo", "--help");

    Printed printed =
        project.limbeck("revision", "-m", "@" + folder.resolve("todo"), "--rev-id", "c3");

    assertThat(printed.exitCode()).isZero();
    assertThat(project.limbeck("history", "-r", "c3:c3").out())
        .isEqualTo("b2 -> c3 (head), @%s\n".formatted(folder.resolve("todo")));
  }
}
