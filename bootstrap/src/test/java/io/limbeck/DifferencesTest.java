package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Project.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the command line differs from Alembic's on purpose. */
class DifferencesTest {
  @TempDir private Path folder;

  private static Stream<List<String>> commandsThatNeedTheGraph() {
    return Stream.of(
        List.of("heads"),
        List.of("history"),
        List.of("history", "--graph"),
        List.of("branches"),
        List.of("show", "a1"),
        List.of("edit", "a1"),
        List.of("current"),
        List.of("upgrade", "a1"),
        List.of("upgrade", "a1", "--dry-run"),
        List.of("upgrade", "a1", "--sql"),
        List.of("downgrade", "base"),
        List.of("stamp", "a1"),
        List.of("revision", "-m", "more"),
        List.of("merge", "heads"));
  }

  private static void assertFails(Printed printed, int exitCode, String problem, String remedy) {
    assertThat(printed.err()).isEqualTo("FAILED: %s\n  %s\n".formatted(problem, remedy));
    assertThat(printed.out()).isEmpty();
    assertThat(printed.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void a_failure_goes_to_standard_error_with_what_to_do_and_results_stand_alone() {
    Project project = Project.drawn(folder, "a1 -> b2");

    assertFails(
        project.limbeck("show", "c3"),
        8,
        "Can't locate revision identified by 'c3'",
        "No revision id or branch label begins with it; the history lists what there is.");
    Printed heads = project.limbeck("heads");
    assertThat(heads.out()).isEqualTo("b2 (head)\n");
    assertThat(heads.err()).isEmpty();
  }

  @Test
  void why_a_revision_cannot_be_located_is_told() {
    Project project = Project.drawn(folder, "abc1 -> abc2:net", "abc1 -> xyz1:shop");
    String problem = "Can't locate revision identified by '%s'";

    assertFails(
        project.limbeck("show", "ab"),
        8,
        problem.formatted("ab"),
        "2 names begin with it, 'abc1', 'abc2': add characters until one is left.");
    assertFails(
        project.limbeck("show", "axc1"),
        8,
        problem.formatted("axc1"),
        "No revision id or branch label begins with it; did you mean 'abc1'?");
    assertFails(
        project.limbeck("show", "net@xyz1"),
        8,
        problem.formatted("xyz1"),
        "Revision xyz1 is not a member of branch 'net': name another branch, or the revision"
            + " alone.");
  }

  @Test
  void a_revision_that_only_the_database_knows_is_told_with_where_it_came_from() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade");
    Files.delete(project.script("b2"));

    Printed printed = project.limbeck("current");

    assertThat(printed.exitCode()).isEqualTo(8);
    assertThat(printed.err())
        .matches(
            "FAILED: Can't locate revision identified by 'b2'\n"
                + "  \\Q%s\\E stands at it: 'revision b2', applied \\S+ by \\S+ with Limbeck"
                    .formatted(project.database())
                + " \\S+, and its script is not here\\. Get the scripts that have it; or downgrade"
                + " to a revision that is here: the history kept what is needed to undo b2\\.\n");
    assertThat(project.limbeck("downgrade", "a1", "--confirm=app.db").exitCode()).isZero();
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void where_alembic_crashes_there_is_a_planned_error() {
    Project project = Project.drawn(folder, "a1 -> b2:net");

    assertFails(
        project.limbeck("history", "-r", "a1:b2:b2"),
        1,
        "History range requires [start]:[end], [start]:, or :[end]",
        "'a1:b2:b2' is none of these: write one colon.");
    assertFails(
        project.limbeck("revision", "--branch-label", "net"),
        1,
        "Branch name 'net' is already used by revision b2.",
        "Choose another label. Nothing was written.");
  }

  @ParameterizedTest
  @MethodSource("commandsThatNeedTheGraph")
  void an_id_that_is_present_twice_is_one_error(List<String> command) throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    Path copy = Files.copy(project.script("b2"), project.versions().resolve("copy.sql"));

    assertFails(
        project.limbeck(command.toArray(String[]::new)),
        1,
        "Revision b2 is present more than once: in %s and in %s."
            .formatted(project.script("b2"), copy),
        "Give one of them another id, or remove it.");
  }

  @ParameterizedTest
  @MethodSource("commandsThatNeedTheGraph")
  void a_parent_that_nobody_has_is_one_error(List<String> command) throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    Files.delete(project.script("a1"));

    assertFails(
        project.limbeck(command.toArray(String[]::new)),
        1,
        "Revision a1 referenced from b2 is not present: no script has that id (%s)."
            .formatted(project.script("b2")),
        "Bring the missing script back, or correct the line that names it.");
  }

  @ParameterizedTest
  @MethodSource("commandsThatNeedTheGraph")
  void a_script_that_cannot_be_read_is_one_error(List<String> command) {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.write("migrations/versions/notes.sql", "SELECT 1;\n");

    assertFails(
        project.limbeck(command.toArray(String[]::new)),
        1,
        "%s:1:1: Only comment lines may stand before the first section."
            .formatted(project.versions().resolve("notes.sql")),
        "Put SQL under a line -- migrate:upgrade, and begin the header's lines with --.");
  }

  @ParameterizedTest
  @MethodSource("commandsThatNeedTheGraph")
  void a_cycle_is_one_error(List<String> command) {
    Project project = Project.drawn(folder);
    project.script("a1", "b2", "", "");
    project.script("b2", "a1", "", "");

    assertFails(
        project.limbeck(command.toArray(String[]::new)),
        1,
        "Cycle is detected in revisions (a1, b2)",
        "Correct what one of them revises, so that the history has a base.");
  }

