package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows move to another database, by the program. */
class CopyTest {
  private static final String PEOPLE =
      """
      CREATE TABLE teams (id INTEGER NOT NULL PRIMARY KEY, lead_id INTEGER REFERENCES people (id));
      CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(10) NOT NULL UNIQUE,
        team_id INTEGER NOT NULL REFERENCES teams (id), boss_id INTEGER REFERENCES people (id));
      """;
  private static final String PEOPLE_OF_H2 =
      """
      -- migrate:upgrade h2
      CREATE TABLE teams (id INTEGER NOT NULL PRIMARY KEY, lead_id INTEGER);
      CREATE TABLE people (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name VARCHAR(10) NOT NULL UNIQUE, team_id INTEGER NOT NULL REFERENCES teams (id),
        boss_id INTEGER REFERENCES people (id));
      ALTER TABLE teams ADD FOREIGN KEY (lead_id) REFERENCES people (id);
      """;

  @TempDir private Path folder;

  @Test
  void a_circle_of_references_is_copied_with_what_can_be_empty_filled_in_at_last() {
    ProjectFolder project = people();

    ProjectFolder.Ran planned = project.limbeck("copy", "--to", h2(), "--dry-run");
    assertThat(planned.out())
        .isEqualTo("teams   1 row   at last lead_id\npeople  3 rows  at last boss_id\n");
    assertThat(H2File.query(target(), "SELECT count(*) FROM teams")).containsExactly("0");

    ProjectFolder.Ran ran = project.limbeck("copy", "--to", h2());

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("teams   1 row   [0-9a-f]{16}"),
            line -> assertThat(line).matches("people  3 rows  [0-9a-f]{16}"));
    assertThat(ran.err().replaceAll("\\(\\d.*?\\)", "(1 ms)"))
        .isEqualTo(
            """
            INFO  [limbeck] Copying teams, 1 row (1 ms)
            INFO  [limbeck] Copying people, 3 rows (1 ms)
            INFO  [limbeck] Completing the references of teams (1 ms)
            INFO  [limbeck] Completing the references of people (1 ms)
            INFO  [limbeck] Comparing 2 tables, 4 rows (1 ms)
            INFO  [limbeck] %s now holds what %s does: 4 rows in 2 tables, 4 copied now (1 ms).
            """
                .formatted(target(), project.database()));
    assertThat(H2File.query(target(), "SELECT id, name, team_id, boss_id FROM people ORDER BY id"))
        .containsExactly("1|ada|7|3", "2|bob|7|2", "3|cy|7|null");
    assertThat(H2File.query(target(), "SELECT id, lead_id FROM teams")).containsExactly("7|2");
  }

  @Test
  void numbers_that_the_target_makes_up_come_after_those_that_were_copied() {
    ProjectFolder project = people();
    assertThat(project.limbeck("copy", "--to", h2()).exitCode()).isZero();

    H2File.execute(target(), "INSERT INTO people (name, team_id) VALUES ('dee', 7)");

    assertThat(H2File.query(target(), "SELECT id FROM people WHERE name = 'dee'"))
        .containsExactly("4");
  }

  @Test
  void what_was_copied_is_not_copied_again() {
    ProjectFolder project = people();
    project.limbeck("copy", "--to", h2());

    ProjectFolder.Ran again = project.limbeck("copy", "--to", h2(), "--json");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out().replaceAll("\"[0-9a-f]{16}\"", "\"0123456789abcdef\""))
        .isEqualTo(
            """
            {"format":1,"command":"copy","database":"%s","result":{"to":"%s","heads":["a1"],"tables":[\
            {"table":"teams","rows":1,"copied":0,"checksum":"0123456789abcdef"},\
            {"table":"people","rows":3,"copied":0,"checksum":"0123456789abcdef"}],"notes":[]}}
            """
                .formatted(project.database(), target()));
  }

  @Test
  void a_target_at_another_revision_is_refused_with_the_way_there() {
    ProjectFolder project = people();
    project.script("b2", "a1", "CREATE TABLE more (id INTEGER);");
    project.limbeck("upgrade", "b2");

    ProjectFolder.Ran refused = project.limbeck("copy", "--to", h2());

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .isEqualTo(
            """
            FAILED: %s is at b2, and %s at a1: rows are copied between databases at the same revision.
              Upgrade the target: limbeck --url %s upgrade b2; or, if it is ahead, the source: limbeck upgrade a1.
            """
                .formatted(project.database(), target(), h2()));
  }

  @Test
  void a_target_that_holds_other_rows_is_refused_before_anything_is_written() {
    ProjectFolder project = people();
    H2File.execute(
        target(),
        "INSERT INTO teams (id) VALUES (8)",
        "INSERT INTO people (id, name, team_id) OVERRIDING SYSTEM VALUE VALUES (1, 'eve', 8)");

    ProjectFolder.Ran refused = project.limbeck("copy", "--to", h2());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .endsWith(
            """
            FAILED: teams of %s already holds 1 row that is not the first of those in %s.
              If they may go, empty the table and run again. If an earlier copy was not finished, the source has changed since.
            """
                .formatted(target(), project.database()));
    assertThat(H2File.query(target(), "SELECT id FROM teams")).containsExactly("8");
  }

  @Test
  void a_value_that_does_not_fit_is_named_and_when_it_is_mended_the_copy_goes_on() {
    ProjectFolder project = people();
    Content.execute(
        project.database(), "UPDATE people SET name = 'a secret too long' WHERE id = 2");

    ProjectFolder.Ran refused = project.limbeck("copy", "--to", h2());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .endsWith(
            """
            FAILED: people.name of the row with id = 2 does not fit: it is a text of 17 characters, where the column takes a text of at most 10 characters.
              Change the value in the source, or the column in a revision, and run again: what was copied so far stays.
            """)
        .doesNotContain("secret");

    Content.execute(project.database(), "UPDATE people SET name = 'bob' WHERE id = 2");
    assertThat(project.limbeck("copy", "--to", h2()).exitCode()).isZero();
  }

  @Test
  void a_row_that_the_target_refuses_is_named_without_what_it_holds() {
    ProjectFolder project = people();
    H2File.execute(target(), "ALTER TABLE people ADD CONSTRAINT c CHECK (name <> 'cy')");

    ProjectFolder.Ran refused = project.limbeck("copy", "--to", h2());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("FAILED: The target refuses the row with ID = 3 of PEOPLE: Check constraint");
  }

  @Test
  void a_table_or_a_column_that_is_missing_is_named() {
    ProjectFolder project = people();
    H2File.execute(target(), "ALTER TABLE people DROP COLUMN boss_id");
    Content.execute(project.database(), "CREATE TABLE notes (id INTEGER)");

    ProjectFolder.Ran refused = project.limbeck("copy", "--to", h2());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            """
            FAILED: The two databases do not have the same tables: notes is not in %1$s; people.boss_id is not in %1$s.
              Find out with 'drift' which of them is not what its history says; or name the tables to copy.
            """
                .formatted(target()));
  }

  @Test
  void only_the_tables_that_are_named_are_copied() {
    ProjectFolder project = people();
    Content.execute(project.database(), "UPDATE teams SET lead_id = NULL");

    ProjectFolder.Ran ran = project.limbeck("copy", "--to", h2(), "--tables", "TEA*,nothing");

    assertThat(ran.out()).matches("teams  1 row  [0-9a-f]{16}\n");
    assertThat(H2File.query(target(), "SELECT count(*) FROM people")).containsExactly("0");
  }

  @Test
  void a_database_is_not_copied_to_itself() {
    ProjectFolder project = people();

    ProjectFolder.Ran refused = project.limbeck("copy", "--to", "sqlite:///app.db");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            """
            FAILED: %s is both the source and the target.
              Name another database to copy to.
            """
                .formatted(project.database()));
  }

  @Test
  void whoever_names_no_target_is_told_how() {
    ProjectFolder.Ran refused = people().limbeck("copy");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            """
            FAILED: No database to copy to is named
              Name it with --to, or in the variable LIMBECK_TO_URL.
            """);
  }

  @Test
  void a_password_of_the_target_is_in_no_message() {
    ProjectFolder project = people();
    String secret = h2() + ";USER=sa;PASSWORD=hush";

    Project.Printed byVariable =
        Project.limbeck(
            project.folder(),
            Map.of("LIMBECK_TO_URL", secret),
            false,
            "-c",
            project.ini().toString(),
            "copy");
    ProjectFolder.Ran byOption = project.limbeck("copy", "--json", "--to", secret);
    ProjectFolder.Ran unknown =
        project.limbeck("copy", "--json", "--to", "oracle://me:hush@host/db");

    assertThat(byVariable.exitCode()).as(byVariable.err()).isEqualTo(1);
    assertThat(byVariable.err()).contains("refuses the user or the password");
    assertThat(List.of(byVariable.out(), byVariable.err(), byOption.out(), byOption.err()))
        .noneMatch(text -> text.contains("hush"));
    assertThat(unknown.err())
        .isEqualTo(
            """
            FAILED: There is no storage for 'oracle', the scheme of oracle://me:***@host/db.
              Use one of: h2, postgresql, sqlite.
            """);
  }

  @Test
  void triggers_of_a_sqlite_target_do_not_fire_and_are_there_afterwards() {
    ProjectFolder project = ProjectFolder.in(folder);
    project.script(
        "a1",
        "",
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
        CREATE TABLE log (id INTEGER PRIMARY KEY, n INTEGER);
        CREATE TRIGGER "t in" AFTER INSERT ON T BEGIN INSERT INTO log (n) VALUES (new.n); END;
        """);
    project.limbeck("upgrade");
    project.limbeck("--url", "sqlite:///other.db", "upgrade");
    Content.execute(project.database(), "INSERT INTO t (n) VALUES (1), (2)", "DELETE FROM log");

    ProjectFolder.Ran ran = project.limbeck("copy", "--to", "sqlite:///other.db");

    Path other = project.folder().resolve("other.db");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(Content.query(other, "SELECT count(*) FROM log")).containsExactly("0");
    assertThat(Content.query(other, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        .containsExactly("t in");
    assertThat(project.limbeck("--url", "sqlite:///other.db", "drift").exitCode()).isZero();
  }

  @Test
  void virtual_tables_are_not_copied_which_is_said() {
    ProjectFolder project = ProjectFolder.in(folder);
    project.script("a1", "", "CREATE VIRTUAL TABLE words USING fts5 (body);");
    project.limbeck("upgrade");
    project.limbeck("--url", "sqlite:///other.db", "upgrade");

    ProjectFolder.Ran ran = project.limbeck("copy", "--to", "sqlite:///other.db");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).contains("words is a virtual table, and its rows are not copied.");
  }

  @Test
  void the_source_is_not_written() throws IOException {
    ProjectFolder project = people();
    byte[] before = Files.readAllBytes(project.database());

    project.limbeck("copy", "--to", h2());

    assertThat(project.database()).hasBinaryContent(before);
    assertThat(project.files()).containsExactly("alembic.ini", "app.db", "target.mv.db");
  }

  /** A SQLite database with rows, and a H2 database at the same revision without. */
  private ProjectFolder people() {
    ProjectFolder project = ProjectFolder.in(folder);
    project.script("a1", "", PEOPLE + PEOPLE_OF_H2);
    assertThat(project.limbeck("upgrade").exitCode()).isZero();
    assertThat(project.limbeck("--url", h2(), "upgrade").exitCode()).isZero();
    Content.execute(
        project.database(),
        "INSERT INTO teams VALUES (7, 2)",
        "INSERT INTO people VALUES (1, 'ada', 7, 3), (2, 'bob', 7, 2), (3, 'cy', 7, NULL)");
    return project;
  }

  private Path target() {
    return folder.resolve("target.mv.db");
  }

  private static String h2() {
    return "jdbc:h2:file:./target";
  }
}
