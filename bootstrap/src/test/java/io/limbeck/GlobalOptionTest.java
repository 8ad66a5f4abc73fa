package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Project.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options and variables of every command. */
class GlobalOptionTest {
  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void draw() {
    project = Project.drawn(folder.resolve("project"), "a1 -> b2");
  }

  private static Printed limbeck(Path workingDirectory, String... words) {
    return Project.limbeck(workingDirectory, Map.of(), false, words);
  }

  private Path elsewhere() throws Exception {
    return Files.createDirectories(folder.resolve("elsewhere"));
  }

  @Test
  void an_option_stands_before_the_command_or_after_it() throws Exception {
    String ini = project.folder().resolve("alembic.ini").toString();

    for (List<String> words :
        List.of(
            List.of("-c", ini, "heads"),
            List.of("heads", "-c", ini),
            List.of("--config=" + ini, "heads"),
            List.of("heads", "--config", ini))) {
      assertThat(limbeck(elsewhere(), words.toArray(String[]::new)).out()).isEqualTo("b2 (head)\n");
    }
    assertThat(project.limbeck("-v", "heads").out()).startsWith("Rev: b2 (head)\n");
    assertThat(project.limbeck("heads", "-v").out()).startsWith("Rev: b2 (head)\n");
    assertThat(project.limbeck("--json", "heads").out()).startsWith("{\"format\":1,");
    assertThat(project.limbeck("heads", "--json").out()).startsWith("{\"format\":1,");
  }

  @Test
  void the_configuration_is_named_or_found_in_the_nearest_folder_above() throws Exception {
    assertThat(limbeck(folder, "-c", "project/alembic.ini", "heads").out())
        .isEqualTo("b2 (head)\n");
    assertThat(limbeck(project.versions(), "heads").out()).isEqualTo("b2 (head)\n");
    assertThat(
            Project.limbeck(folder, Map.of("ALEMBIC_CONFIG", "project/alembic.ini"), false, "heads")
                .out())
        .isEqualTo("b2 (head)\n");
  }

  @Test
  void the_option_comes_before_the_variable() {
    Project other = Project.drawn(folder.resolve("other"), "x1");

    Printed printed =
        Project.limbeck(
            folder,
            Map.of("ALEMBIC_CONFIG", "project/alembic.ini"),
            false,
            "-c",
            "other/alembic.ini",
            "heads");

    assertThat(printed.out()).isEqualTo("x1 (head)\n");
    assertThat(other.database()).doesNotExist();
  }

