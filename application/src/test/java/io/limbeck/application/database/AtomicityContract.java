package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.domain.revision.Heads;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a failure leaves. Where changes to the schema are undone with their transaction, everything
 * is as before; where not, the failure says what stays.
 */
public interface AtomicityContract extends DatabaseUnderTest {

  private boolean isTransactional() {
    try (Database database = database()) {
      return database.capabilities().contains(Capability.TRANSACTIONAL_DDL);
    }
  }

  @Test
  default void rows_a_failed_step_wrote_are_gone() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      StatementFailedException failure =
          failure(database, Steps.upgrade(A, "b", "INSERT INTO made VALUES ('one')", "fail"));

      assertThat(failure.problem()).startsWith("Revision b failed at /scripts/b.sql:2: ");
      assertThat(failure.remedy())
          .isEqualTo(
              "The database is as it was before this revision, at a. Mend the script and run"
                  + " again.");
      assertThat(failure.statement().sql()).isEqualTo("fail");
      assertThat(rows("made")).isEmpty();
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).hasSize(1);
    }
  }

  @Test
  default void a_failed_step_can_be_mended_and_run_again() {
    try (Database database = database();
        Database.Session session = database.open()) {
      session.apply(List.of(Steps.upgrade(Heads.none(), "a", MADE)), Progress.none());
      failure(database, Steps.upgrade(A, "b", "INSERT INTO made VALUES ('one')", "fail"));

      boolean applied =
          session.apply(
              List.of(Steps.upgrade(A, "b", "INSERT INTO made VALUES ('one')")), Progress.none());

      assertThat(applied).isTrue();
      assertThat(rows("made")).containsExactly("one");
    }
  }

  @Test
  default void tables_a_failed_step_made_are_gone_or_told() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a"));

      StatementFailedException failure =
          failure(
              database,
              Steps.upgrade(
                  A,
                  "b",
                  "CREATE TABLE one (name VARCHAR(20))",
                  "INSERT INTO one VALUES ('kept')",
                  "CREATE TABLE two (name VARCHAR(20))",
                  "INSERT INTO one VALUES ('undone')",
                  "fail"));

      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).hasSize(1);
      if (isTransactional()) {
        assertThat(tables()).doesNotContain("one", "two");
        assertThat(failure.remedy())
            .startsWith("The database is as it was before this revision, at a.");
      } else {
        assertThat(tables()).contains("one", "two");
        assertThat(rows("one")).containsExactly("kept");
        assertThat(failure.remedy())
            .startsWith(
                "The database stands at a, but statements 1 to 3 of 5 took effect and stay, since"
                    + " it commits each change to the schema at once: undo them by hand.");
      }
    }
  }

  @Test
  default void several_steps_are_all_taken_or_none_or_it_is_told() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      StatementFailedException failure =
          failure(
              database,
              Steps.upgrade(A, "b", "INSERT INTO made VALUES ('one')"),
              Steps.upgrade(B, "c", "INSERT INTO made VALUES ('two')", "fail"));

      if (isTransactional()) {
        assertThat(database.heads()).isEqualTo(A);
        assertThat(database.history()).hasSize(1);
        assertThat(rows("made")).isEmpty();
        assertThat(failure.remedy())
            .startsWith("The database is as it was before the first of these revisions, at a.");
      } else {
        assertThat(database.heads()).isEqualTo(B);
        assertThat(database.history()).hasSize(2);
        assertThat(rows("made")).containsExactly("one");
        assertThat(failure.remedy())
            .startsWith("The database is as it was before this revision, at b.");
      }
    }
  }

  @Test
  default void a_failed_first_step_leaves_no_version() {
    try (Database database = database()) {
      failure(database, Steps.upgrade(Heads.none(), "a", MADE, "fail"));

      assertThat(database.heads()).isEqualTo(Heads.none());
      assertThat(database.history()).isEmpty();
      if (isTransactional()) {
        assertThat(tables()).isEmpty();
      }
    }
  }

  private static StatementFailedException failure(Database database, ScriptedStep... steps) {
    return catchThrowableOfType(
        StatementFailedException.class, () -> DatabaseUnderTest.apply(database, steps));
  }
}
