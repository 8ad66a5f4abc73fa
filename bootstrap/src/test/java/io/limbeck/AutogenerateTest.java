package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts from models, as a user of the program sees it. */
class AutogenerateTest {
  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void write_a_project_with_models() {
    project = Project.drawn(folder);
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = %(here)s/migrations
        sqlalchemy.url = sqlite:///%(here)s/app.db
        models = models.sql
        """);
    project.script(
        "a",
        "",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50), age INTEGER);
        CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, body TEXT);
        """,
        "DROP TABLE posts;\nDROP TABLE users;");
    project.write(
        "models.sql",
        """
        CREATE TABLE users (
          id INTEGER PRIMARY KEY,
          email VARCHAR(200) NOT NULL UNIQUE,
          age INTEGER CHECK (age >= 0)
        );
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY,
          author INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
          body TEXT
        );
        CREATE INDEX ix_posts_author ON posts (author);
        """);
  }

  @Test
  void a_script_is_written_that_makes_the_database_as_the_models_want_it() throws Exception {
    project.limbeck("upgrade", "head");
    project.execute(
        "INSERT INTO users VALUES (1, 'a', 7), (2, 'b', NULL)",
        "INSERT INTO posts VALUES (5, 1, 'x'), (6, 2, 'y')");

    Project.Printed printed =
        project.limbeck("revision", "--autogenerate", "-m", "Keys", "--rev-id", "b");

    assertThat(printed.err())
        .isEqualTo(
            """
            INFO  [limbeck] Detected: foreign key on posts (author) -> users (id) ON DELETE CASCADE is missing
            INFO  [limbeck] Detected: index ix_posts_author on posts (author) is missing
            INFO  [limbeck] Detected: the type of column users.email is VARCHAR(50), and VARCHAR(200) in the models
            INFO  [limbeck] Detected: NULL in column users.email is allowed, and refused in the models
            INFO  [limbeck] Detected: unique constraint on users (email) is missing
            INFO  [limbeck] Detected: check on users (age >= 0) is missing
            INFO  [limbeck] Proven in a throw-away database: up, down and up again over 2 tables with rows.
            """);
    assertThat(printed.exitCode()).isZero();
    assertThat(script("b_keys.sql"))
        .isEqualTo(
            """
            -- Keys
            --
            -- Revision ID: b
            -- Revises: a
            -- Create Date: DATE
            -- Proof: up, down and up again over 2 tables with rows.

            -- migrate:upgrade
            ALTER TABLE users ALTER COLUMN email SET DATA TYPE VARCHAR(200);
            -- This fails if users.email is NULL anywhere.
            ALTER TABLE users ALTER COLUMN email SET NOT NULL;
            ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);
            ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age >= 0);
            CREATE INDEX ix_posts_author ON posts (author);
            ALTER TABLE posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES users (id) ON DELETE CASCADE;

            -- migrate:downgrade
            ALTER TABLE posts DROP CONSTRAINT posts_author_fkey;
            DROP INDEX ix_posts_author;
            ALTER TABLE users DROP CONSTRAINT users_age_check;
            ALTER TABLE users DROP CONSTRAINT users_email_key;
            ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
            ALTER TABLE users ALTER COLUMN email SET DATA TYPE VARCHAR(50);
            """);

    assertThat(project.limbeck("upgrade", "head").exitCode()).isZero();
    assertThat(project.query("SELECT email FROM users")).containsExactly("a", "b");
    assertThat(project.limbeck("check").err())
        .isEqualTo("INFO  [limbeck] No new upgrade operations detected.\n");
    assertThat(project.limbeck("revision", "--autogenerate", "-m", "Again").err())
        .isEqualTo("INFO  [limbeck] No changes in schema detected; nothing is written.\n");
    assertThat(project.scripts()).containsExactly("a_revision_a.sql", "b_keys.sql");
    assertThat(project.limbeck("drift").exitCode()).isZero();
    assertThat(project.limbeck("downgrade", "-1").exitCode()).isZero();
    assertThat(project.limbeck("drift").exitCode()).isZero();
  }

  @Test
  void a_database_that_is_behind_is_brought_up_first() {
    Project.Printed printed = project.limbeck("revision", "--autogenerate", "-m", "Keys");

    assertThat(printed.exitCode()).isEqualTo(3);
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: Target database is not up to date.
              %s is at base. Run 'upgrade heads' first; or delete the new scripts that were never \
            applied.
            """
                .formatted(project.database()));
    assertThat(project.limbeck("check").exitCode()).isEqualTo(3);
    assertThat(project.scripts()).containsExactly("a_revision_a.sql");
  }

  @Test
  void check_lists_what_differs() {
    project.limbeck("upgrade", "head");

    Project.Printed printed = project.limbeck("check");

    assertThat(printed.exitCode()).isEqualTo(4);
    assertThat(printed.lines())
        .contains("index ix_posts_author on posts (author) is missing")
        .hasSize(6);
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: New upgrade operations detected: 6 differences between the models and %s
              Write a revision for them with 'limbeck revision --autogenerate -m ...'.
            """
                .formatted(project.database()));
    assertThat(project.limbeck("check", "--json").out())
        .contains("{\"difference\":\"index ix_posts_author on posts (author) is missing\"}");
  }

  @Test
  void check_does_not_know_which_of_several_heads_is_meant() {
    project.script("b", "", "CREATE TABLE other (id INTEGER);", "DROP TABLE other;");
    project.limbeck("upgrade", "heads");

    Project.Printed printed = project.limbeck("check");

    assertThat(printed.exitCode()).isEqualTo(6);
    assertThat(printed.err()).contains("FAILED: Multiple heads are present").contains("a, b");
  }

  @Test
  void what_was_done_by_hand_is_drift_and_told_with_its_revision() {
    project.limbeck("upgrade", "head");
    project.execute("ALTER TABLE users DROP COLUMN age", "CREATE TABLE notes (id INTEGER)");

    Project.Printed printed = project.limbeck("drift");

    assertThat(printed.exitCode()).isEqualTo(5);
    assertThat(printed.lines())
        .containsExactly(
            "table notes is not in the scripts", "column users.age is missing (revision a)");
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: %s is not as its history says: 2 differences
              Write a revision that makes the scripts agree with it, or undo what was done by hand.
            """
                .formatted(project.database()));
  }

  @Test
  void a_stamp_says_whether_the_schema_is_that_of_the_revision() {
    project.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50))");

    Project.Printed printed = project.limbeck("stamp", "head");

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.err())
        .startsWith(
            """
            INFO  [limbeck] The schema is not as a makes it, in 2 differences:
            INFO  [limbeck]   table posts is missing (revision a)
            INFO  [limbeck]   column users.age is missing (revision a)
            """);
  }

  @Test
  void verify_finds_a_downgrade_that_forgets_and_one_that_fails() {
    project.script(
        "b",
        "a",
        "CREATE INDEX ix_age ON users (age);\nALTER TABLE users ADD COLUMN name TEXT;",
        "ALTER TABLE users DROP COLUMN name;");
    project.script("c", "b", "ALTER TABLE posts ALTER body SET NOT NULL;", "DROP TABLE nowhere;");

    Project.Printed printed = project.limbeck("verify");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.lines())
        .containsExactly(
            "b: its downgrade does not lead back: index ix_age on users (age) is not in what it"
                + " should be",
            "c: its downgrade fails: Revision c failed at %s:9: no such table: nowhere"
                .formatted(project.script("c")));
    assertThat(Files.exists(project.database())).isFalse();
  }

  @Test
  void verify_tries_the_hedge_funds_revisions() {
    Path ini =
        Path.of("../examples/hedge-fund/app/backend/alembic.ini").toAbsolutePath().normalize();

    Project.Printed printed =
        Project.limbeck(folder, Map.of(), false, "-c", ini.toString(), "verify");

    assertThat(printed.err())
        .isEqualTo(
            "INFO  [limbeck] 5 revisions verified: up, down and up again over tables with rows.\n");
    assertThat(printed.exitCode()).isZero();
    assertThat(folder.resolve("hedge_fund.db")).doesNotExist();
  }

  @Test
  void a_renamed_column_is_renamed_where_a_hint_says_so() throws Exception {
    project.limbeck("upgrade", "head");
    project.write(
        "models.sql",
        """
        CREATE TABLE users (
          id INTEGER PRIMARY KEY,
          address VARCHAR(50), -- was: email
          age INTEGER
        );
        CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, body TEXT);
        """);

    project.limbeck("revision", "--autogenerate", "-m", "Names", "--rev-id", "b");

    assertThat(script("b_names.sql"))
        .contains("ALTER TABLE users RENAME COLUMN email TO address;")
        .doesNotContain("DROP COLUMN");
  }

  @Test
  void what_cannot_be_proven_is_written_with_the_reason() throws Exception {
    project.limbeck("upgrade", "head");
    project.write(
        "models.sql",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50), age INTEGER, name TEXT NOT NULL);
        CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, body TEXT);
        """);

    Project.Printed printed =
        project.limbeck("revision", "--autogenerate", "-m", "Name", "--rev-id", "b");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err())
        .contains(
            "FAILED: The script is written but not proven: its upgrade fails on tables with rows:")
        .contains("users.name is NOT NULL without a default, and there is 1 row");
    assertThat(script("b_name.sql"))
        .contains("-- Proof: none, its upgrade fails on tables with rows:")
        .contains(
            "-- This fails if users has rows: give name a default, or fill it before NOT NULL.");
  }

  private String script(String name) throws IOException {
    return Files.readString(folder.resolve("migrations/versions").resolve(name))
        .replaceFirst("Create Date: .*", "Create Date: DATE");
  }
}
