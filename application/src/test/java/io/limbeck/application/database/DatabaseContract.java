package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database behind the port does; {@link DatabaseRaceContract} adds what two do. */
public interface DatabaseContract {
  Instant NOW = Instant.parse("2026-03-04T05:06:07.089012Z");
  String MADE = "CREATE TABLE made (name VARCHAR(20))";
  Heads A = Heads.of("a");
  Heads B = Heads.of("b");

  /**
   * {@return the URL of the database under test, which is empty or does not exist when a test
   * begins}
   */
  String url();

  /** {@return a new view of the database under test} */
  Database database(DatabaseSettings settings);

  /** Runs statements on the database under test, as another program would. */
  void elsewhere(String... sql);

  /** {@return the names of all tables of the database under test, in lower case, sorted} */
  List<String> tables();

  /** {@return the only column of a table, oldest row first} */
  List<String> rows(String table);

  /** {@return something that differs when anything was written} */
  Object footprint();

  /**
   * {@return the schema that settings may name; it exists, or comes into being with the database}
   */
  Optional<String> schema();

  default DatabaseSettings settings() {
    return new DatabaseSettings(
        DatabaseUrl.parse(url()),
        Path.of("").toAbsolutePath(),
        "alembic_version",
        "limbeck_history",
        Optional.empty(),
        Duration.ofSeconds(20),
        new DatabaseSettings.Signature("ada@engine", "0.1.0"),
        InstantSource.fixed(NOW));
  }

  default Database database() {
    return database(settings());
  }

  /** Takes steps in one go. */
  static boolean apply(Database database, ScriptedStep... steps) {
    try (Database.Session session = database.open()) {
      return session.apply(List.of(steps), Progress.none());
    }
  }

  @Test
  default void asking_a_database_nothing_was_done_to_finds_nothing_and_writes_nothing() {
    Object before = footprint();

    try (Database database = database()) {
      assertThat(database.heads()).isEqualTo(Heads.none());
      assertThat(database.history()).isEmpty();
      assertThat(database.keptScript(new RevisionId("a"))).isEmpty();
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void asking_a_database_that_was_moved_writes_nothing() {
    try (Database database = database()) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));
    }
    Object before = footprint();

