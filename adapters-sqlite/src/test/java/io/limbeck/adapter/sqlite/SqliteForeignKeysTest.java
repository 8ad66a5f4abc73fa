package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ReferencesBrokenException;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteForeignKeysTest {
  private static final Heads A = Heads.of("a");
  private static final Heads B = Heads.of("b");

  @TempDir private Path folder;

  @BeforeEach
  void make_a_family() {
    file()
        .execute(
            "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
            "CREATE TABLE child (id INTEGER PRIMARY KEY,"
                + " parent INT REFERENCES parent ON DELETE CASCADE)",
            "INSERT INTO parent VALUES (1), (2)",
            "INSERT INTO child VALUES (10, 1), (11, 2), (12, 2)");
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.stamp(Heads.none(), "a"));
    }
  }

  @Test
  void rows_that_a_step_orphans_fail_it_and_nothing_cascades() {
    try (Database database = Databases.at(file().path())) {
      assertThatThrownBy(() ->
              Databases.apply(database, Steps.upgrade(A, "b", "DELETE FROM parent WHERE id = 2")))
          .isInstanceOf(ReferencesBrokenException.class)
          .hasMessage(
              "Revision b (/scripts/b.sql) breaks foreign keys: rowid 11 of child references no row"
                  + " of parent; rowid 12 of child references no row of parent. The database is as"
                  + " it was before this revision, at a. Mend the script so that it changes those"
                  + " rows too, and run again.");
      assertThat(database.heads()).isEqualTo(A);
    }
    assertThat(file().column("SELECT id FROM child")).containsExactly("10", "11", "12");
    assertThat(file().column("SELECT id FROM parent")).containsExactly("1", "2");
  }

  @Test
  void enforcement_that_a_script_left_on_is_off_in_the_next_step() {
    try (Database database = Databases.at(file().path());
        Database.Session session = database.open()) {
      session.apply(
          List.of(Steps.upgradeAlone(A, "b", "PRAGMA foreign_keys = ON")), Progress.none());
      session.apply(
          List.of(
              Steps.upgrade(
                  B, "c", "DELETE FROM parent WHERE id = 1", "INSERT INTO parent VALUES (1)")),
          Progress.none());
    }
    assertThat(file().column("SELECT id FROM child")).containsExactly("10", "11", "12");
  }

  @Test
  void a_table_can_be_rebuilt_without_losing_its_children() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(
          database,
          Steps.upgrade(
              A,
              "b",
              "CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT)",
              "INSERT INTO new_parent (id) SELECT id FROM parent",
              "DROP TABLE parent",
              "ALTER TABLE new_parent RENAME TO parent"));

      assertThat(database.heads()).isEqualTo(B);
    }
    assertThat(file().column("SELECT id FROM child")).containsExactly("10", "11", "12");
  }

  @Test
  void rows_that_were_orphans_before_are_let_be() {
    file().execute("INSERT INTO child VALUES (13, 99)");

    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(A, "b", "INSERT INTO parent VALUES (3)"));

      assertThat(database.heads()).isEqualTo(B);
    }
  }

  @Test
  void many_orphans_are_counted() {
    try (Database database = Databases.at(file().path())) {
      assertThatThrownBy(() ->
              Databases.apply(
                  database,
                  Steps.upgrade(
                      A,
                      "b",
                      "INSERT INTO child (parent) SELECT 99 FROM pragma_function_list LIMIT 8")))
          .isInstanceOf(ReferencesBrokenException.class)
          .hasMessageContaining("of parent; and 3 more. The database");
    }
  }

  @Test
  void one_foreign_key_that_names_no_key_does_not_hide_the_others() {
    file()
        .execute(
            "CREATE TABLE keyless (x INT)",
            "CREATE TABLE odd (x INT REFERENCES keyless (x))",
            "INSERT INTO odd VALUES (1)");

    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(A, "b", "INSERT INTO parent VALUES (3)"));
      assertThatThrownBy(() ->
              Databases.apply(database, Steps.upgrade(B, "c", "DELETE FROM parent WHERE id = 1")))
          .isInstanceOf(ReferencesBrokenException.class)
          .hasMessageContaining(
              "breaks foreign keys: rowid 10 of child references no row of parent. ");
    }
  }

  private SqliteFile file() {
    return new SqliteFile(folder.resolve("app.db"));
  }
}
