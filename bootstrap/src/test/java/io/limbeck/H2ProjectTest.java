package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts from models, and what else looks at schemas, on a file of H2's. */
class H2ProjectTest {
  private static final String FIRST =
      """
      -- Users and posts
      --
      -- Revision ID: a
      -- Revises:

      -- migrate:upgrade
      CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50), age INTEGER);
      CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, body TEXT);

      -- migrate:downgrade
      DROP TABLE posts;
      DROP TABLE users;
      """;
  private static final String MODELS =
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
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
        ";DATABASE_TO_UPPER=FALSE",
        ";MODE=Oracle",
        ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        ";INIT=CREATE SCHEMA IF NOT EXISTS app\\;SET SCHEMA app"
      })
  void a_script_is_generated_proven_run_and_undone(String options) throws IOException {
    H2Project project = new H2Project(options);
    project.succeeds("upgrade", "head");
    project.execute(
        "INSERT INTO users VALUES (1, 'a', 7), (2, 'b', NULL)",
        "INSERT INTO posts VALUES (5, 1, 'x'), (6, 2, 'y')");

    assertThat(project.run("check").exitCode()).isEqualTo(4);
    ProjectFolder.Ran generated =
        project.succeeds("revision", "--autogenerate", "-m", "Keys", "--rev-id", "b");

    assertThat(generated.err())
        .endsWith(
            "INFO  [limbeck] Proven in a throw-away database: up, down and up again over 2 tables"
                + " with rows.\n");
    String script = Files.readString(folder.resolve("versions/b_keys.sql"));
    assertThat(
            script
                .substring(script.indexOf("-- migrate:upgrade"))
                .replace("USERS.EMAIL", "users.email"))
        .isEqualTo(
            """
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
    assertThat(project.succeeds("plan").out()).contains("ADD CONSTRAINT users_age_check");
    project.succeeds("upgrade", "head");
    assertThat(project.query("SELECT email FROM users ORDER BY id")).containsExactly("a", "b");
    project.succeeds("check");
    project.succeeds("drift");
    project.succeeds("verify");
    project.succeeds("downgrade", "-1");
    project.succeeds("drift");
    assertThat(project.query("SELECT body FROM posts ORDER BY id")).containsExactly("x", "y");
  }

  @Test
  void what_is_not_as_the_scripts_make_it_is_drift() throws IOException {
    H2Project project = new H2Project("");
    project.succeeds("upgrade", "head");
    project.execute("ALTER TABLE users DROP COLUMN age", "CREATE TABLE notes (id INTEGER)");

    ProjectFolder.Ran ran = project.run("drift");

    assertThat(ran.exitCode()).isEqualTo(5);
    assertThat(ran.out().lines())
        .containsExactly(
            "table NOTES is not in the scripts", "column USERS.AGE is missing (revision a)");
  }

  @Test
  void what_a_failed_revision_left_is_told_found_by_drift_and_in_the_way_until_it_is_undone()
      throws IOException {
    H2Project project = new H2Project("");
    project.succeeds("upgrade", "head");
    Path script = folder.resolve("versions/b.sql");
    String good =
        """
        -- Notes
        --
        -- Revision ID: b
        -- Revises: a

        -- migrate:upgrade
        CREATE TABLE notes (id INTEGER);
        ALTER TABLE users ADD COLUMN name VARCHAR(20);
        """;
    Files.writeString(script, good.replace("ALTER TABLE users", "ALTER TABLE user"));

    ProjectFolder.Ran failed = project.run("upgrade", "head");
    Files.writeString(script, good);
    ProjectFolder.Ran drift = project.run("drift");
    ProjectFolder.Ran again = project.run("upgrade", "head");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .endsWith(
            "  The database stands at a, but statement 1 of 2 took effect and stays, since it"
                + " commits each change to the schema at once: undo it by hand. Mend the script and"
                + " run again.\n");
    assertThat(drift.out()).isEqualTo("table NOTES is not in the scripts\n");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err())
        .endsWith(
            """
            FAILED: Revision b failed at %s:7: Table "NOTES" already exists.
              The database is as it was before this revision, at a. Mend the script and run again. \
            If a run of this revision failed before, what it did is still there: drift tells what \
            is not as the revisions make it.
            """
                .formatted(script));

    project.execute("DROP TABLE notes");
    project.succeeds("upgrade", "head");
    project.succeeds("drift");
  }

  @Test
  void revisions_cannot_be_one_transaction() throws IOException {
    H2Project project = new H2Project("");
    Files.writeString(
        folder.resolve("versions/b.sql"),
        "-- B\n-- Revision ID: b\n-- Revises: a\n\n-- migrate:upgrade\nSELECT 1;\n");

    ProjectFolder.Ran ran = project.run("upgrade", "head", "--atomic");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            """
            FAILED: 2 revisions cannot be one transaction on %s: it commits each change to the \
            schema at once.
              Nothing was run. Run them each by itself, which is what happens unless it is told \
            otherwise.
            """
                .formatted(folder.resolve("app.mv.db")));
    assertThat(project.succeeds("current").out()).isEmpty();
    project.succeeds("upgrade", "head");
  }

  /** A project with the first revision and models that want more. */
  private final class H2Project {
    private final String url;
    private final ProjectFolder project;

    H2Project(String options) throws IOException {
      this.url = "jdbc:h2:file:%s%s".formatted(folder.resolve("app"), options);
      this.project = ProjectFolder.ofH2(folder, "models = models.sql");
      Files.writeString(folder.resolve("models.sql"), MODELS);
      Files.writeString(folder.resolve("versions/a_first.sql"), FIRST);
    }

    ProjectFolder.Ran run(String... words) {
      return project.limbeck(
          Stream.concat(Stream.of("--url", url), Stream.of(words)).toArray(String[]::new));
    }

    ProjectFolder.Ran succeeds(String... words) {
      ProjectFolder.Ran ran = run(words);
      assertThat(ran.exitCode()).as("%s %s", ran.out(), ran.err()).isZero();
      return ran;
    }

    void execute(String... statements) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } catch (SQLException refusal) {
        throw new AssertionError(refusal);
      }
    }

    List<String> query(String sql) {
      List<String> rows = new ArrayList<>();
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      } catch (SQLException refusal) {
        throw new AssertionError(refusal);
      }
      return rows;
    }
  }
}
