package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static io.limbeck.adapter.postgresql.Given.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.schema.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases to throw away: of one's own for a user who may make some, else a schema. */
class ScratchTest {
  private static final String MAKER = "maker";
  private static final String TENANT = "tenant";
  private static final String GUEST = "visitor";

  private final String name = SERVER.newDatabase(TENANT);

  @BeforeAll
  static void make_users() {
    SERVER.execute(
        "postgres",
        "CREATE ROLE maker LOGIN CREATEDB",
        "CREATE ROLE tenant LOGIN",
        "CREATE ROLE visitor LOGIN");
  }

  @AfterEach
  void drop_the_database() {
    SERVER.drop(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {MAKER, TENANT})
  void nothing_of_it_stays_whatever_is_done_in_it(String user) {
    List<String> before = everything();
    try (Database database = Given.database(SERVER.url(user, name))) {
      try (Scratch scratch = database.scratch()) {
        apply(
            scratch,
            Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)", "CREATE SCHEMA more"));
        assertThat(scratch.heads()).isEqualTo(Heads.of("a"));
        assertThatThrownBy(() -> apply(scratch, Steps.upgrade(Heads.of("a"), "b", "fail")))
            .isNotNull();
        assertThat(scratch.heads()).isEqualTo(Heads.of("a"));
      }
      Scratch interrupted = database.scratch();
      apply(interrupted, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)"));
      Thread.currentThread().interrupt();
      interrupted.close();
      assertThat(Thread.interrupted()).isTrue();

      assertThat(database.heads()).isEqualTo(Heads.none());
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void it_is_of_the_same_kind_down_to_sorting_and_search_path() {
    SERVER.execute(
        name,
        "CREATE SCHEMA app AUTHORIZATION maker",
        "ALTER DATABASE %s SET search_path = app, public".formatted(name));
    String kind =
        "SELECT pg_encoding_to_char(encoding), datcollate, datctype, datlocprovider, datlocale"
            + " FROM pg_database WHERE datname = '%s'";
    try (Database database = Given.database(SERVER.url(MAKER, name));
        Scratch scratch = database.scratch()) {
      apply(scratch, Steps.upgrade(Heads.none(), "a", "CREATE TABLE app.made (id INT)"));

      assertThat(scratch.schema().table(new Name("made"))).isPresent();
      assertThat(SERVER.query(name, kind.formatted(scratch.shortName())))
          .isEqualTo(SERVER.query(name, kind.formatted(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MAKER, TENANT})
  void the_schema_of_the_version_table_is_made_in_it_and_the_real_one_is_not_seen(String user) {
    SERVER.execute(name, "CREATE SCHEMA ops AUTHORIZATION " + user);
    try (Database database =
        PostgresqlModule.storage().database(Given.inSchema(SERVER.url(user, name), "ops"))) {
      apply(database, Steps.stamp(Heads.none(), "a"));

      try (Scratch scratch = database.scratch()) {
        assertThat(scratch.heads()).isEqualTo(Heads.none());
        apply(scratch, Steps.stamp(Heads.none(), "b"));
        assertThat(scratch.heads()).isEqualTo(Heads.of("b"));
      }
      assertThat(database.heads()).isEqualTo(Heads.of("a"));
    }
  }

  @Test
  void one_that_a_killed_run_left_is_removed_by_the_next_and_no_other() throws SQLException {
    String left = "limbeck_scratch_" + "0".repeat(32);
    String visited = "limbeck_scratch_" + "1".repeat(32);
    String another = "limbeck_scratch_archive";
    String used = "limbeck_scratch_" + "2".repeat(32);
    for (String mine : List.of(left, visited, another, used)) {
      SERVER.execute("postgres", "CREATE DATABASE %s OWNER maker".formatted(mine));
    }
    String foreign = "limbeck_scratch_" + "3".repeat(32);
    SERVER.execute("postgres", "CREATE DATABASE %s".formatted(foreign));

    try (Connection visitor = SERVER.connect(visited);
        Connection user = SERVER.connect("postgres");
        Database database = Given.database(SERVER.url(MAKER, name))) {
      new ScratchName(used).use(user);
      database.scratch().close();

      assertThat(visitor.isValid(1)).isTrue();
      assertThat(SERVER.query(name, "SELECT datname FROM pg_database WHERE datname ~ 'scratch'"))
          .containsExactlyInAnyOrder(visited, another, used, foreign);
    } finally {
      Stream.of(left, visited, another, used, foreign).forEach(SERVER::drop);
    }
  }

  @Test
  void in_a_schema_nothing_reaches_the_real_tables() {
    SERVER.executeAs(TENANT, name, "CREATE TABLE real (id INT)", "INSERT INTO real VALUES (1)");
    try (Database database = Given.database(SERVER.url(TENANT, name));
        Scratch scratch = database.scratch()) {
      assertThat(scratch.schema().tables()).isEmpty();
      assertThatThrownBy(() ->
              apply(
                  scratch, Steps.upgrade(Heads.none(), "a", "SELECT 1", "DROP TABLE public.real")))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "A trial in a scratch schema of %s cannot run line 2, which names the schema public:"
                      .formatted(database.name())
                  + " that is the real one. Leave the schema's name out of the script, or allow the"
                  + " user to make databases (ALTER ROLE ... CREATEDB), so that a trial has one of"
                  + " its own.");
      assertThatThrownBy(
              () -> scratch.execute(List.of(new Statement("DROP TABLE \"public\".real", 3)), "ddl"))
          .isInstanceOf(UnusableDatabaseException.class);
      apply(
          scratch,
          Steps.upgrade(
              Heads.none(),
              "a",
              "DROP TABLE IF EXISTS real",
              "DO $$ BEGIN DROP TABLE public.real; END $$"));
    }
    assertThat(SERVER.query(name, "SELECT id FROM real")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {MAKER, TENANT})
  void what_runs_outside_a_transaction_elsewhere_can_be_tried(String user) {
    try (Database database = Given.database(SERVER.url(user, name));
        Scratch scratch = database.scratch()) {
      apply(
          scratch,
          Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id INT)"),
          Steps.upgrade(Heads.of("a"), "b", "CREATE TYPE mood AS ENUM ('sad')"));
      apply(
          scratch,
          Steps.upgradeAlone(Heads.of("b"), "c", "CREATE INDEX CONCURRENTLY ix ON made (id)"));
      apply(scratch, Steps.upgradeAlone(Heads.of("c"), "d", "ALTER TYPE mood ADD VALUE 'happy'"));

      assertThat(scratch.heads()).isEqualTo(Heads.of("d"));
      assertThat(scratch.history()).hasSize(4);
      assertThat(scratch.schema().table(new Name("made")).orElseThrow().indexes()).hasSize(1);
    }
  }

  @Test
  void what_cannot_be_tried_in_a_schema_is_told() {
    try (Database database = Given.database(SERVER.url(TENANT, name));
        Scratch scratch = database.scratch()) {
      assertThatThrownBy(() -> apply(scratch, Steps.upgradeAlone(Heads.none(), "a", "VACUUM")))
          .hasMessage(
              "Revision a failed at /scripts/a.sql:1: VACUUM cannot run inside a transaction block"
                  + " (25001 active_sql_transaction). The database is as it was before this"
                  + " revision, at base. It can be tried by a user who may make databases (ALTER"
                  + " ROLE ... CREATEDB).");
      apply(
          scratch,
          Steps.upgrade(Heads.none(), "a", "CREATE TYPE mood AS ENUM ('sad')"),
          Steps.upgrade(Heads.of("a"), "b", "ALTER TYPE mood ADD VALUE 'happy'"));
      assertThatThrownBy(
              () -> apply(scratch, Steps.upgrade(Heads.of("b"), "c", "SELECT 'happy'::mood")))
          .hasMessageContaining("unsafe use of new value \"happy\"")
          .hasMessageEndingWith(
              " It can be tried by a user who may make databases (ALTER ROLE ... CREATEDB).");
    }
  }

  @Test
  void a_user_who_may_make_neither_is_told_what_is_missing() {
    try (Database database = Given.database(SERVER.url(GUEST, name))) {
      assertThatThrownBy(database::scratch)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "The user may make neither a scratch database nor a scratch schema in %s."
                      .formatted(database.name())
                  + " Allow the one with ALTER ROLE ... CREATEDB, or the other with GRANT CREATE ON"
                  + " DATABASE.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MAKER, TENANT})
  void tables_get_rows_and_can_be_altered_afterwards(String user) {
    try (Database database = Given.database(SERVER.url(user, name));
        Scratch scratch = database.scratch()) {
      apply(
          scratch,
          Steps.upgrade(
              Heads.none(),
              "a",
              "CREATE TYPE mood AS ENUM ('sad', 'happy')",
              "CREATE TABLE parent (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood NOT"
                  + " NULL, b BYTEA NOT NULL, j JSONB NOT NULL)",
              "CREATE TABLE child (parent_id BIGINT NOT NULL REFERENCES parent DEFERRABLE INITIALLY"
                  + " DEFERRED)",
              "CREATE TABLE choosy (id INT CHECK (id > 100), CHECK (id < 102))"));

      assertThat(scratch.populate()).isEmpty();
      assertThat(scratch.rowCounts())
          .containsExactly(
              java.util.Map.entry(new Name("child"), 1L),
              java.util.Map.entry(new Name("choosy"), 1L),
              java.util.Map.entry(new Name("parent"), 1L));
      apply(scratch, Steps.upgrade(Heads.of("a"), "b", "ALTER TABLE child ADD more INT"));
    }
  }

  /** {@return what there is on the server, and in the database} */
  private List<String> everything() {
    return SERVER.query(
        name,
        "SELECT datname FROM pg_database UNION ALL SELECT nspname FROM pg_namespace UNION ALL"
            + " SELECT relname FROM pg_class ORDER BY 1");
  }
}
