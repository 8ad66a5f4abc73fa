package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static io.limbeck.adapter.postgresql.Given.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.adapter.sql.TableName;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The advisory lock, and the lock on the version table that Python's Alembic meets. */
class LockTest {
  private final String name = SERVER.newDatabase();
  private final Database database = Given.database(SERVER.url(name));

  @BeforeEach
  void upgrade_to_the_first_revision() {
    apply(database, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (name VARCHAR(20))"));
  }

  @AfterEach
  void drop_the_database() {
    database.close();
    SERVER.drop(name);
  }

  @Test
  void the_key_is_made_of_database_schema_and_table() throws SQLException {
    try (Connection connection = SERVER.connect(name)) {
      long key = key(connection, Optional.empty());

      assertThat(key)
          .isEqualTo(AdvisoryLock.hash("limbeck:%s.public.alembic_version".formatted(name)));
      assertThat(key(connection, Optional.of("public"))).isEqualTo(key);
      assertThat(key(connection, Optional.of("ops"))).isNotEqualTo(key);
      PostgresqlSql.execute(connection, "CREATE SCHEMA ops; SET search_path = ops, public");
      assertThat(key(connection, Optional.empty())).as("the same table").isEqualTo(key);
    }
  }

  @Test
  void whoever_holds_the_lock_is_named_and_may_be_any_client() throws SQLException {
    try (Database impatient = Given.database(SERVER.url(name), Duration.ofMillis(300));
        Connection other = SERVER.connect(name)) {
      PostgresqlSql.execute(
          other,
          "SET application_name = 'by hand'; SELECT pg_advisory_lock(%d)"
              .formatted(key(other, Optional.empty())));

      assertThatThrownBy(() -> apply(impatient, Steps.upgrade(Heads.of("a"), "b")))
          .isInstanceOf(LockNotObtainedException.class)
          .hasMessageMatching(
              ".* is locked: process \\d+ \\(by hand, user postgres, from [0-9.:]+, since \\S+Z\\)"
                  + " has held its lock for longer than 300 ms\\. Wait until .*");
    }
  }

  @Test
  void the_lock_is_free_after_a_run_that_failed() {
    assertThatThrownBy(() -> apply(database, Steps.upgrade(Heads.of("a"), "b", "fail")))
        .isNotNull();

    assertThat(advisoryLocks()).isEmpty();
    assertThat(apply(database, Steps.upgrade(Heads.of("a"), "b"))).isTrue();
    assertThat(advisoryLocks()).isEmpty();
  }

  @Test
  void nobody_who_has_the_lock_or_waits_for_it_is_in_a_transaction() throws Exception {
    try (Holder holder = new Holder();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> waiting =
          threads.submit(() -> {
            try (Database other = Given.database(SERVER.url(name))) {
              return apply(other, Steps.upgrade(Heads.of("a"), "b"));
            }
          });
      Thread.sleep(300);

      assertThat(
              SERVER.query(
                  name,
                  "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
                      + " application_name LIKE 'limbeck%' AND xact_start IS NOT NULL"))
          .as("only the step itself")
          .containsExactly("1");

      holder.release();
      assertThat(waiting.get(20, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  void one_who_waits_gives_way_as_soon_as_the_database_stands_elsewhere() throws SQLException {
    try (Connection other = SERVER.connect(name)) {
      PostgresqlSql.execute(
          other, "SELECT pg_advisory_lock(%d)".formatted(key(other, Optional.empty())));

      assertThat(apply(database, Steps.upgrade(Heads.none(), "b"))).isFalse();
    }
  }

  @Test
  void an_alembic_that_writes_meanwhile_waits_and_finds_nothing_to_write() throws Exception {
    try (Holder holder = new Holder();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Connection alembic = SERVER.connect(name)) {
      Future<Integer> update =
          threads.submit(() -> {
            try (java.sql.Statement statement = alembic.createStatement()) {
              return statement.executeUpdate(
                  "UPDATE alembic_version SET version_num='x' WHERE alembic_version.version_num ="
                      + " 'a'");
            }
          });
      Thread.sleep(300);
      assertThat(update.isDone()).isFalse();

      holder.release();

      assertThat(update.get(20, TimeUnit.SECONDS)).isZero();
    }
    assertThat(database.heads()).isEqualTo(Heads.of("held"));
  }

  @Test
  void an_alembic_in_the_middle_is_waited_for_and_what_it_did_is_seen() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        Connection alembic = SERVER.connect(name)) {
      alembic.setAutoCommit(false);
      PostgresqlSql.execute(alembic, "UPDATE alembic_version SET version_num = 'b'");
      Future<Boolean> run =
          threads.submit(() -> apply(database, Steps.upgrade(Heads.of("a"), "b", "fail")));
      Thread.sleep(300);
      assertThat(run.isDone()).isFalse();

      alembic.commit();

      assertThat(run.get(20, TimeUnit.SECONDS)).isFalse();
    }
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }

  @Test
  void an_interrupt_ends_the_wait_for_the_lock() throws Exception {
    try (Connection other = SERVER.connect(name)) {
      PostgresqlSql.execute(
          other, "SELECT pg_advisory_lock(%d)".formatted(key(other, Optional.empty())));
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> apply(database, Steps.upgrade(Heads.of("a"), "b")))
          .isInstanceOf(RunInterruptedException.class)
          .hasMessage(
              "The run on %s was interrupted. Nothing was done. Run again to go on.",
              database.name());
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private List<String> advisoryLocks() {
    return SERVER.query(name, "SELECT pid FROM pg_locks WHERE locktype = 'advisory'");
  }

  private static long key(Connection connection, Optional<String> schema) throws SQLException {
    return AdvisoryLock.key(connection, new TableName(schema, "alembic_version"));
  }

  /** One who is in the middle of a step until it is closed. */
  private final class Holder implements AutoCloseable {
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    Holder() throws InterruptedException {
      var unused = threads.submit(this::hold);
      assertThat(holding.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void hold() {
      try (Database other = Given.database(SERVER.url(name));
          Database.Session session = other.open()) {
        session.apply(
            List.of(Steps.upgrade(Heads.of("a"), "held", "SELECT 1", "SELECT 2")),
            new Progress() {
              @Override
              public void running(ScriptedStep step, Statement statement) {
                if (statement.line() == 2) {
                  holding.countDown();
                  await(released);
                }
              }
            });
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void release() {
      released.countDown();
      threads.close();
    }

    @Override
    public void close() {
      release();
    }
  }
}
