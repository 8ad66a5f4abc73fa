package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteForecastTest {
  @TempDir Path folder;

  @BeforeEach
  void make_a_database() throws SQLException {
    try (Connection connection = new SqliteFile(folder.resolve("app.db")).open()) {
      SqliteRows.of(connection, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
      SqliteRows.of(connection, "CREATE VIEW names AS SELECT name FROM users");
      SqliteRows.of(connection, "INSERT INTO users (name) VALUES ('a'), ('b'), ('c')");
    }
  }

  @Test
  void each_alter_is_told_with_its_way_its_reason_and_the_size_of_its_table() {
    List<Forecast> forecasts =
        forecast(
            "ALTER TABLE users ADD COLUMN age INTEGER",
            "ALTER TABLE users ADD UNIQUE (age)",
            "ALTER TABLE users RENAME COLUMN age TO years",
            "ALTER TABLE users DROP COLUMN IF EXISTS nothing");

    assertThat(forecasts)
        .extracting(Forecast::table, Forecast::way, Forecast::why, Forecast::rows)
        .containsExactly(
            tuple("users", "in place", "no stored row changes", 3L),
            tuple("users", "rebuild", "its keys change", 3L),
            tuple("users", "SQLite does it", "", 3L),
            tuple("users", "nothing to do", "it is so already", 3L));
    assertThat(forecasts).extracting(Forecast::bytes).containsOnly(4096L);
  }

  @Test
  void a_table_that_the_steps_make_has_no_size_yet() {
    assertThat(forecast("CREATE TABLE t (a)", "ALTER TABLE t ADD UNIQUE (a)"))
        .extracting(Forecast::table, Forecast::rows, Forecast::bytes)
        .containsExactly(tuple("t", 0L, 0L));
  }

  @Test
  void what_only_works_with_rows_ends_the_forecast_and_says_so() {
    List<Forecast> forecasts =
        forecast(
            "CREATE TABLE t (a TEXT NOT NULL)",
            "INSERT INTO t VALUES ((SELECT name FROM users LIMIT 1))",
            "ALTER TABLE t ADD UNIQUE (a)");

    assertThat(forecasts)
        .extracting(Forecast::way, Forecast::why)
        .containsExactly(
            tuple("not known", "without rows it fails: NOT NULL constraint failed: t.a"));
  }

  @Test
  void nothing_is_written_and_other_statements_are_not_told() {
    assertThat(forecast("CREATE TABLE t (a)", "DROP TABLE users", "DROP VIEW names")).isEmpty();
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("app.db"));
    assertThat(folder.toFile().list()).containsExactly("app.db");
  }

  private List<Forecast> forecast(String... statements) {
    try (Database database = Databases.at(folder.resolve("app.db"))) {
      return database.forecast(List.of(Steps.upgrade(Heads.none(), "a", statements)));
    }
  }
}
