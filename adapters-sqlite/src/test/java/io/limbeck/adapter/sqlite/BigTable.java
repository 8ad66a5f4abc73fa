package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.util.List;

/**
 * A file at revision a with many rows in a table, whose change to revision b copies all of them.
 */
record BigTable(SqliteFile file, int rows) {
  static final Heads A = Heads.of("a");
  static final Heads B = Heads.of("b");
  static final String ALTER = "ALTER TABLE big ALTER COLUMN n TYPE TEXT";

  /**
   * @param journalMode wal or delete
   */
  static BigTable made(Path path, int rows, String journalMode) {
    SqliteFile file = new SqliteFile(path);
    file.execute("PRAGMA journal_mode = " + journalMode);
    try (Database database = Databases.at(path)) {
      Databases.apply(
          database,
          Steps.upgrade(
              Heads.none(),
              "a",
              "CREATE TABLE big (id INTEGER PRIMARY KEY AUTOINCREMENT, n INTEGER, body TEXT"
                  + " UNIQUE)",
              "CREATE INDEX big_n ON big (n)",
              "CREATE TABLE child (big_id INTEGER REFERENCES big ON DELETE CASCADE)",
              "CREATE TRIGGER big_out AFTER DELETE ON big BEGIN DELETE FROM child; END",
              "INSERT INTO big WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c"
                  + " WHERE i < %d) SELECT i, i %% 1000, printf('body %%08d', i) FROM c"
                      .formatted(rows),
              "INSERT INTO child VALUES (7)",
              "UPDATE sqlite_sequence SET seq = 999999999"));
    }
    return new BigTable(file, rows);
  }

  static ScriptedStep change() {
    return Steps.upgrade(A, "b", ALTER);
  }

  /** Sees that the table is as at the revision where the database stands, and {@return that}. */
  Heads check() {
    Heads heads;
    try (Database database = Databases.at(file.path())) {
      heads = database.heads();
    }
    assertThat(heads).isIn(A, B);
    String type = heads.equals(A) ? "integer" : "text";
    assertThat(
            column(
                "SELECT count(*) || ' ' || sum(id) || ' ' || sum(n) || ' ' || typeof(n) FROM big"
                    + " GROUP BY typeof(n)"))
        .isEqualTo(
            List.of(
                "%d %d %d %s"
                    .formatted(
                        rows,
                        (long) rows * (rows + 1) / 2,
                        column("SELECT sum(id % 1000) FROM big").stream()
                            .mapToLong(Long::parseLong)
                            .sum(),
                        type)));
    assertThat(column("SELECT name FROM sqlite_schema WHERE tbl_name = 'big' ORDER BY name"))
        .containsExactly("big", "big_n", "big_out", "sqlite_autoindex_big_1");
    assertThat(column("SELECT seq FROM sqlite_sequence")).containsExactly("999999999");
    assertThat(column("SELECT big_id FROM child")).containsExactly("7");
    assertThat(column("SELECT name FROM sqlite_schema WHERE name LIKE 'limbeck!_new%' ESCAPE '!'"))
        .isEmpty();
    assertThat(column("PRAGMA integrity_check")).containsExactly("ok");
    return heads;
  }

  private List<String> column(String query) {
    return file.column(query);
  }
}
