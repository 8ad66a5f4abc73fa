package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard ALTER TABLE on SQLite, as a user of the program sees it. */
class AlterTest {
  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void write_a_project() {
    project = Project.drawn(folder);
    project.script(
        "a",
        "",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
        CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER REFERENCES users ON DELETE CASCADE);
        INSERT INTO users VALUES (1, 'a'), (2, 'b'), (9, NULL);
        INSERT INTO posts VALUES (5, 1), (6, 2);
        """,
        "DROP TABLE posts; DROP TABLE users;");
    project.script(
        "b",
        "a",
        """
        UPDATE users SET email = 'nobody' WHERE email IS NULL;
        ALTER TABLE users ALTER COLUMN email SET NOT NULL;
        ALTER TABLE users ADD CONSTRAINT users_email_uq UNIQUE (email);
        """,
        "ALTER TABLE users DROP CONSTRAINT users_email_uq, ALTER COLUMN email DROP NOT NULL;");
  }

  @Test
  void a_revision_changes_rows_and_then_what_they_must_be_and_is_undone() {
    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();

    assertThat(project.query("SELECT email FROM users ORDER BY id"))
        .containsExactly("a", "b", "nobody");
    assertThat(project.query("SELECT author FROM posts")).containsExactly("1", "2");
    assertThat(project.query("SELECT sql FROM sqlite_schema WHERE name = 'users'"))
        .containsExactly(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL,"
                + " CONSTRAINT users_email_uq UNIQUE (email))");

    assertThat(project.limbeck("downgrade", "-1").exitCode()).isZero();

    assertThat(project.query("SELECT sql FROM sqlite_schema WHERE name = 'users'"))
        .containsExactly("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
  }

  @Test
  void rows_that_stand_in_the_way_are_counted_and_shown_and_nothing_is_done() {
    project.script("b", "a", "ALTER TABLE users ALTER COLUMN email SET NOT NULL;", "");

    Project.Printed printed = project.limbeck("upgrade", "head");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err())
        .endsWith(
            """
            FAILED: Revision b failed at %s:7: users.email is NULL in 1 row (id 9).
              The database is as it was before this revision, at a. Change those rows first, in this \
            revision before the ALTER TABLE.
            """
                .formatted(project.script("b")));
    assertThat(project.rows()).containsExactly("a");
  }

  @Test
  void a_dry_run_tells_which_way_each_alter_goes_and_how_much_that_is() {
    project.limbeck("upgrade", "a");

    assertThat(project.limbeck("upgrade", "head", "--dry-run").out())
        .isEqualTo(
            """
            -- Locks app.db (RESERVED): other writers wait for the whole of a revision
            -- Locks app.db (EXCLUSIVE): readers wait while a revision commits
            -- Locks app.db (EXCLUSIVE): and from where it has changed more than 2,000 KiB

            -- Would run upgrade a -> b, revision b
            UPDATE users SET email = 'nobody' WHERE email IS NULL;
            ALTER TABLE users ALTER COLUMN email SET NOT NULL;
            --   users: in place, no stored row changes (3 rows, 4 KiB)
            ALTER TABLE users ADD CONSTRAINT users_email_uq UNIQUE (email);
            --   users: rebuild, its keys change (3 rows, 4 KiB)
            """);
    assertThat(project.limbeck("upgrade", "head", "--dry-run", "--json").out())
        .contains(
            "\"forecasts\":[{\"statement\":\"ALTER TABLE users ALTER COLUMN email SET NOT NULL\","
                + "\"table\":\"users\",\"way\":\"in place\",\"why\":\"no stored row changes\","
                + "\"rows\":3,\"bytes\":4096},")
        .contains("\"locks\":[{\"on\":\"app.db\",\"mode\":\"RESERVED\",\"effect\":\"other writers");
    assertThat(project.rows()).containsExactly("a");
  }

  @Test
  void offline_the_shape_of_a_table_is_taken_from_the_scripts_before() throws Exception {
    String sql = project.limbeck("upgrade", "a:b", "--sql").out();

    assertThat(sql)
        .contains("BEGIN;")
        .contains(
            "CREATE TABLE \"main\".\"limbeck_new\" (id INTEGER PRIMARY KEY, email TEXT NOT NULL")
        .endsWith("COMMIT;\n");
    assertThat(Files.exists(project.database())).isFalse();
  }
}
