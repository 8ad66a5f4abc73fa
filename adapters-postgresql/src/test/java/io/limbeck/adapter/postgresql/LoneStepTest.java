package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static io.limbeck.adapter.postgresql.Given.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that can run in no transaction, above all CREATE INDEX CONCURRENTLY. */
@Timeout(300)
class LoneStepTest {
  private static final int ROWS = Boolean.getBoolean("limbeck.stress") ? 1_000_000 : 100_000;
  private static final Heads A = Heads.of("a");
  private static final String INDEX = "CREATE INDEX CONCURRENTLY ix_made ON made (name)";
  private static final String UNIQUE = "CREATE UNIQUE INDEX CONCURRENTLY \"Ix\" ON made (name)";

  private final String name = SERVER.newDatabase();
  private final Database database = Given.database(SERVER.url(name));

  @BeforeEach
  void upgrade_to_the_first_revision() {
    apply(
        database,
        Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (id SERIAL PRIMARY KEY, name TEXT)"));
  }

  @AfterEach
  void drop_the_database() {
    database.close();
    SERVER.drop(name);
  }

  @Test
  void an_index_is_made_of_many_rows_while_another_client_writes() throws Exception {
    SERVER.execute(
        name,
        "INSERT INTO made (name) SELECT md5(n::text) FROM generate_series(1, %d) AS n"
            .formatted(ROWS));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> writing = threads.submit(() -> writeUntil(done));
      boolean applied = apply(database, Steps.upgradeAlone(A, "b", INDEX));
      done.set(true);

      assertThat(applied).isTrue();
      int written = writing.get(60, TimeUnit.SECONDS);
      assertThat(written).isPositive();
      assertThat(SERVER.query(name, "SELECT count(*) FROM made"))
          .containsExactly(Integer.toString(ROWS + written));
    }
    assertThat(indexes()).containsExactly("ix_made|t");
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }

  @Test
  void those_who_wait_for_the_lock_or_ask_do_not_hold_it_up() throws Exception {
    try (Database asking = Given.database(SERVER.url(name));
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      asking.heads();
      asking.schema();
      ScriptedStep step = Steps.upgradeAlone(A, "b", INDEX);
      List<Future<Boolean>> runs =
          List.of(
              threads.submit(() -> applied(step)),
              threads.submit(() -> applied(step)),
              threads.submit(() -> applied(step)));

      int taken = 0;
      for (Future<Boolean> run : runs) {
        taken += run.get(30, TimeUnit.SECONDS) ? 1 : 0;
      }

      assertThat(taken).isEqualTo(1);
    }
    assertThat(database.history()).hasSize(2);
  }

  @Test
  void an_index_that_could_not_be_made_is_named_with_the_remedy() {
    SERVER.execute(name, "INSERT INTO made (name) VALUES ('same'), ('same')");

    assertThatThrownBy(() -> apply(database, Steps.upgradeAlone(A, "b", UNIQUE)))
        .isInstanceOf(StatementFailedException.class)
        .hasMessage(
            "Revision b failed at /scripts/b.sql:1: could not create unique index \"Ix\" (23505"
                + " unique_violation). Key (name)=(same) is duplicated. The database stands at a."
                + " It left the index public.\"Ix\" INVALID: remove it with DROP INDEX CONCURRENTLY"
                + " public.\"Ix\". Mend the script and run again.");

    assertThat(indexes()).containsExactly("Ix|f");
    assertThat(database.heads()).isEqualTo(A);
    SERVER.execute(name, "DROP INDEX CONCURRENTLY public.\"Ix\"", "DELETE FROM made WHERE id = 1");
    assertThat(apply(database, Steps.upgradeAlone(A, "b", UNIQUE))).isTrue();
    assertThat(indexes()).containsExactly("Ix|t");
  }

  @Test
  void an_invalid_index_in_the_way_is_named_and_if_not_exists_does_not_pass_it_over() {
    SERVER.execute(name, "INSERT INTO made (name) VALUES ('same'), ('same')");
    assertThatThrownBy(() -> apply(database, Steps.upgradeAlone(A, "b", UNIQUE))).isNotNull();

    assertThatThrownBy(() -> apply(database, Steps.upgradeAlone(A, "b", UNIQUE)))
        .hasMessage(
            "Revision b failed at /scripts/b.sql:1: relation \"Ix\" already exists (42P07"
                + " duplicate_table). The database stands at a. It left the index public.\"Ix\""
                + " INVALID: remove it with DROP INDEX CONCURRENTLY public.\"Ix\". Mend the script"
                + " and run again.");
    String lenient = UNIQUE.replace("CONCURRENTLY", "CONCURRENTLY IF NOT EXISTS");
    assertThatThrownBy(() -> apply(database, Steps.upgradeAlone(A, "b", lenient)))
        .hasMessage(
            "Revision b failed at /scripts/b.sql:1: the index is there, and INVALID (55000"
                + " object_not_in_prerequisite_state). The database stands at a. It left the index"
                + " public.\"Ix\" INVALID: remove it with DROP INDEX CONCURRENTLY public.\"Ix\"."
                + " Then run again.");

    assertThat(database.heads()).isEqualTo(A);
  }

  @Test
  void an_interrupt_ends_it_and_tells_what_is_left() throws SQLException {
    try (Connection other = SERVER.connect(name)) {
      // A transaction that has written is waited for.
      other.setAutoCommit(false);
      PostgresqlSql.execute(other, "INSERT INTO made (name) VALUES ('pending')");
      Thread running = Thread.currentThread();

      assertThatThrownBy(
              () -> {
                try (Database.Session session = database.open()) {
                  session.apply(
                      List.of(Steps.upgradeAlone(A, "b", INDEX)), interruptingSoon(running));
                }
              })
          .isInstanceOf(RunInterruptedException.class)
          .hasMessage(
              "The run on %s was interrupted. The database stands at a. It left the index"
                      .formatted(database.name())
                  + " public.ix_made INVALID: remove it with DROP INDEX CONCURRENTLY"
                  + " public.ix_made. Run again to go on.");
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(indexes()).containsExactly("ix_made|f");
  }

  @Test
  void what_sets_something_for_its_session_does_not_reach_the_next() {
    SERVER.execute(name, "CREATE SCHEMA other");

    apply(database, Steps.upgradeAlone(A, "b", "SET search_path = other"));

    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }

  private boolean applied(ScriptedStep step) {
    try (Database other = Given.database(SERVER.url(name))) {
      return apply(other, step);
    }
  }

  private int writeUntil(AtomicBoolean done) throws SQLException {
    int written = 0;
    try (Connection connection = SERVER.connect(name);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO made (name) VALUES ('new')")) {
      while (!done.get()) {
        written += insert.executeUpdate();
      }
    }
    return written;
  }

  private List<String> indexes() {
    return SERVER.query(
        name,
        "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_class t ON t.oid = i.indrelid WHERE t.relname = 'made' AND NOT"
            + " i.indisprimary");
  }

  private static Progress interruptingSoon(Thread running) {
    return new Progress() {
      @Override
      public void running(ScriptedStep step, Statement statement) {
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
    };
  }
}
