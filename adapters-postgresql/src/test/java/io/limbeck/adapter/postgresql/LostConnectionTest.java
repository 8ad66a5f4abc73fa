package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static io.limbeck.adapter.postgresql.Given.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection that is lost, wherever in a run, leaves the database at a revision. */
@Timeout(120)
class LostConnectionTest {
  private static final String MADE = "CREATE TABLE made (name VARCHAR(20))";
  private static final String KILL =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND pid <> pg_backend_pid() AND application_name LIKE 'limbeck%'";

  private final String name = SERVER.newDatabase();
  private final Database database = Given.database(SERVER.url(name));

  @BeforeEach
  void upgrade_to_the_first_revision() {
    apply(database, Steps.upgrade(Heads.none(), "a"));
  }

  @AfterEach
  void drop_the_database() {
    database.close();
    SERVER.drop(name);
  }

  @Test
  void in_the_middle_of_a_statement_it_ends_in_one_sentence_and_nothing_is_done() {
    ScriptedStep step = Steps.upgrade(Heads.of("a"), "b", MADE, "SELECT pg_sleep(60)");

    try (Database.Session session = database.open()) {
      assertThatThrownBy(() -> session.apply(List.of(step), killingAt(2)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "The connection to %s was lost: terminating connection due to administrator command"
                      .formatted(database.name())
                  + " (57P01 admin_shutdown). The database is as it was before this revision, at a."
                  + " See that the server is up and can be reached, and run again.");

      assertThat(database.heads()).isEqualTo(Heads.of("a"));
      assertThat(tables()).doesNotContain("made");
      assertThat(session.apply(List.of(Steps.upgrade(Heads.of("a"), "b", MADE)), Progress.none()))
          .as("the same session goes on")
          .isTrue();
    }
    assertThat(tables()).contains("made");
  }

  @Test
  void between_two_revisions_the_session_connects_again() {
    try (Database.Session session = database.open()) {
      session.apply(List.of(Steps.upgrade(Heads.of("a"), "b", MADE)), Progress.none());
      SERVER.execute(name, KILL);

      assertThat(session.apply(List.of(Steps.upgrade(Heads.of("b"), "c")), Progress.none()))
          .isTrue();
    }
  }

  @Test
  void a_connection_that_was_idle_for_too_long_is_replaced_for_a_question() {
    assertThat(database.heads()).isEqualTo(Heads.of("a"));
    SERVER.execute(name, KILL);

    assertThat(database.heads()).isEqualTo(Heads.of("a"));
  }

  @Test
  void the_lock_alone_may_be_lost_and_the_step_is_taken() {
    String killTheIdle = KILL + " AND state = 'idle'";
    try (Database.Session session = database.open()) {
      boolean taken =
          session.apply(
              List.of(Steps.upgrade(Heads.of("a"), "b", killTheIdle, MADE)), Progress.none());

      assertThat(taken).isTrue();
      assertThat(session.apply(List.of(Steps.upgrade(Heads.of("b"), "c")), Progress.none()))
          .isTrue();
    }
    assertThat(database.heads()).isEqualTo(Heads.of("c"));
  }

  @Test
  void a_commit_whose_answer_is_lost_is_found_out_and_the_run_goes_on() {
    try (Wire wire = Wire.to(SERVER.port());
        Database remote = Given.database(url(wire));
        Database.Session session = remote.open()) {
      wire.cut(Wire.Cut.AFTER_COMMIT);

      assertThat(session.apply(List.of(Steps.upgrade(Heads.of("a"), "b", MADE)), Progress.none()))
          .isTrue();
      assertThat(session.apply(List.of(Steps.upgrade(Heads.of("b"), "c")), Progress.none()))
          .isTrue();
    }
    assertThat(database.heads()).isEqualTo(Heads.of("c"));
    assertThat(database.history()).hasSize(3);
  }

  @Test
  void a_commit_that_never_arrived_is_found_out_and_told() {
    try (Wire wire = Wire.to(SERVER.port());
        Database remote = Given.database(url(wire))) {
      wire.cut(Wire.Cut.BEFORE_COMMIT);

      assertThatThrownBy(() -> apply(remote, Steps.upgrade(Heads.of("a"), "b", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageStartingWith("The connection to %s was lost: ".formatted(remote.name()))
          .hasMessageEndingWith(
              " The database is as it was before this revision, at a. See that the server is up"
                  + " and can be reached, and run again.");
    }
    assertThat(database.heads()).isEqualTo(Heads.of("a"));
    assertThat(tables()).doesNotContain("made");
  }

  @Test
  void a_commit_of_which_nobody_can_be_asked_is_told_as_such() {
    try (Wire wire = Wire.to(SERVER.port());
        Database remote = Given.database(url(wire), Duration.ofMillis(500))) {
      wire.cut(Wire.Cut.FOR_GOOD_AFTER_COMMIT);

      assertThatThrownBy(() -> apply(remote, Steps.upgrade(Heads.of("a"), "b", MADE)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageStartingWith(
              "The connection to %s was lost during the COMMIT, and the server does not tell"
                      .formatted(remote.name())
                  + " whether that took effect: ")
          .hasMessageEndingWith(
              "The database stands either before or after what was just told, never between: ask"
                  + " where it stands when the server is up, and run again.");
    }
  }

  @Test
  void a_server_that_is_stopped_in_the_middle_is_told() {
    try (EmbeddedServer other = EmbeddedServer.start();
        Database stopped = Given.database(other.url(other.newDatabase()));
        Database.Session session = stopped.open()) {
      ScriptedStep step = Steps.upgrade(Heads.none(), "a", MADE, "SELECT pg_sleep(60)");

      assertThatThrownBy(() -> session.apply(List.of(step), at(2, () -> later(other::close))))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageStartingWith("The connection to %s was lost: ".formatted(stopped.name()))
          .hasMessageContaining(" The database is as it was before this revision, at base. ");
      assertThatThrownBy(stopped::heads)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageStartingWith("%s cannot be reached: ".formatted(stopped.name()));
    }
  }

  private String url(Wire wire) {
    return "postgresql://postgres@localhost:%d/%s".formatted(wire.port(), name);
  }

  private List<String> tables() {
    return SERVER.query(name, "SELECT relname FROM pg_class WHERE relkind = 'r'");
  }

  private Progress killingAt(int line) {
    return at(line, () -> later(() -> SERVER.execute(name, KILL)));
  }

  private static void later(Runnable work) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(200);
          } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
          }
          work.run();
        });
  }

  /** {@return what does something when the statement on {@code line} is about to run} */
  private static Progress at(int line, Runnable work) {
    return new Progress() {
      @Override
      public void running(ScriptedStep step, Statement statement) {
        if (statement.line() == line) {
          work.run();
        }
      }
    };
  }
}
