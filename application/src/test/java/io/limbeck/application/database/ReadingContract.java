package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import org.junit.jupiter.api.Test;

/** Asking a database never writes. */
public interface ReadingContract extends DatabaseUnderTest {
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
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
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
  default void nothing_comes_into_being_for_a_step_that_begins_elsewhere() {
    Object before = footprint();

    try (Database database = database()) {
      assertThat(DatabaseUnderTest.apply(database, Steps.upgrade(A, "b", MADE))).isFalse();
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void scratch_databases_are_empty_and_independent() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      try (Database one = database.scratch();
          Database two = database.scratch()) {
        DatabaseUnderTest.apply(one, Steps.upgrade(Heads.none(), "x", MADE));

        assertThat(one.heads()).isEqualTo(Heads.of("x"));
        assertThat(two.heads()).isEqualTo(Heads.none());
        assertThat(two.history()).isEmpty();
        assertThat(two.dialect()).isEqualTo(database.dialect());
        assertThat(two.capabilities()).isEqualTo(database.capabilities());
      }

      assertThat(database.heads()).isEqualTo(A);
    }
  }
}