  @Test
  void without_a_configuration_it_is_said_where_was_looked() throws Exception {
    Printed none = limbeck(elsewhere(), "heads");

    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err())
        .isEqualTo(
            """
            FAILED: There is no alembic.ini in %s, nor in any folder above it.
              Name the configuration file, set ALEMBIC_CONFIG, or make one with init.
            """
                .formatted(elsewhere()));
    assertThat(limbeck(elsewhere(), "-c", "no.ini", "heads").err())
        .startsWith(
            "FAILED: There is no configuration file %s.\n"
                .formatted(elsewhere().resolve("no.ini")));
  }

  @Test
  void current_keeps_its_own_c() {
    project.limbeck("upgrade");

    assertThat(project.limbeck("current", "-c").exitCode()).isZero();
    assertThat(limbeck(folder, "-c", "project/alembic.ini", "current", "-c").out())
        .isEqualTo("b2 (head)\n");
    assertThat(limbeck(folder, "current", "-c", "--config", "project/alembic.ini").out())
        .isEqualTo("b2 (head)\n");
  }

  @Test
  void the_first_url_counts_of_option_variables_and_configuration() {
    record Case(Map<String, String> environment, List<String> options, String file) {}
    String url = "sqlite:///%s.db";
    List<Case> cases =
        List.of(
            new Case(
                Map.of("SQLALCHEMY_URL", url.formatted("two")),
                List.of("--url", url.formatted("one")),
                "one.db"),
            new Case(
                Map.of(
                    "SQLALCHEMY_URL", url.formatted("two"),
                    "LIMBECK_URL", url.formatted("three"),
                    "DATABASE_URL", url.formatted("four")),
                List.of(),
                "two.db"),
            new Case(
                Map.of(
                    "LIMBECK_URL", url.formatted("three"),
                    "DATABASE_URL", url.formatted("four")),
                List.of(),
                "three.db"),
            new Case(Map.of("DATABASE_URL", url.formatted("four")), List.of(), "four.db"),
            new Case(Map.of(), List.of("-x", "sqlalchemy.url=" + url.formatted("five")), "five.db"),
            new Case(Map.of(), List.of(), "app.db"));

    for (Case one : cases) {
      Path database = project.folder().resolve(one.file());
      String[] words =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of("upgrade"), one.options().stream())
              .toArray(String[]::new);

      Printed printed = project.limbeck(one.environment(), words);

      assertThat(printed.err()).contains("%s is now at b2".formatted(database));
      assertThat(database).exists();
    }
  }

  @Test
  void a_password_is_never_shown() {
    for (String url :
        List.of(
            "postgresql://ada:secret@db.invalid/app",
            "jdbc:postgresql://db.invalid/app?password=secret",
            "postgresql://ada:sec@ret@db.invalid/app",
            "mysql://ada:secret@db.invalid/app")) {
      Printed printed = project.limbeck("--url", url, "current", "--json");

      assertThat(printed.exitCode()).isEqualTo(1);
      assertThat(printed.err() + printed.out())
          .contains("db.invalid/app")
          .doesNotContain("secret", "sec@", "ret@");
    }
  }

  @Test
  void another_section_is_read_when_it_is_named() {
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = nowhere
        [other]
        script_location = migrations
        sqlalchemy.url = sqlite:///other.db
        """);

    assertThat(project.limbeck("heads").exitCode()).isEqualTo(1);
    assertThat(project.limbeck("-n", "other", "heads").out()).isEqualTo("b2 (head)\n");
    assertThat(project.limbeck("heads", "--name=other").out()).isEqualTo("b2 (head)\n");
    Printed wrong = project.limbeck("-n", "third", "heads");
    assertThat(wrong.err())
        .isEqualTo(
            "FAILED: %s has no section [third].\n  It has: alembic, other.\n"
                .formatted(project.folder().resolve("alembic.ini")));
  }

  @Test
  void x_sets_keys_for_one_run() {
    Printed printed =
        project.limbeck(
            "upgrade", "-x", "version_table=versions", "-x", "history_table=log_of_steps");

    assertThat(printed.exitCode()).isZero();
    assertThat(project.query("SELECT version_num FROM versions")).containsExactly("b2");
    assertThat(project.query("SELECT count(*) FROM log_of_steps")).containsExactly("2");
    Printed wrong = project.limbeck("-x", "versions", "heads");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo(
            """
            FAILED: Value for option '-x' (KEY=VALUE) should be in KEY=VALUE format but was versions
              See 'limbeck --help'.
            """);
  }

  @Test
  void the_history_keeps_who_it_was_and_on_which_machine() {
    project.limbeck(Map.of("HOSTNAME", "engine"), "upgrade", "a1");
    project.limbeck("upgrade");

    assertThat(project.query("SELECT by_user FROM limbeck_history ORDER BY number"))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(System.getProperty("user.name") + "@engine"),
            second ->
                assertThat(second)
                    .startsWith(System.getProperty("user.name") + "@")
                    .doesNotEndWith("@"));
  }

  @Test
  void quiet_silences_messages_and_not_results() {
    Printed upgrade = project.limbeck("-q", "upgrade", "a1");
    Printed current = project.limbeck("current", "--quiet");

    assertThat(upgrade.err() + upgrade.out() + current.err()).isEmpty();
    assertThat(current.out()).isEqualTo("a1\n");
    assertThat(project.limbeck("-q", "upgrade", "zz").err())
        .startsWith("FAILED: Can't locate revision identified by 'zz'\n");
  }

  @Test
  void verbose_shows_each_statement_of_a_run() {
    Printed printed = project.limbeck("-v", "upgrade", "a1");

    assertThat(printed.err().replaceAll("\\d+ ms", "1 ms"))
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade  -> a1, revision a1
            INFO  [limbeck] CREATE TABLE t_a1 (id INTEGER PRIMARY KEY, name TEXT)
            INFO  [limbeck] INSERT INTO t_a1 (name) VALUES ('one')
            INFO  [limbeck] Done (1 ms)
            INFO  [limbeck] %s is now at a1 (1 step, 1 ms).
            """
                .formatted(project.database()));
  }

  @Test
  void colours_are_for_terminals_unless_they_are_declined() {
    String plain = "a1 -> b2 (head), revision b2\n<base> -> a1, revision a1\n";
    String coloured = "a1 -> \u001b[33mb2\u001b[0m\u001b[32m (head)\u001b[0m, revision b2\n";

    assertThat(on(true, Map.of(), "history").out()).startsWith(coloured);
    assertThat(on(false, Map.of(), "history").out()).isEqualTo(plain);
    assertThat(on(true, Map.of("NO_COLOR", "1"), "history").out()).isEqualTo(plain);
    assertThat(on(true, Map.of("NO_COLOR", ""), "history").out()).startsWith(coloured);
    assertThat(on(true, Map.of("TERM", "dumb"), "history").out()).isEqualTo(plain);
    assertThat(on(true, Map.of(), "--no-color", "history").out()).isEqualTo(plain);
    assertThat(on(true, Map.of(), "history", "--no-color").out()).isEqualTo(plain);
    assertThat(on(true, Map.of(), "show", "zz").err())
        .startsWith("\u001b[1;31mFAILED: \u001b[0mCan't locate");
    assertThat(on(true, Map.of(), "history", "--json").out()).doesNotContain("\u001b");
  }

  private Printed on(boolean terminal, Map<String, String> environment, String... words) {
    return Project.limbeck(project.folder(), environment, terminal, words);
  }
}
