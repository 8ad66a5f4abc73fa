package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step runs if the database stands where it begins, and else nothing happens. */
public interface StepContract extends DatabaseUnderTest {
  @Test
  default void a_step_runs_its_statements_and_changes_the_version_table() {
    try (Database database = database()) {
      boolean applied =
          DatabaseUnderTest.apply(
              database, Steps.upgrade(Heads.none(), "a", MADE, "INSERT INTO made VALUES ('one')"));

      assertThat(applied).isTrue();
      assertThat(database.heads()).isEqualTo(A);
    }
    assertThat(rows("made")).containsExactly("one");
    assertThat(rows("alembic_version")).containsExactly("a");
  }

  @Test
  default void nothing_is_done_if_the_database_stands_elsewhere() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      boolean again = DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      boolean ahead =
          DatabaseUnderTest.apply(
              database, Steps.upgrade(B, "c", "INSERT INTO made VALUES ('one')"));

      assertThat(again).isFalse();
      assertThat(ahead).isFalse();
      assertThat(rows("made")).isEmpty();
      assertThat(database.history()).hasSize(1);
    }
  }

  @Test
  default void there_must_be_a_step_and_one_that_is_not_transactional_stands_alone() {
    ScriptedStep alone = Steps.upgradeAlone(A, "b", MADE);

    try (Database database = database();
        Database.Session session = database.open()) {
      assertThatThrownBy(() -> session.apply(List.of(), Progress.none()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() ->
              session.apply(List.of(Steps.upgrade(Heads.none(), "a"), alone), Progress.none()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(tables()).isEmpty();
  }

  @Test
  default void a_step_that_is_not_transactional_runs_and_is_remembered() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a"));

      DatabaseUnderTest.apply(database, Steps.upgradeAlone(A, "b", MADE));

      assertThat(database.heads()).isEqualTo(B);
      assertThat(database.history()).hasSize(2);
    }
    assertThat(tables()).contains("made");
  }

  @Test
  default void a_step_that_is_not_transactional_and_fails_leaves_the_heads() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a"));

      StatementFailedException failure =
          catchThrowableOfType(
              StatementFailedException.class,
              () -> DatabaseUnderTest.apply(database, Steps.upgradeAlone(A, "b", "fail")));

      assertThat(failure.revision()).isEqualTo(new RevisionId("b"));
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).hasSize(1);
    }
  }

  @Test
  default void progress_tells_steps_and_statements_in_order() {
    RecordedProgress progress = new RecordedProgress();

    try (Database database = database();
        Database.Session session = database.open()) {
      session.apply(
          List.of(Steps.upgrade(Heads.none(), "a", MADE), Steps.upgrade(A, "b", "DROP TABLE made")),
          progress);
    }

    assertThat(progress.events())
        .containsExactly(
            "started 1 of 2: upgrade  -> a",
            MADE,
            "finished upgrade  -> a",
            "started 2 of 2: upgrade a -> b",
            "DROP TABLE made",
            "finished upgrade a -> b");
  }

  @Test
  default void an_interrupt_stops_before_the_next_statement() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      ScriptedStep step =
          Steps.upgrade(
              A, "b", "INSERT INTO made VALUES ('one')", "INSERT INTO made VALUES ('two')");

      try (Database.Session session = database.open()) {
        assertThatThrownBy(() -> session.apply(List.of(step), RecordedProgress.interrupting()))
            .isInstanceOf(RunInterruptedException.class)
            .hasMessage(
                "The run on %s was interrupted. The database is as it was before this revision, at"
                        .formatted(database.name())
                    + " a. Run again to go on.");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }

      assertThat(rows("made")).isEmpty();
      assertThat(database.heads()).isEqualTo(A);
    }
  }
}
