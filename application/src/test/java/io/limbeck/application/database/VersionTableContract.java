package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The version table is Alembic's, row for row. */
public interface VersionTableContract extends DatabaseUnderTest {
  @Test
  default void each_change_to_the_version_table_is_carried_out() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.stamp(Heads.none(), "a"));
      DatabaseUnderTest.apply(database, Steps.stamp(A, List.of(insert("b")), Heads.of("a", "b")));
      assertThat(database.heads()).isEqualTo(Heads.of("a", "b"));

      DatabaseUnderTest.apply(
          database, Steps.stamp(Heads.of("a", "b"), List.of(update("a", "c")), Heads.of("c", "b")));
      // A row that is changed may be one that was written last, or keep its place.
      assertThat(database.heads().ids())
          .containsExactlyInAnyOrderElementsOf(Heads.of("c", "b").ids());

      DatabaseUnderTest.apply(database, Steps.stamp(Heads.of("c", "b"), List.of(delete("c")), B));
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
      DatabaseUnderTest.apply(
          database,
          Steps.stamp(Heads.none(), List.of(insert("b"), insert("a")), Heads.of("b", "a")));

      boolean applied =
          DatabaseUnderTest.apply(
              database, Steps.stamp(Heads.of("a", "b"), List.of(delete("a")), B));

      assertThat(applied).isTrue();
    }
  }

  @Test
  default void a_purge_empties_the_version_table_whatever_it_holds() {
    elsewhere(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
        "INSERT INTO alembic_version VALUES ('not an id')",
        "INSERT INTO alembic_version VALUES ('x')");

    try (Database database = database()) {
      boolean applied =
          DatabaseUnderTest.apply(
              database, Steps.purge(Heads.none()), Steps.stamp(Heads.none(), "a"));

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

      DatabaseUnderTest.apply(database, Steps.upgrade(A, "b", MADE));

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
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      DatabaseUnderTest.apply(database, Steps.stamp(A, "b"));

      assertThat(database.heads()).isEqualTo(B);
      assertThat(database.history()).hasSize(2);
    }
    assertThat(tables()).contains("our version", "schema-log").doesNotContain("alembic_version");
  }

  private DatabaseSettings named(String versions, String history, Optional<String> schema) {
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
