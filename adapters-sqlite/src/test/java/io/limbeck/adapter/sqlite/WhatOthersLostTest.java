package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migrations that made other tools famous, each by the ways an ALTER TABLE can go here. */
class WhatOthersLostTest {
  @TempDir private Path folder;

  /** Changes to the table {@code note}: of its definition alone, and of its rows. */
  static Stream<String> alterations() {
    return Stream.of(
        "ALTER TABLE note ALTER COLUMN body SET DEFAULT 'nothing'",
        "ALTER TABLE note ALTER COLUMN body SET NOT NULL",
        "ALTER TABLE note ALTER COLUMN stars TYPE TEXT",
        "ALTER TABLE note ADD CONSTRAINT note_body_key UNIQUE (body)",
        "ALTER TABLE note ADD COLUMN at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP",
        "ALTER TABLE note DROP COLUMN stars");
  }

  /**
   * DROP TABLE deletes the rows first where foreign keys are enforced, and children cascade: <a
   * href="https://github.com/drizzle-team/drizzle-orm/issues/4938">Drizzle</a>, <a
   * href="https://github.com/prisma/prisma/issues/24540">Prisma</a>, <a
   * href="https://github.com/typeorm/typeorm/issues/9770">TypeORM</a>, <a
   * href="https://github.com/rails/rails/issues/55866">Rails</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void the_children_of_a_changed_table_went_with_it(String alter) {
    given(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT DEFAULT '', stars INTEGER)",
        "CREATE TABLE tag (name TEXT, note_id INTEGER REFERENCES note ON DELETE CASCADE)",
        "CREATE TABLE draft (note_id INTEGER REFERENCES note (id) ON DELETE SET NULL)",
        "INSERT INTO note VALUES (1, 'a', 5), (2, 'b', 4)",
        "INSERT INTO tag VALUES ('x', 1), ('y', 2), ('z', 2)",
        "INSERT INTO draft VALUES (1)");

    upgrade(alter);

    assertThat(column("SELECT name || note_id FROM tag")).containsExactly("x1", "y2", "z2");
    assertThat(column("SELECT note_id FROM draft")).containsExactly("1");
    file().execute("PRAGMA foreign_keys = ON", "DELETE FROM note WHERE id = 3");
  }

  /**
   * A view over the table makes the rename at the end fail: <a
   * href="https://github.com/prisma/prisma/issues/10919">Prisma</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void a_view_over_the_table_stopped_the_migration(String alter) {
    given(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT DEFAULT '', stars INTEGER)",
        "CREATE VIEW bodies AS SELECT id, body FROM note",
        "CREATE TRIGGER bodies_in INSTEAD OF INSERT ON bodies"
            + " BEGIN INSERT INTO note (body) VALUES (NEW.body); END",
        "INSERT INTO note VALUES (1, 'a', 5)");

    upgrade(alter);
    file().execute("INSERT INTO bodies (body) VALUES ('b')");

    assertThat(column("SELECT id || body FROM bodies")).containsExactly("1a", "2b");
  }

  /**
   * Triggers go with the table, and those of other tables block the rename: <a
   * href="https://github.com/rails/rails/issues/56810">Rails</a>, <a
   * href="https://github.com/simonw/sqlite-utils/issues/611">sqlite-utils</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void triggers_of_the_table_and_of_another_were_lost(String alter) {
    given(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT DEFAULT '', stars INTEGER)",
        "CREATE TABLE log (entry TEXT)",
        "CREATE TABLE inbox (text TEXT)",
        "CREATE TRIGGER note_log AFTER INSERT ON note BEGIN INSERT INTO log VALUES (NEW.body); END",
        "CREATE TRIGGER inbox_in AFTER INSERT ON inbox"
            + " BEGIN INSERT INTO note (body) VALUES (NEW.text); END",
        "INSERT INTO note VALUES (1, 'a', 5)",
        "DELETE FROM log");

    upgrade(alter);
    assertThat(column("SELECT entry FROM log")).as("no trigger fires on the way").isEmpty();
    file().execute("INSERT INTO inbox VALUES ('b')");

    assertThat(column("SELECT body FROM note")).containsExactly("a", "b");
    assertThat(column("SELECT entry FROM log")).containsExactly("b");
  }

  /**
   * Hidden rowids are numbered anew, and a full-text index finds the wrong rows: <a
   * href="https://github.com/simonw/sqlite-utils/issues/592">sqlite-utils</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void a_full_text_index_found_the_wrong_rows(String alter) {
    given(
        "CREATE TABLE note (body TEXT DEFAULT '', stars INTEGER)",
        "INSERT INTO note VALUES ('red fox', 1), ('blue fish', 2), ('green tree', 3)",
        "DELETE FROM note WHERE body = 'red fox'",
        "CREATE VIRTUAL TABLE search USING fts5 (body, content='note')",
        "INSERT INTO search (search) VALUES ('rebuild')");

    upgrade(alter);

    assertThat(column("SELECT body FROM search WHERE search MATCH 'fish'"))
        .containsExactly("blue fish");
    assertThat(
            column(
                "SELECT note.body FROM search JOIN note ON note.rowid = search.rowid"
                    + " WHERE search MATCH 'tree'"))
        .containsExactly("green tree");
    file().execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  }

  /**
   * The table references itself: its own rows cascade, or the reference comes out with the name of
   * the copy. <a href="https://code.djangoproject.com/ticket/29182">Django</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void a_table_that_references_itself_lost_rows_or_the_reference(String alter) {
    given(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT DEFAULT '', stars INTEGER,"
            + " reply_to INTEGER REFERENCES note (id) ON DELETE CASCADE)",
        "INSERT INTO note VALUES (1, 'a', 1, NULL), (2, 'b', 2, 1), (3, 'c', 3, 2)");

    upgrade(alter);

    assertThat(column("SELECT id || body FROM note")).containsExactly("1a", "2b", "3c");
    assertThat(column("SELECT \"table\" FROM pragma_foreign_key_list('note')"))
        .containsExactly("note");
    file().execute("PRAGMA foreign_keys = ON", "DELETE FROM note WHERE id = 1");
    assertThat(column("SELECT id FROM note")).isEmpty();
  }

  /**
   * The AUTOINCREMENT counter is what the rows say, and ids of deleted rows are given again: <a
   * href="https://github.com/rails/rails/issues/37722">Rails</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void ids_of_deleted_rows_were_given_again(String alter) {
    given(
        "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT DEFAULT '', stars INT)",
        "INSERT INTO note VALUES (1, 'a', 5), (500, 'b', 4)",
        "DELETE FROM note WHERE id = 500");

    upgrade(alter);
    file().execute("INSERT INTO note (body) VALUES ('c')");

    assertThat(column("SELECT id FROM note")).containsExactly("1", "501");
  }

  /**
   * A constraint without a name is silently dropped: <a
   * href="https://github.com/sqlalchemy/alembic/issues/1846">Alembic</a>, <a
   * href="https://github.com/liquibase/liquibase/issues/3605">Liquibase</a>.
   */
  @ParameterizedTest
  @MethodSource("alterations")
  void constraints_without_a_name_were_dropped(String alter) {
    given(
        "CREATE TABLE other (id INTEGER PRIMARY KEY)",
        "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT DEFAULT '' CHECK (body <> 'bad'),"
            + " stars INTEGER, x INT UNIQUE REFERENCES other ON DELETE CASCADE, CHECK (x > 0))",
        "INSERT INTO other VALUES (1)",
        "INSERT INTO note VALUES (1, 'a', 5, 1)");

    upgrade(alter);

    for (String row : List.of("'bad', NULL", "'c', 1", "'c', 0", "'c', 7")) {
      assertThat(isRefused("INSERT INTO note (body, x) VALUES (%s)".formatted(row))).isTrue();
    }
    assertThat(column("SELECT on_delete FROM pragma_foreign_key_list('note')"))
        .containsExactly("CASCADE");
  }

  private boolean isRefused(String insert) {
    try {
      file().execute("PRAGMA foreign_keys = ON", insert);
      return false;
    } catch (AssertionError refused) {
      return true;
    }
  }

  private void given(String... statements) {
    file().execute(statements);
  }

  private void upgrade(String alter) {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a", alter));
    }
    assertThat(column("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(column("PRAGMA foreign_key_check")).isEmpty();
  }

  private List<String> column(String query) {
    return file().column(query);
  }

  private SqliteFile file() {
    return new SqliteFile(folder.resolve("app.db"));
  }
}
