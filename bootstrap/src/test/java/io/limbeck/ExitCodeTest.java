package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script that calls the program can tell apart. */
class ExitCodeTest {
  @TempDir private Path folder;

  @Test
  void zero_when_done_and_when_there_is_nothing_to_do() {
    Project project = Project.drawn(folder, "a1 -> b2");

    assertThat(project.limbeck("upgrade").exitCode()).isZero();
    assertThat(project.limbeck("upgrade").exitCode()).isZero();
    assertThat(project.limbeck("current", "--check-heads").exitCode()).isZero();
  }

  @Test
  void one_when_a_revision_fails() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.script("b2", "a1", "CREATE TABLE t_a1 (id INTEGER);", "");

    Project.Printed printed = project.limbeck("upgrade");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err())
        .endsWith(
            "FAILED: Revision b2 failed at %s:7: table t_a1 already exists.\n"
                    .formatted(project.script("b2"))
                + "  The database is as it was before this revision, at a1. Mend the script and run"
                + " again.\n");
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void two_for_wrong_usage() {
    assertThat(Project.drawn(folder, "a1").limbeck("upgrade", "--nope").exitCode()).isEqualTo(2);
  }

  @Test
  void three_when_behind() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade", "a1");

    Project.Printed printed = project.limbeck("current", "--check-heads");

    assertThat(printed.exitCode()).isEqualTo(3);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: Database is not on all head revisions
              %s is at a1; 1 revision is pending. Run 'limbeck upgrade heads'.
            """
                .formatted(project.database()));
  }

  @Test
  void six_for_several_heads_where_one_is_needed() {
    Project project = Project.drawn(folder, "a1 -> b2", "a1 -> c3");

    assertThat(project.limbeck("upgrade").exitCode()).isEqualTo(6);
    assertThat(project.limbeck("revision", "-m", "more").exitCode()).isEqualTo(6);
    assertThat(project.limbeck("stamp", "head").exitCode()).isEqualTo(6);
    project.limbeck("upgrade", "heads");
    Project.Printed ambiguous = project.limbeck("upgrade", "+1");
    assertThat(ambiguous.exitCode()).isEqualTo(6);
    assertThat(ambiguous.err())
        .startsWith("FAILED: Ambiguous upgrade from multiple current revisions\n");
  }

  @Test
  void seven_when_the_lock_is_not_obtained() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade", "a1");

    Project.Printed printed;
    try (Connection other = project.connection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      printed = project.limbeck("upgrade", "-x", "lock_timeout=50ms");
    }

    assertThat(printed.exitCode()).isEqualTo(7);
    assertThat(printed.err())
        .startsWith(
            "FAILED: %s is locked: someone else has held its lock for 50 ms.\n"
                .formatted(project.database()));
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void eight_for_a_revision_that_is_unknown() {
    Project project = Project.drawn(folder, "a1 -> b2");

    assertThat(project.limbeck("upgrade", "zz").exitCode()).isEqualTo(8);
    assertThat(project.limbeck("show", "zz").exitCode()).isEqualTo(8);
    project.limbeck("upgrade");
    project.execute("UPDATE alembic_version SET version_num = 'zz'");
    assertThat(project.limbeck("current").exitCode()).isEqualTo(8);
    assertThat(project.limbeck("upgrade").exitCode()).isEqualTo(8);
  }

  @Test
  void eight_for_a_script_that_changed_when_the_heads_are_checked() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade");
    String script = Files.readString(project.script("a1"));
    Files.writeString(project.script("a1"), script.replace("name TEXT", "title TEXT"));

    Project.Printed told = project.limbeck("current");
    Project.Printed checked = project.limbeck("current", "--check-heads");

    assertThat(told.exitCode()).isZero();
    assertThat(told.err())
        .matches(
            "INFO  \\[limbeck] The script of a1 changed since it was applied \\S+ by \\S+@\\S+: %s\n"
                .formatted(project.script("a1")));
    assertThat(checked.exitCode()).isEqualTo(8);
    assertThat(checked.out()).isEqualTo("b2 (head)\n");
  }

  @Test
  void nine_when_a_revision_is_irreversible() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.write(
        "migrations/versions/c3.sql",
        "-- c\n--\n-- Revision ID: c3\n-- Revises: b2\n\n-- migrate:upgrade\n");
    project.limbeck("upgrade");

    Project.Printed printed = project.limbeck("downgrade", "a1");

    assertThat(printed.exitCode()).isEqualTo(9);
    assertThat(printed.err())
        .startsWith("FAILED: Revision c3 is irreversible: its script has no downgrade section.\n");
    assertThat(project.rows()).containsExactly("c3");
  }

  @Test
  void nine_when_rows_would_be_lost() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade");

    assertThat(project.limbeck("downgrade", "-1").exitCode()).isEqualTo(9);
    assertThat(project.rows()).containsExactly("b2");
  }

  @Test
  void a_hundred_and_thirty_when_interrupted() {
    Project project = Project.drawn(folder, "a1 -> b2");
    project.limbeck("upgrade", "a1");

    Project.Printed printed;
    Thread.currentThread().interrupt();
    try {
      printed = project.limbeck("upgrade");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(printed.exitCode()).isEqualTo(130);
    assertThat(printed.err())
        .endsWith(
            "FAILED: The run on %s was interrupted.\n".formatted(project.database())
                + "  The database is as it was before this revision, at a1. Run again to go on.\n");
    assertThat(project.rows()).containsExactly("a1");
  }
}