    try (Database database = database()) {
      assertThat(database.exists()).isTrue();
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).hasSize(1);
      assertThat(database.keptScript(new RevisionId("a"))).isPresent();
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void opening_a_session_that_does_nothing_writes_nothing() {
    Object before = footprint();

    try (Database database = database();
        Database.Session session = database.open()) {
      assertThat(session.heads()).isEqualTo(Heads.none());
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void a_step_runs_its_statements_and_changes_the_version_table() {
    try (Database database = database()) {
      boolean applied =
          apply(
              database, Steps.upgrade(Heads.none(), "a", MADE, "INSERT INTO made VALUES ('one')"));

      assertThat(applied).isTrue();
      assertThat(database.heads()).isEqualTo(A);
    }
    assertThat(rows("made")).containsExactly("one");
    assertThat(rows("alembic_version")).containsExactly("a");
  }

  @Test
  default void each_change_to_the_version_table_is_carried_out() {
    try (Database database = database()) {
      apply(database, Steps.stamp(Heads.none(), "a"));
      apply(database, Steps.stamp(A, List.of(insert("b")), Heads.of("a", "b")));
      assertThat(database.heads()).isEqualTo(Heads.of("a", "b"));

      apply(
          database, Steps.stamp(Heads.of("a", "b"), List.of(update("a", "c")), Heads.of("c", "b")));
      assertThat(database.heads()).isEqualTo(Heads.of("c", "b"));

      apply(database, Steps.stamp(Heads.of("c", "b"), List.of(delete("c")), B));
      assertThat(database.heads()).isEqualTo(B);
    }
  }

  @Test
  default void heads_come_in_the_order_their_rows_were_written() {
    elsewhere(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT"
            + " alembic_version_pkc PRIMARY KEY (version_num))",
        "INSERT INTO alembic_version VALUES ('zz')",
        "INSERT INTO alembic_version VALUES ('aa')",
        "INSERT INTO alembic_version VALUES ('mm')");

    try (Database database = database()) {
      assertThat(database.heads()).isEqualTo(Heads.of("zz", "aa", "mm"));
    }
  }

  @Test
  default void heads_are_compared_as_a_set() {
    try (Database database = database()) {
      apply(
          database,
          Steps.stamp(Heads.none(), List.of(insert("b"), insert("a")), Heads.of("b", "a")));

      boolean applied = apply(database, Steps.stamp(Heads.of("a", "b"), List.of(delete("a")), B));

      assertThat(applied).isTrue();
    }
  }

  @Test
  default void nothing_is_done_if_the_database_stands_elsewhere() {
    try (Database database = database()) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      boolean again = apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      boolean ahead = apply(database, Steps.upgrade(B, "c", "INSERT INTO made VALUES ('one')"));

      assertThat(again).isFalse();
      assertThat(ahead).isFalse();
      assertThat(rows("made")).isEmpty();
      assertThat(database.history()).hasSize(1);
    }
  }

  @Test
  default void nothing_comes_into_being_for_a_step_that_begins_elsewhere() {
    Object before = footprint();

    try (Database database = database()) {
      assertThat(apply(database, Steps.upgrade(A, "b", MADE))).isFalse();
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void the_history_tells_every_step_from_the_first_to_the_last() {
    try (Database database = database()) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE), Steps.upgrade(A, "b"));
      apply(database, Steps.downgrade("b", A));
      apply(database, Steps.stamp(A, "c"));

      List<HistoryEntry> history = database.history();

      assertThat(history).extracting(HistoryEntry::number).containsExactly(1L, 2L, 3L, 4L);
      assertThat(history)
          .extracting(HistoryEntry::kind)
          .containsExactly(
              Step.Kind.UPGRADE, Step.Kind.UPGRADE, Step.Kind.DOWNGRADE, Step.Kind.STAMP_UP);
      HistoryEntry downgrade = history.get(2);
      assertThat(downgrade.took()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
      assertThat(downgrade)
          .isEqualTo(
              new HistoryEntry(
                  3,
                  Step.Kind.DOWNGRADE,
                  Optional.of(new RevisionId("b")),
                  B,
                  A,
                  "message of b",
                  Optional.of("v1:b"),
                  NOW,
                  downgrade.took(),
                  "ada@engine",
                  "0.1.0"));
      HistoryEntry stamp = history.get(3);
      assertThat(stamp.revision()).isEmpty();
      assertThat(stamp.checksum()).isEmpty();
      assertThat(stamp.message()).isEqualTo("stamp_revision a -> c");
    }
  }

  @Test
  default void several_heads_are_kept_in_the_history() {
    try (Database database = database()) {
      apply(
          database,
          Steps.stamp(Heads.none(), List.of(insert("b"), insert("a")), Heads.of("b", "a")));

      assertThat(database.history().getFirst().before()).isEqualTo(Heads.none());
      assertThat(database.history().getFirst().after()).isEqualTo(Heads.of("b", "a"));
    }
  }

  @Test
  default void the_script_of_the_last_upgrade_is_kept() {
    try (Database database = database()) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      apply(database, Steps.downgrade("a", Heads.none(), "DROP TABLE made"));

      assertThat(database.keptScript(new RevisionId("a"))).contains("-- the script of a\n");
      assertThat(database.keptScript(new RevisionId("b"))).isEmpty();
    }
  }

