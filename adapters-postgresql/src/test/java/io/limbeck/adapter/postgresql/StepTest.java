package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static io.limbeck.adapter.postgresql.Given.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps, in the ways that PostgreSQL has of its own. */
@Timeout(120)
class StepTest {
  private final String name = SERVER.newDatabase();
  private final Database database = Given.database(SERVER.url(name));

  @AfterEach
  void drop_the_database() {
    database.close();
    SERVER.drop(name);
  }

  @Test
  void what_a_script_sets_for_its_session_reaches_neither_our_tables_nor_the_next_revision() {
    SERVER.execute(name, "DROP ROLE IF EXISTS nobody", "CREATE ROLE nobody");
    try (Database.Session session = database.open()) {
      session.apply(
          List.of(
              Steps.upgrade(
                  Heads.none(),
                  "a",
                  "SELECT pg_catalog.set_config('search_path', '', false)",
                  "CREATE TEMPORARY TABLE mine (id INT)",
                  "SET lock_timeout = 1",
                  "SET ROLE nobody"),
              Steps.upgrade(Heads.of("a"), "b", "CREATE TABLE made (id INT)")),
          Progress.none());

      session.apply(
          List.of(
              Steps.upgrade(
                  Heads.of("b"),
                  "c",
                  "CREATE TABLE settings AS SELECT current_setting('search_path') AS path,"
                      + " current_setting('lock_timeout') AS timeout, current_user::text AS who,"
                      + " to_regclass('mine')::text AS mine")),
          Progress.none());
    }
    assertThat(SERVER.query(name, "SELECT * FROM public.settings"))
        .containsExactly("\"$user\", public|20s|postgres|null");
    assertThat(database.heads()).isEqualTo(Heads.of("c"));
  }

  @Test
  void what_jdbc_would_take_for_its_own_is_postgresqls() {
    apply(
        database,
        Steps.upgrade(
            Heads.none(),
            "a",
            "CREATE TABLE t AS SELECT '{\"a\": 1}'::jsonb ? 'a' AS found, '{d}'::text[] AS list",
            """
            CREATE FUNCTION f() RETURNS integer LANGUAGE SQL
            BEGIN ATOMIC
              SELECT 1;
              SELECT 2;
            END\
            """,
            "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
            "DO $body$ BEGIN PERFORM 1; PERFORM 2; END $body$"));

    assertThat(SERVER.query(name, "SELECT found, list, f() FROM t")).containsExactly("t|{d}|2");
  }

  @Test
  void an_interrupt_ends_the_statement_that_runs() {
    Thread running = Thread.currentThread();
    ScriptedStep step =
        Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)", "SELECT pg_sleep(60)");

    try (Database.Session session = database.open()) {
      assertThatThrownBy(() -> session.apply(List.of(step), interruptingSoon(running)))
          .isInstanceOf(RunInterruptedException.class)
          .hasMessage(
              "The run on %s was interrupted. The database is as it was before this revision, at"
                      .formatted(database.name())
                  + " base. Run again to go on.");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(SERVER.query(name, "SELECT to_regclass('made')")).containsExactly("null");
      assertThat(
              session.apply(
                  List.of(Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)")),
                  Progress.none()))
          .isTrue();
    }
  }

  @Test
  void a_client_that_is_gone_does_not_hold_its_locks_for_long() throws Exception {
    try (Wire wire = Wire.to(SERVER.port())) {
      String url = "postgresql://postgres@localhost:%d/%s".formatted(wire.port(), name);
      Thread client =
          Thread.ofVirtual()
              .start(() -> {
                try (Database remote = Given.database(url)) {
                  assertThatThrownBy(() ->
                          apply(
                              remote,
                              Steps.upgrade(
                                  Heads.none(),
                                  "a",
                                  "CREATE TABLE made (id INT)",
                                  "SELECT pg_sleep(60)")))
                      .isNotNull();
                }
              });
      String working =
          "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)' AND state = 'active'"
              + " AND pid <> pg_backend_pid()";
      while (SERVER.query(name, working).isEmpty()) {
        Thread.sleep(20);
      }
      wire.sever();
      client.join();

      long began = System.nanoTime();
      assertThat(apply(database, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)")))
          .isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void the_version_table_can_be_in_another_schema_than_the_rest() {
    SERVER.execute(name, "CREATE SCHEMA ops");
    try (Database other =
        PostgresqlModule.storage().database(Given.inSchema(SERVER.url(name), "ops"))) {
      apply(other, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)"));

      assertThat(other.heads()).isEqualTo(Heads.of("a"));
      assertThat(other.schema().tables()).hasSize(1);
    }
    assertThat(database.heads()).isEqualTo(Heads.none());
    assertThat(SERVER.query(name, "SELECT version_num FROM ops.alembic_version"))
        .containsExactly("a");
  }

  private static Progress interruptingSoon(Thread running) {
    return new Progress() {
      @Override
      public void running(ScriptedStep step, Statement statement) {
        if (statement.line() == 2) {
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(Duration.ofMillis(300));
                } catch (InterruptedException unexpected) {
                  throw new AssertionError(unexpected);
                }
                running.interrupt();
              });
        }
      }
    };
  }
}
