package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Renderer;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SqliteRendererTest {
  private static final ScriptedStep MAKES_TABLE =
      step(
          "a",
          "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)",
          "CREATE INDEX ix_email ON users (email)",
          "CREATE TABLE log (what TEXT)",
          """
          CREATE TRIGGER users_log AFTER INSERT ON users
          BEGIN INSERT INTO log VALUES (NEW.email); END\
          """);

  @Test
  void what_sqlite_can_do_is_written_as_it_stands() {
    ScriptedStep step = step("b", "INSERT INTO log VALUES ('x')", "DROP TABLE log");

    try (Renderer renderer = new SqliteRenderer(List::of)) {
      assertThat(renderer.render(step).before()).isEmpty();
      assertThat(renderer.render(step).statements())
          .containsExactly("INSERT INTO log VALUES ('x')", "DROP TABLE log");
    }
  }

  @Test
  void earlier_steps_are_asked_for_only_where_a_table_is_altered() {
    AtomicInteger asked = new AtomicInteger();

    try (Renderer renderer =
        new SqliteRenderer(() -> {
          asked.incrementAndGet();
          return List.of(MAKES_TABLE);
        })) {
      renderer.render(step("b", "DROP TABLE log"));
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void an_alter_is_written_as_the_twelve_steps_of_the_manual() {
    ScriptedStep alters = step("b", "ALTER TABLE users ALTER COLUMN email SET NOT NULL");

    try (Renderer renderer = new SqliteRenderer(() -> List.of(MAKES_TABLE))) {
      Renderer.Rendering rendering = renderer.render(alters);

      assertThat(rendering.before())
          .containsExactly(
              """
              -- Stop at the first error, with sqlite3 -bail: it leaves the transaction unfinished.
              PRAGMA foreign_keys = OFF\
              """);
      assertThat(rendering.statements())
          .containsExactly(
              """
              -- ALTER TABLE users ALTER COLUMN email SET NOT NULL
              CREATE TABLE "main"."limbeck_new" (id INTEGER PRIMARY KEY, email TEXT NOT NULL)\
              """,
              "PRAGMA ignore_check_constraints = ON",
              "INSERT OR ABORT INTO \"main\".\"limbeck_new\" (\"id\", \"email\") SELECT \"id\","
                  + " \"email\" FROM \"main\".\"users\"",
              "PRAGMA ignore_check_constraints = OFF",
              "DROP TABLE \"main\".\"users\"",
              "PRAGMA legacy_alter_table = ON",
              "ALTER TABLE \"main\".\"limbeck_new\" RENAME TO \"users\"",
              "PRAGMA legacy_alter_table = OFF",
              "CREATE INDEX \"main\".ix_email ON users (email)",
              """
              CREATE TRIGGER "main".users_log AFTER INSERT ON users
              BEGIN INSERT INTO log VALUES (NEW.email); END\
              """);
    }
  }

  @Test
  void what_is_written_does_what_the_script_says() throws Exception {
    ScriptedStep alters =
        step(
            "b",
            "ALTER TABLE users ADD COLUMN IF NOT EXISTS age INTEGER DEFAULT 7",
            "ALTER TABLE users ALTER COLUMN email SET NOT NULL, ADD UNIQUE (email)",
            "ALTER TABLE users RENAME COLUMN age TO years");
    try (Renderer renderer = new SqliteRenderer(() -> List.of(MAKES_TABLE));
        Connection database = Connections.memory()) {
      for (String sql : Renderer.asWritten().render(MAKES_TABLE).statements()) {
        SqliteRows.of(database, sql);
      }
      SqliteRows.of(database, "INSERT INTO users VALUES (5, 'a')");
      for (String sql : renderer.render(alters).statements()) {
        SqliteRows.of(database, sql);
      }

      assertThat(SqliteRows.of(database, "SELECT id, email, years FROM users"))
          .containsExactly(List.of(5L, "a", 7L));
      assertThat(SqliteRows.of(database, "SELECT * FROM log")).containsExactly(List.of("a"));
      assertThatThrownBy(() -> SqliteRows.of(database, "INSERT INTO users VALUES (6, 'a', 1)"))
          .hasMessageContaining("UNIQUE constraint failed: users.email");
    }
  }

  @Test
  void a_step_that_cannot_be_followed_is_named() {
    ScriptedStep alters = step("b", "ALTER TABLE nobody ADD UNIQUE (email)");

    try (Renderer renderer = new SqliteRenderer(() -> List.of(MAKES_TABLE))) {
      assertThatThrownBy(() -> renderer.render(alters))
          .hasMessage(
              "The statement at /scripts/b.sql:1 cannot be followed in an empty database: there is"
                  + " no table nobody. How the tables look that are altered is found out by"
                  + " following the scripts from base. Mend the script; or upgrade a copy of the"
                  + " database instead of writing SQL.");
    }
  }

  private static ScriptedStep step(String id, String... statements) {
    return Steps.upgrade(Heads.none(), id, statements);
  }
}