  @Test
  void files_that_are_no_sql_do_not_matter() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.write("migrations/versions/README.md", "# Scripts\n");
    project.write("migrations/versions/b2_revision_b2.sql.orig", "rubbish\n");

    assertThat(project.limbeck("heads").out()).isEqualTo("b2 (head)\n");
  }

  @Test
  void a_database_is_at_its_heads_though_one_is_only_a_dependency_and_has_no_row() {
    Project project = Project.drawn(folder, "a1 -> b2", "x1 -> y2(b2)");
    project.limbeck("upgrade", "heads");
    assertThat(project.rows()).containsExactly("y2");

    Printed printed = project.limbeck("current", "--check-heads");

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out()).isEqualTo("b2 (effective head)\ny2 (head)\n");
  }

  @Test
  void the_history_up_to_an_empty_database_is_empty() {
    Project project = Project.drawn(folder, "a1 -> b2");

    Printed printed = project.limbeck("history", "-r", ":current");

    assertThat(printed.out()).isEmpty();
    assertThat(printed.exitCode()).isZero();
  }

  @Test
  void read_commands_make_neither_a_file_nor_a_table() {
    Project project = Project.drawn(folder, "a1 -> b2");
    List<List<String>> reading =
        List.of(
            List.of("current"),
            List.of("history", "-i"),
            List.of("history", "-r", ":current"),
            List.of("show", "current"),
            List.of("upgrade", "--dry-run"),
            List.of("upgrade", "base"),
            List.of("downgrade", "base"),
            List.of("downgrade", "base", "--dry-run"));

    for (List<String> command : reading) {
      assertThat(project.limbeck(command.toArray(String[]::new)).exitCode()).isZero();
      assertThat(project.database()).doesNotExist();
    }
    Printed current = project.limbeck("current");
    assertThat(current.out()).isEmpty();
    assertThat(current.err())
        .isEqualTo(
            """
            INFO  [limbeck] There is no database at %s yet.
            INFO  [limbeck] 2 revisions are pending; 'limbeck upgrade heads' applies them.
            """
                .formatted(project.database().toAbsolutePath()));

    project.execute("CREATE TABLE other (id INTEGER)");
    for (List<String> command : reading) {
      assertThat(project.limbeck(command.toArray(String[]::new)).exitCode()).isZero();
      assertThat(project.query("SELECT name FROM sqlite_schema")).containsExactly("other");
    }
  }

  @ParameterizedTest
  @MethodSource("revisionsThatCannotBeWritten")
  void a_revision_that_cannot_be_is_not_written(List<String> command) {
    Project project = Project.drawn(folder, "a1 -> b2:net", "a1 -> c3");
    List<String> before = project.scripts();

    Printed printed = project.limbeck(command.toArray(String[]::new));

    assertThat(printed.exitCode()).isNotZero();
    assertThat(printed.err()).startsWith("FAILED: ");
    assertThat(project.scripts()).isEqualTo(before);
  }

  private static Stream<List<String>> revisionsThatCannotBeWritten() {
    return Stream.of(
        List.of("revision", "--head", "b2", "--rev-id", "a1"),
        List.of("revision", "--head", "b2", "--rev-id", "net"),
        List.of("revision", "--head", "b2", "--rev-id", "no-id"),
        List.of("revision", "--head", "b2", "--branch-label", "net"),
        List.of("revision", "--head", "b2", "--branch-label", "c3"),
        List.of("revision", "--head", "b2", "--branch-label", "no label"),
        List.of("revision", "--head", "b2", "--depends-on", "zz"),
        List.of("revision", "--head", "b2", "--version-path", "elsewhere"),
        List.of("revision", "--head", "a1"),
        List.of("revision"),
        List.of("merge", "b2", "c3", "--rev-id", "a1"),
        List.of("merge", "b2", "c3", "--branch-label", "net"),
        List.of("merge", "b2", "b2"),
        List.of("merge", "b2", "zz"));
  }

  @Test
  void a_label_that_looks_like_arithmetic_is_a_label() {
    Project project = Project.drawn(folder, "a1 -> b2:net-2 -> c3", "a1 -> d4:net");

    assertThat(project.limbeck("upgrade", "net-2@head").exitCode()).isZero();
    assertThat(project.rows()).containsExactly("c3");
  }

  @Test
  void locations_without_a_separator_are_parted_by_blanks_commas_and_the_platforms() {
    Project project = Project.drawn(folder, "a1 -> b2");
    for (String name : List.of("two", "three", "four")) {
      project.write(
          name + "/" + name + ".sql",
          "-- m\n--\n-- Revision ID: %s\n-- Revises: b2\n\n-- migrate:upgrade\n".formatted(name));
    }
    String ini =
        "[alembic]\nscript_location = migrations\nversion_locations = migrations/versions two,"
            + " three:four\n";
    project.write("alembic.ini", ini.replace(":", java.io.File.pathSeparator));

    assertThat(project.limbeck("heads").lines())
        .containsExactly("two (head)", "three (head)", "four (head)");
  }

  @Test
  void a_location_that_does_not_exist_is_an_error() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = migrations
        version_locations = migrations/versions nowhere
        """);

    assertFails(
        project.limbeck("heads"),
        1,
        "Path doesn't exist: %s.".formatted(folder.resolve("nowhere")),
        "Please use the 'init' command to create a new scripts folder, or correct"
            + " version_locations (path_separator says what parts them).");
  }
}
