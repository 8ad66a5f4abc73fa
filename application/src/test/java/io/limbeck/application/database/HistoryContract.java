package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The history tells what was done, and keeps the scripts that did it. */
public interface HistoryContract extends DatabaseUnderTest {
  @Test
  default void the_history_tells_every_step_from_the_first_to_the_last() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(
          database, Steps.upgrade(Heads.none(), "a", MADE), Steps.upgrade(A, "b"));
      DatabaseUnderTest.apply(database, Steps.downgrade("b", A));
      DatabaseUnderTest.apply(database, Steps.stamp(A, "c"));

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
  default void the_history_tells_its_latest_steps_alone() {
    try (Database database = database()) {
      assertThat(database.historyFrom(0)).isEmpty();
      DatabaseUnderTest.apply(
          database, Steps.upgrade(Heads.none(), "a", MADE), Steps.upgrade(A, "b"));
      DatabaseUnderTest.apply(database, Steps.downgrade("b", A));

      List<HistoryEntry> history = database.history();

      assertThat(database.historyFrom(0)).isEqualTo(history);
      assertThat(database.historyFrom(2)).isEqualTo(history.subList(1, 3));
      assertThat(database.historyFrom(4)).isEmpty();
    }
  }

  @Test
  default void several_questions_can_be_asked_at_once_and_others_write_afterwards() {
    try (Database database = database()) {
      assertThat(database.<Heads>atOnce(database::heads)).isEqualTo(Heads.none());
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      List<Object> answers =
          database.atOnce(() -> List.of(database.heads(), database.history().size()));
      DatabaseUnderTest.apply(database, Steps.upgrade(A, "b"));

      assertThat(answers).containsExactly(A, 1);
      assertThat(database.heads()).isEqualTo(B);
    }
  }

  @Test
  default void several_heads_are_kept_in_the_history() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(
          database,
          Steps.stamp(Heads.none(), List.of(insert("b"), insert("a")), Heads.of("b", "a")));

      assertThat(database.history().getFirst().before()).isEqualTo(Heads.none());
      assertThat(database.history().getFirst().after()).isEqualTo(Heads.of("b", "a"));
    }
  }

  @Test
  default void the_script_of_the_last_upgrade_is_kept() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      DatabaseUnderTest.apply(database, Steps.downgrade("a", Heads.none(), "DROP TABLE made"));

      assertThat(database.keptScript(new RevisionId("a"))).contains("-- the script of a\n");
      assertThat(database.keptScript(new RevisionId("b"))).isEmpty();
    }
  }

  private static RowChange insert(String id) {
    return new RowChange.Insert(new RevisionId(id));
  }
}
