package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Steps;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteVersionTableTest {
  @TempDir private Path folder;

  @Test
  void the_version_table_is_alembics_to_the_blank() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.stamp(Heads.none(), "a"));
    }

    assertThat(file().column("SELECT sql FROM sqlite_master WHERE name = 'alembic_version'"))
        .containsExactly(
            "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT"
                + " alembic_version_pkc PRIMARY KEY (version_num)\n)");
  }

  @Test
  void the_history_keeps_every_column() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a"));
      Databases.apply(database, Steps.purge(Heads.of("a")));
    }

    assertThat(
            file()
                .column(
                    "SELECT concat_ws('|', number, direction, ifnull(revision, '-'), heads_before,"
                        + " heads_after, message, ifnull(checksum, '-'), ifnull(script, '-'),"
                        + " by_user, limbeck) FROM limbeck_history"))
        .containsExactly(
            "1|upgrade|a||a|message of a|v1:a|-- the script of a\n|ada@engine|0.1.0",
            "2|purge|-|a||stamp_revision a -> |-|-|ada@engine|0.1.0");
  }

  @Test
  void a_row_that_is_there_twice_is_told_in_alembics_words() {
    file()
        .execute(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
            "INSERT INTO alembic_version VALUES ('a'), ('a')");

    try (Database database = Databases.at(file().path())) {
      assertThatThrownBy(() -> Databases.apply(database, Steps.upgrade(Heads.of("a"), "b")))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "Online migration expected to match one row when updating 'a' to 'b' in"
                  + " 'alembic_version'; 2 found The table alembic_version does not hold what was"
                  + " read from it a moment ago: look at its rows, or rewrite them with stamp"
                  + " --purge and the revision the database really stands at.");
      assertThatThrownBy(() ->
              Databases.apply(
                  database,
                  Steps.stamp(
                      Heads.of("a"),
                      List.of(new RowChange.Delete(new RevisionId("x"))),
                      Heads.none())))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageStartingWith(
              "Online migration expected to match one row when deleting 'x' in 'alembic_version';"
                  + " 0 found ");
      assertThat(file().tables()).containsExactly("alembic_version");
    }
  }

  @Test
  void an_id_longer_than_the_column_is_kept_as_alembic_keeps_it() {
    String id = "a".repeat(40);

    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(Heads.none(), id));

      assertThat(database.heads()).isEqualTo(Heads.of(id));
    }
  }

  @Test
  void a_history_row_of_someone_else_is_told() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a"));
      file().execute("UPDATE limbeck_history SET started_at = 'yesterday'");

      assertThatThrownBy(database::history)
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "Row 1 of the history table limbeck_history was not written by Limbeck and cannot be"
                  + " read. Remove the row, or set history_table to another name to begin a new"
                  + " history.");
    }
  }

  @Test
  void a_table_name_cannot_carry_sql() {
    assertThatThrownBy(
            () -> {
              try (Database database = Databases.named(file().path(), "x\"; DROP TABLE t; --")) {
                Databases.apply(database, Steps.upgrade(Heads.none(), "a"));
              }
            })
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(
            "'x\"; DROP TABLE t; --' cannot be the name of a version table, a history table or"
                + " their schema. Use 1 to 128 letters, digits, underscores, dashes and blanks, a"
                + " letter first, for version_table, history_table and version_table_schema.");
  }

  private SqliteFile file() {
    return new SqliteFile(folder.resolve("app.db"));
  }
}
