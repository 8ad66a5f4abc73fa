package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processes and threads on the same file. */
class SqliteProcessesTest {
  private static final Heads A = Heads.of("a");
  private static final String ENDLESS =
      "INSERT INTO made WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i"
          + " FROM n WHERE i < 0";

  @TempDir private Path folder;

  @BeforeEach
  void make_a_database() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (name TEXT)"));
    }
  }

  @Test
  void another_process_that_writes_for_too_long_is_told() throws Exception {
    try (OtherProcess other = OtherProcess.writing(file().path());
        Database database = impatient()) {
      assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(A, "b")))
          .isInstanceOf(LockNotObtainedException.class)
          .hasMessage(
              "%s is locked: someone else has held its lock for 300 ms. Wait until the other program"
                      .formatted(file().path())
                  + " has finished, or allow more time with lock_timeout.");

      other.commit();
      assertThat(database.heads()).isEqualTo(A);
      assertThat(Databases.apply(database, Steps.upgrade(A, "b"))).isTrue();
    }
  }

  @Test
  void another_process_that_ends_in_time_is_waited_for() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        OtherProcess other = OtherProcess.writing(file().path());
        Database database = Databases.at(file().path())) {
      Future<Boolean> waiting =
          threads.submit(() -> Databases.apply(database, Steps.upgrade(A, "b")));
      Thread.sleep(200);
      assertThat(waiting.isDone()).isFalse();

      other.commit();

      assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
      assertThat(file().column("SELECT count(*) FROM made")).containsExactly("100");
    }
  }

  @Test
  void what_a_killed_process_left_half_done_is_undone_by_reading() throws Exception {
    try (OtherProcess other = OtherProcess.writing(file().path())) {
      other.kill();
    }
    assertThat(folder.resolve("app.db-journal")).isNotEmptyFile();

    try (Database database = Databases.at(file().path())) {
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).hasSize(1);
    }
    assertThat(file().column("SELECT count(*) FROM made")).containsExactly("0");
  }

  @Test
  void a_reader_that_does_not_end_keeps_a_step_from_being_committed_and_is_told() throws Exception {
    try (Connection reader = file().open();
        Statement statement = reader.createStatement();
        Database database = impatient()) {
      statement.execute("BEGIN");
      try (ResultSet rows = statement.executeQuery("SELECT * FROM alembic_version")) {
        assertThat(rows.next()).isTrue();

        assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(A, "b")))
            .isInstanceOf(LockNotObtainedException.class)
            .hasMessage(
                "%s is locked: someone else has held its lock for 300 ms. The database is as it was"
                        .formatted(file().path())
                    + " before this revision, at a. Wait until the other program has finished, or"
                    + " allow more time with lock_timeout.");
      }
      statement.execute("COMMIT");

      assertThat(Databases.apply(database, Steps.upgrade(A, "b"))).isTrue();
    }
  }

  @Test
  void an_interrupt_ends_the_statement_that_runs() throws Exception {
    try (Database database = Databases.at(file().path())) {
      Thread runner =
          Thread.ofPlatform()
              .start(() ->
                  assertThatThrownBy(
                          () -> Databases.apply(database, Steps.upgrade(A, "b", ENDLESS)))
                      .isInstanceOf(RunInterruptedException.class)
                      .hasMessage(
                          "The run on %s was interrupted. The database is as it was before this"
                                  .formatted(database.name())
                              + " revision, at a. Run again to go on."));
      Thread.sleep(300);

      runner.interrupt();
      runner.join(Duration.ofSeconds(10));

      assertThat(runner.isAlive()).isFalse();
      assertThat(database.heads()).isEqualTo(A);
      assertThat(Databases.apply(database, Steps.upgrade(A, "b"))).isTrue();
    }
  }

  @Test
  void an_interrupt_ends_waiting_for_the_lock() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        OtherProcess other = OtherProcess.writing(file().path());
        Database database = Databases.at(file().path())) {
      Future<?> waiting =
          threads.submit(() ->
              assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(A, "b")))
                  .isInstanceOf(RunInterruptedException.class)
                  .hasMessage(
                      "The run on %s was interrupted. Nothing was done. Run again to go on."
                          .formatted(database.name())));
      Thread.sleep(300);

      threads.shutdownNow();

      waiting.get(10, TimeUnit.SECONDS);
      other.commit();
      assertThat(database.heads()).isEqualTo(A);
    }
  }

  @Test
  void an_interrupt_ends_waiting_to_read() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        Connection other = file().open();
        Statement statement = other.createStatement();
        Database database = Databases.at(file().path())) {
      statement.execute("BEGIN EXCLUSIVE");
      Future<?> waiting =
          threads.submit(() ->
              assertThatThrownBy(database::heads)
                  .isInstanceOf(RunInterruptedException.class)
                  .hasMessage(
                      "The run on %s was interrupted. Nothing was done. Run again to go on."
                          .formatted(database.name())));
      Thread.sleep(300);
      assertThat(waiting.isDone()).isFalse();

      threads.shutdownNow();

      waiting.get(10, TimeUnit.SECONDS);
      statement.execute("COMMIT");
      assertThat(database.heads()).isEqualTo(A);
    }
  }

  private Database impatient() {
    return Databases.of("sqlite:///" + file().path(), Duration.ofMillis(300));
  }

  private SqliteFile file() {
    return new SqliteFile(folder.resolve("app.db"));
  }
}
