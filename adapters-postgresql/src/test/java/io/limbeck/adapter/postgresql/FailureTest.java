package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static io.limbeck.adapter.postgresql.Given.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.ReferencesBrokenException;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL refuses is told whole, and where it is. */
class FailureTest {
  private static final String AS_BEFORE =
      " The database is as it was before this revision, at base.";
  private static final String MEND = " Mend the script and run again.";

  private final String name = SERVER.newDatabase();
  private final Database database = Given.database(SERVER.url(name));

  @AfterEach
  void drop_the_database() {
    database.close();
    SERVER.drop(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT nowhere FROM t|column \"nowhere\" does not exist (42703 undefined_column), at line"
            + " 2, column 8",
        "SELECT nam FROM t|column \"nam\" does not exist (42703 undefined_column), at line 2,"
            + " column 8. Hint: Perhaps you meant to reference the column \"t.name\"",
        "INSERT INTO t VALUES (1, 'b')|duplicate key value violates unique constraint \"t_pkey\""
            + " (23505 unique_violation). Key (id)=(1) already exists",
        "DO $$ BEGIN RAISE EXCEPTION 'No.' USING HINT = 'Try it.'; END $$|No (P0001"
            + " raise_exception). Hint: Try it. In PL/pgSQL function inline_code_block line 1 at"
            + " RAISE"
      })
  void message_detail_hint_and_place_are_told(String sql, String reason) {
    assertThatThrownBy(() ->
            apply(
                database,
                Steps.upgrade(
                    Heads.none(),
                    "a",
                    "CREATE TABLE t AS SELECT 1 AS id, 'a' AS name; ALTER TABLE t ADD PRIMARY KEY"
                        + " (id)",
                    sql)))
        .isInstanceOf(StatementFailedException.class)
        .hasMessage("Revision a failed at /scripts/a.sql:2: " + reason + "." + AS_BEFORE + MEND);
  }

  @Test
  void what_cannot_run_in_a_transaction_is_told_how_it_can() {
    assertThatThrownBy(() -> apply(database, Steps.upgrade(Heads.none(), "a", "VACUUM")))
        .hasMessage(
            "Revision a failed at /scripts/a.sql:1: VACUUM cannot run inside a transaction block"
                + " (25001 active_sql_transaction)."
                + AS_BEFORE
                + " Give it a revision of its own, whose section begins with -- migrate:upgrade"
                + " transaction=off.");
  }

  @Test
  void what_a_deferred_constraint_finds_is_told_of_the_revision() {
    SERVER.execute(
        name,
        "CREATE TABLE parent (id INT PRIMARY KEY)",
        "CREATE TABLE child (parent_id INT CONSTRAINT child_parent REFERENCES parent DEFERRABLE"
            + " INITIALLY DEFERRED)");

    assertThatThrownBy(() ->
            apply(
                database,
                Steps.upgrade(Heads.none(), "a", "INSERT INTO child VALUES (7)", "SELECT 1")))
        .isInstanceOf(ReferencesBrokenException.class)
        .hasMessage(
            "Revision a (/scripts/a.sql) breaks foreign keys: insert or update on table \"child\""
                + " violates foreign key constraint \"child_parent\" (23503"
                + " foreign_key_violation). Key (parent_id)=(7) is not present in table \"parent\"."
                + AS_BEFORE
                + " Mend the script so that it changes those rows too, and run again.");
    assertThat(database.heads()).isEqualTo(Heads.none());
  }

  @Test
  void a_table_that_someone_else_has_locked_is_waited_for_and_then_told_who() throws Exception {
    SERVER.execute(name, "CREATE TABLE t (id INT)");
    try (Database impatient = Given.database(SERVER.url(name), Duration.ofMillis(700));
        Connection other = SERVER.connect(name)) {
      lock(other, "t");

      assertThatThrownBy(
              () -> apply(impatient, Steps.upgrade(Heads.none(), "a", "ALTER TABLE t ADD n INT")))
          .isInstanceOf(LockNotObtainedException.class)
          .hasMessageMatching(
              "postgresql://postgres@localhost:\\d+/test_\\d+ is locked: process \\d+ \\(PostgreSQL"
                  + " JDBC Driver, user postgres, from [0-9.:]+, idle in transaction, since"
                  + " \\S+Z\\) has held its lock for longer than 700 ms\\. The database is as it"
                  + " was before this revision, at base\\. Wait until the other program has"
                  + " finished, or allow more time with lock_timeout\\.");
    }
  }

