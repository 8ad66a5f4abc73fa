package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost, in the ways that SQLite has of its own. */
class SqliteLossTest {
  @TempDir private Path folder;

  @BeforeEach
  void make_rows() {
    new SqliteFile(folder.resolve("app.db"))
        .execute(
            "CREATE TABLE flows (id INTEGER PRIMARY KEY, name TEXT, \"a note\" TEXT)",
            "INSERT INTO flows (name, \"a note\") VALUES ('one', NULL), ('two', 'x'), ('', NULL)");
  }

  @Test
  void a_value_that_is_null_is_not_lost() {
    assertThat(losses("ALTER TABLE flows DROP COLUMN [a note]"))
        .containsExactly("flows.a note (1 value)");
  }

  @Test
  void a_value_that_the_default_gives_back_is_not_lost() {
    new SqliteFile(folder.resolve("app.db"))
        .execute(
            "ALTER TABLE flows ADD COLUMN mode TEXT NOT NULL DEFAULT 'one-time'",
            "ALTER TABLE flows ADD COLUMN runs INTEGER DEFAULT 0",
            "UPDATE flows SET runs = 3 WHERE name = 'two'");

    assertThat(
            losses("ALTER TABLE flows DROP COLUMN mode", "ALTER TABLE Flows DROP COLUMN \"Runs\""))
        .containsExactly("flows.Runs (1 value)");
  }

  @Test
  void names_are_found_in_any_case_and_any_quotes() {
    assertThat(losses("ALTER TABLE `FLOWS` DROP \"NAME\"", "DROP TABLE main.Flows"))
        .containsExactly("FLOWS.NAME (3 values)", "main.Flows (3 rows)");
  }

  @Test
  void a_quoted_column_that_is_not_there_is_not_taken_for_a_string() {
    assertThat(losses("ALTER TABLE flows DROP COLUMN IF EXISTS \"nothing\"")).isEmpty();
  }

  @Test
  void a_table_in_a_database_that_is_not_attached_is_not_there() {
    assertThat(losses("DROP TABLE IF EXISTS other.flows")).isEmpty();
  }

  @Test
  void what_was_renamed_is_told_by_the_name_it_has_now() {
    assertThat(
            losses(
                "ALTER TABLE flows RENAME COLUMN name TO title",
                "ALTER TABLE flows RENAME TO streams",
                "ALTER TABLE streams DROP COLUMN title"))
        .containsExactly("flows.name (3 values)");
  }

  private List<String> losses(String... sql) {
    try (Database database = Databases.at(folder.resolve("app.db"))) {
      return database.losses(List.of(Steps.downgrade("b", Heads.of("a"), sql))).stream()
          .map(Loss::toString)
          .toList();
    }
  }
}
