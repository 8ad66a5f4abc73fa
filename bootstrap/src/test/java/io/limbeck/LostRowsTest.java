package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code downgrade --confirm} */
class LostRowsTest {
  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void upgrade() {
    project = Project.drawn(folder, "a1 -> b2");
    project.script(
        "c3", "b2", "ALTER TABLE t_a1 ADD COLUMN note TEXT;", "ALTER TABLE t_a1 DROP COLUMN note;");
    project.limbeck("upgrade");
  }

  @Test
  void a_downgrade_that_loses_rows_is_refused_with_what_and_how_many() {
    project.execute("UPDATE t_a1 SET note = 'x'", "INSERT INTO t_b2 (name) VALUES ('two')");

    Project.Printed printed = project.limbeck("downgrade", "a1");

    assertThat(printed.exitCode()).isEqualTo(9);
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: The downgrade would lose t_a1.note (1 value), t_b2 (2 rows).
              Nothing was run. Keep a copy of what is needed, and confirm it with the database's name, app.db. Use --confirm=app.db to do so.
            """);
    assertThat(project.rows()).containsExactly("c3");
    assertThat(project.query("SELECT count(*) FROM t_b2")).containsExactly("2");
  }

  @Test
  void a_downgrade_that_loses_none_needs_no_confirmation() {
    assertThat(project.limbeck("downgrade", "-1").exitCode()).isZero();

    project.execute("DELETE FROM t_b2");
    assertThat(project.limbeck("downgrade", "-1").exitCode()).isZero();
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void the_databases_name_confirms_it() {
    assertThat(project.limbeck("downgrade", "base", "--confirm=app.db").exitCode()).isZero();
    assertThat(project.rows()).isEmpty();
  }

  @Test
  void another_name_does_not() {
    Project.Printed printed = project.limbeck("downgrade", "base", "--confirm", "prod.db");

    assertThat(printed.exitCode()).isEqualTo(9);
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: The downgrade was confirmed for 'prod.db', but the database is app.db.
              It would lose t_b2 (1 row), t_a1 (1 row). Nothing was run. Go to the database that was meant, or confirm it with this one's name. Use --confirm=app.db to do so.
            """);
    assertThat(project.rows()).containsExactly("c3");
  }

  @Test
  void a_name_that_a_shell_would_split_is_quoted() {
    String url = "sqlite:///" + folder.resolve("it's mine.db");
    project.limbeck("--url", url, "upgrade");

    Project.Printed printed = project.limbeck("--url", url, "downgrade", "base");

    assertThat(printed.err()).endsWith(" Use --confirm='it'\\''s mine.db' to do so.\n");
    assertThat(
            project.limbeck("--url", url, "downgrade", "base", "--confirm=it's mine.db").exitCode())
        .isZero();
  }

  @Test
  void a_dry_run_shows_what_would_be_lost_and_loses_nothing() {
    Project.Printed printed = project.limbeck("downgrade", "a1", "--dry-run");

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out())
        .isEqualTo(
            """
            -- Would lose t_b2 (1 row)
            -- Locks app.db (RESERVED): other writers wait for the whole of a revision
            -- Locks app.db (EXCLUSIVE): readers wait while a revision commits
            -- Locks app.db (EXCLUSIVE): and from where it has changed more than 2,000 KiB

            -- Would run downgrade c3 -> b2, revision c3
            ALTER TABLE t_a1 DROP COLUMN note;
            --   t_a1: rebuild, column note goes (1 row, 4 KiB)

            -- Would run downgrade b2 -> a1, revision b2
            DROP TABLE t_b2;
            """);
    assertThat(project.limbeck("downgrade", "a1", "--dry-run", "--json").out())
        .contains("\"losses\":[{\"table\":\"t_b2\",\"rows\":1}]");
    assertThat(project.rows()).containsExactly("c3");
  }

  @Test
  void what_was_lost_with_consent_is_in_the_answer() {
    project.execute("UPDATE t_a1 SET note = 'x'");

    assertThat(project.limbeck("downgrade", "-1", "--confirm=app.db", "--json").out())
        .contains("\"losses\":[{\"table\":\"t_a1\",\"column\":\"note\",\"rows\":1}]");
  }

  @Test
  void offline_mode_has_no_rows_to_lose() {
    assertThat(project.limbeck("downgrade", "c3:a1", "--sql").exitCode()).isZero();
  }
}
