package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sections for some kinds of database, run on each of them. */
class DialectSectionsTest {
  private static final String NOTES = "SELECT name FROM notes ORDER BY 1";

  @TempDir private Path folder;
  private ProjectFolder project;

  @BeforeEach
  void make_a_table() throws IOException {
    project = ProjectFolder.in(folder);
    script(
        "a",
        "",
        """
        -- migrate:upgrade
        CREATE TABLE notes (name VARCHAR(20));

        -- migrate:downgrade
        DROP TABLE notes;
        """);
  }

  @ParameterizedTest
  @EnumSource
  void the_section_that_names_the_database_runs_instead_of_the_plain_one(DatabaseKind kind)
      throws IOException, SQLException {
    script(
        "b",
        "a",
        """
        -- migrate:upgrade
        INSERT INTO notes VALUES ('plain');

        -- migrate:upgrade h2
        INSERT INTO notes VALUES ('h2');

        -- migrate:upgrade sqlite, postgresql
        INSERT INTO notes VALUES ('sqlite or postgresql');

        -- migrate:downgrade sqlite
        DELETE FROM notes;
        INSERT INTO notes VALUES ('back on sqlite');

        -- migrate:downgrade
        DELETE FROM notes;
        INSERT INTO notes VALUES ('back');
        """);
    DatabaseKind.Target target = kind.in(folder);

    succeeds(target, "upgrade", "head");
    assertThat(target.query(NOTES)).containsExactly(isH2(kind) ? "h2" : "sqlite or postgresql");

    succeeds(target, "downgrade", "-1");
    assertThat(target.query(NOTES))
        .containsExactly(kind == DatabaseKind.SQLITE ? "back on sqlite" : "back");
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_no_section_names_gets_the_plain_one(DatabaseKind kind)
      throws IOException, SQLException {
    script(
        "b",
        "a",
        """
        -- migrate:upgrade %s
        INSERT INTO notes VALUES ('another');

        -- migrate:upgrade
        INSERT INTO notes VALUES ('plain');
        """
            .formatted(kind == DatabaseKind.SQLITE ? "h2 postgresql" : "sqlite"));
    DatabaseKind.Target target = kind.in(folder);

    succeeds(target, "upgrade", "head");

    assertThat(target.query(NOTES)).containsExactly("plain");
  }

  @Test
  void a_revision_without_a_section_for_the_database_is_refused_before_anything_runs()
      throws IOException {
    script("b", "a", "-- migrate:upgrade sqlite, postgresql\nINSERT INTO notes VALUES ('no');\n");
    DatabaseKind.Target target = DatabaseKind.H2.in(folder);

    ProjectFolder.Ran ran = run(target, "upgrade", "head");

    assertThat(ran.exitCode()).isEqualTo(9);
    assertThat(ran.err())
        .isEqualTo(
            """
            FAILED: Revision b has no upgrade for h2.
              Nothing was run. Add a section '-- migrate:upgrade' to %s.
            """
                .formatted(file("b")));
    assertThat(run(target, "current").out()).isEmpty();
    succeeds(DatabaseKind.SQLITE.in(folder), "upgrade", "head");
  }

  @Test
  void a_downgrade_without_a_section_for_the_database_is_refused() throws IOException {
    script(
        "b",
        "a",
        """
        -- migrate:upgrade
        INSERT INTO notes VALUES ('one');

        -- migrate:downgrade sqlite
        DELETE FROM notes;
        """);
    DatabaseKind.Target target = DatabaseKind.H2.in(folder);
    succeeds(target, "upgrade", "head");

    ProjectFolder.Ran ran = run(target, "downgrade", "-1");

    assertThat(ran.exitCode()).isEqualTo(9);
    assertThat(ran.err()).startsWith("FAILED: Revision b has no downgrade for h2.\n");
    assertThat(run(target, "current").out()).isEqualTo("b (head)\n");
  }

  @Test
  void a_name_that_is_no_databases_is_refused_with_its_place() throws IOException {
    script("b", "a", "-- migrate:upgrade oracle\nSELECT 1;\n");

    ProjectFolder.Ran ran = run(DatabaseKind.H2.in(folder), "upgrade", "head");

    assertThat(ran.err())
        .isEqualTo(
            """
            FAILED: %s:6:20: 'oracle' means nothing after migrate:upgrade.
              Write the names of databases (h2, postgresql, sqlite) or transaction=off.
            """
                .formatted(file("b")));
  }

  @Test
  void show_prints_the_section_that_the_database_would_get() throws IOException {
    script(
        "b", "a", "-- migrate:upgrade\nSELECT 'plain';\n\n-- migrate:upgrade h2\nSELECT 'h2';\n");

    assertThat(succeeds(DatabaseKind.H2.in(folder), "show", "b", "--up").out())
        .isEqualTo("SELECT 'h2';\n");
    assertThat(succeeds(DatabaseKind.SQLITE.in(folder), "show", "b", "--up").out())
        .isEqualTo("SELECT 'plain';\n");
  }

  private static boolean isH2(DatabaseKind kind) {
    return kind.name().startsWith("H2");
  }

  private Path file(String id) {
    return folder.resolve("versions/%s.sql".formatted(id));
  }

  private void script(String id, String revises, String sections) throws IOException {
    Files.writeString(
        file(id),
        "-- Message\n--\n-- Revision ID: %s\n-- Revises: %s\n\n%s"
            .formatted(id, revises, sections));
  }

  private ProjectFolder.Ran run(DatabaseKind.Target target, String... words) {
    return project.limbeck(
        Stream.concat(Stream.of("--url", target.url()), Stream.of(words)).toArray(String[]::new));
  }

  private ProjectFolder.Ran succeeds(DatabaseKind.Target target, String... words) {
    ProjectFolder.Ran ran = run(target, words);
    assertThat(ran.exitCode()).as("%s %s", ran.out(), ran.err()).isZero();
    return ran;
  }
}