  @Test
  void the_version_table_is_waited_for_too() throws Exception {
    apply(database, Steps.upgrade(Heads.none(), "a"));
    try (Database impatient = Given.database(SERVER.url(name), Duration.ofMillis(700));
        Connection other = SERVER.connect(name)) {
      lock(other, "alembic_version");

      // Even readers wait for that lock; so the steps are given, not asked for.
      assertThatThrownBy(() -> apply(impatient, Steps.upgrade(Heads.of("a"), "b")))
          .isInstanceOf(LockNotObtainedException.class)
          .hasMessageContaining("is locked: process ")
          .hasMessageContaining("idle in transaction");
    }
  }

  @Test
  void timeouts_of_the_url_are_the_servers() {
    String url = SERVER.url(name) + "?options=-c%20statement_timeout=100";
    try (Database hasty = Given.database(url)) {
      assertThatThrownBy(() -> apply(hasty, Steps.upgrade(Heads.none(), "a", "SELECT pg_sleep(9)")))
          .isInstanceOf(StatementFailedException.class)
          .hasMessage(
              "Revision a failed at /scripts/a.sql:1: canceling statement due to statement timeout"
                  + " (57014 query_canceled)."
                  + AS_BEFORE
                  + " If it needs more time, allow it with options=-c%20statement_timeout=10min in"
                  + " the database URL, and run again.");
    }
  }

  @Test
  void a_server_a_host_and_a_database_that_are_not_there_are_told() {
    assertRefused(
        "postgresql://ada@localhost:1/app",
        "postgresql://ada@localhost:1/app cannot be reached: Connection to localhost:1 refused."
            + " Check that the hostname and port are correct and that the postmaster is accepting"
            + " TCP/IP connections (08001). Correct host and port in the database URL, or see that"
            + " the server is up and listens there.");
    assertRefused(
        "postgresql://ada@nowhere.invalid/app",
        "postgresql://ada@nowhere.invalid/app cannot be reached: there is no such host. Correct"
            + " host and port in the database URL, or see that the server is up and listens"
            + " there.");
    String missing = SERVER.url("nothing");
    assertRefused(
        missing,
        missing + " does not exist. Make it with CREATE DATABASE, or correct the database URL.");
  }

  @Test
  void a_server_that_does_not_let_one_in_is_told() {
    assertRefused(
        SERVER.url(name) + "?sslmode=require",
        SERVER.url(name)
            + " refuses the connection: The server does not support SSL (08004). Correct user and"
            + " sslmode in the database URL, or have the server's pg_hba.conf let this user in from"
            + " here.");
  }

  @Test
  void a_wrong_password_is_told_without_it() {
    SERVER.askForPasswordOf("locked", "right one");
    String url = "postgresql://locked:%s@localhost:" + SERVER.port() + "/" + name;
    try (Database right = Given.database(url.formatted("right%20one"))) {
      assertThat(right.heads()).isEqualTo(Heads.none());
    }
    assertRefused(
        url.formatted("wrong"),
        SERVER.url("locked", name)
            + " does not let the user in: password authentication failed for user \"locked\""
            + " (28P01 invalid_password). Correct user and password in the database URL, or put the"
            + " password into the variable PGPASSWORD or the file ~/.pgpass.");
  }

  @Test
  void a_schema_that_is_not_there_is_told() {
    assertThatThrownBy(
            () -> {
              try (Database other =
                  PostgresqlModule.storage().database(Given.inSchema(SERVER.url(name), "ops"))) {
                apply(other, Steps.upgrade(Heads.none(), "a"));
              }
            })
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(
            "%s has no schema 'ops'. The database is as it was before this revision, at base. Make the"
                    .formatted(SERVER.url(name))
                + " schema with CREATE SCHEMA, or correct version_table_schema.");
  }

  @Test
  void what_the_user_may_not_do_is_told() {
    SERVER.execute(name, "DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN");
    try (Database guest = Given.database(SERVER.url("guest", name))) {
      assertThatThrownBy(() -> apply(guest, Steps.upgrade(Heads.none(), "a")))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "The user may not do that in %s: permission denied for schema public (42501"
                      .formatted(SERVER.url("guest", name))
                  + " insufficient_privilege). The database is as it was before this revision, at"
                  + " base. Grant that to the user, or use another one.");
    }
  }

  @Test
  void a_server_that_may_only_be_read_is_told() {
    String url = SERVER.url(name) + "?options=-c%20default_transaction_read_only=on";
    try (Database standby = Given.database(url)) {
      assertThatThrownBy(() -> apply(standby, Steps.upgrade(Heads.none(), "a")))
          .hasMessageStartingWith(SERVER.url(name) + " cannot be written: it is read-only.");
    }
  }

  private static void lock(Connection other, String table) throws SQLException {
    other.setAutoCommit(false);
    PostgresqlSql.execute(other, "LOCK TABLE " + table);
  }

  private static void assertRefused(String url, String message) {
    try (Database refusing = Given.database(url)) {
      assertThatThrownBy(refusing::heads)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(message);
    }
  }
}