  @Test
  default void a_purge_empties_the_version_table_whatever_it_holds() {
    elsewhere(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
        "INSERT INTO alembic_version VALUES ('not an id')",
        "INSERT INTO alembic_version VALUES ('x')");

    try (Database database = database()) {
      boolean applied = apply(database, Steps.purge(Heads.none()), Steps.stamp(Heads.none(), "a"));

      assertThat(applied).isTrue();
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history())
          .extracting(HistoryEntry::kind)
          .containsExactly(Step.Kind.PURGE, Step.Kind.STAMP_UP);
    }
  }

  @Test
  default void a_version_row_that_is_no_revision_id_is_told_with_the_way_out() {
    elsewhere(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
        "INSERT INTO alembic_version VALUES ('not an id')");

    try (Database database = database()) {
      assertThatThrownBy(database::heads)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "The version table alembic_version has the row 'not an id', which is no revision"
                  + " identifier. Rewrite the table with stamp --purge and the revision the"
                  + " database really stands at.");
    }
  }

  @Test
  default void a_database_that_alembic_made_is_taken_over() {
    elsewhere(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT"
            + " alembic_version_pkc PRIMARY KEY (version_num))",
        "INSERT INTO alembic_version (version_num) VALUES ('a')");

    try (Database database = database()) {
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).isEmpty();
      assertThat(database.keptScript(new RevisionId("a"))).isEmpty();

      apply(database, Steps.upgrade(A, "b", MADE));

      assertThat(database.heads()).isEqualTo(B);
      assertThat(database.history()).hasSize(1);
    }
  }

  @Test
  default void the_version_table_can_be_made_alone_and_more_than_once() {
    try (Database database = database();
        Database.Session session = database.open()) {
      session.ensureVersionTable();
      session.ensureVersionTable();

      assertThat(session.heads()).isEqualTo(Heads.none());
    }
    assertThat(tables()).containsExactly("alembic_version", "limbeck_history");
  }

  @Test
  default void the_tables_can_have_other_names() {
    DatabaseSettings settings = named("our version", "Schema-Log", schema());

    try (Database database = database(settings)) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      apply(database, Steps.stamp(A, "b"));

      assertThat(database.heads()).isEqualTo(B);
      assertThat(database.history()).hasSize(2);
    }
    assertThat(tables()).contains("our version", "schema-log").doesNotContain("alembic_version");
  }

  @Test
  default void scratch_databases_are_empty_and_independent() {
    try (Database database = database()) {
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      try (Database one = database.scratch();
          Database two = database.scratch()) {
        apply(one, Steps.upgrade(Heads.none(), "x", MADE));

        assertThat(one.heads()).isEqualTo(Heads.of("x"));
        assertThat(two.heads()).isEqualTo(Heads.none());
        assertThat(two.history()).isEmpty();
        assertThat(two.dialect()).isEqualTo(database.dialect());
        assertThat(two.capabilities()).isEqualTo(database.capabilities());
      }

      assertThat(database.heads()).isEqualTo(A);
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
      apply(database, Steps.upgrade(Heads.none(), "a"));

      apply(database, Steps.upgradeAlone(A, "b", MADE));

      assertThat(database.heads()).isEqualTo(B);
      assertThat(database.history()).hasSize(2);
    }
    assertThat(tables()).contains("made");
  }

  @Test
  default void a_step_that_is_not_transactional_and_fails_leaves_the_heads() {
    try (Database database = database()) {
      apply(database, Steps.upgrade(Heads.none(), "a"));

      StatementFailedException failure =
          catchThrowableOfType(
              StatementFailedException.class,
              () -> apply(database, Steps.upgradeAlone(A, "b", "fail")));

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
      apply(database, Steps.upgrade(Heads.none(), "a", MADE));
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

  /** {@return settings with other names} */
  default DatabaseSettings named(String versions, String history, Optional<String> schema) {
    DatabaseSettings settings = settings();
    return new DatabaseSettings(
        settings.url(),
        settings.workingDirectory(),
        versions,
        history,
        schema,
        settings.lockTimeout(),
        settings.signature(),
        settings.clock());
  }

  private static RowChange insert(String id) {
    return new RowChange.Insert(new RevisionId(id));
  }

  private static RowChange update(String from, String to) {
    return new RowChange.Update(new RevisionId(from), new RevisionId(to));
  }

  private static RowChange delete(String id) {
    return new RowChange.Delete(new RevisionId(id));
  }
}
