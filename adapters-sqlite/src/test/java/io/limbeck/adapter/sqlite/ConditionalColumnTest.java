package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalColumnTest {
  private final Connection connection;

  ConditionalColumnTest(@TempDir Path folder) throws SQLException {
    this.connection = new SqliteFile(folder.resolve("t.db")).open();
  }

  @BeforeEach
  void make_tables() throws SQLException {
    execute("CREATE TABLE t (id INTEGER PRIMARY KEY, here TEXT, twice INT AS (id * 2))");
    execute("CREATE TABLE \"odd name\" (\"if\" TEXT)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS c TEXT | ALTER TABLE t ADD COLUMN c TEXT",
        "alter table t add if not exists c text | alter table t add c text",
        "ALTER TABLE t DROP COLUMN IF EXISTS c | ALTER TABLE t DROP COLUMN c",
        "ALTER TABLE main.t ADD COLUMN IF NOT EXISTS c TEXT | ALTER TABLE main.t ADD COLUMN c TEXT",
        "ALTER/**/TABLE \"main\" . [t] ADD COLUMN IF/* a */NOT--b EXISTS |",
        "ALTER TABLE 't' ADD COLUMN IF  NOT  EXISTS  `c` TEXT | ALTER TABLE 't' ADD COLUMN `c`"
            + " TEXT",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS c NUMERIC(10, 2) DEFAULT 'a,b' /* , */ |"
            + " ALTER TABLE t ADD COLUMN c NUMERIC(10, 2) DEFAULT 'a,b' /* , */",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS c INT, ADD COLUMN d INT |",
        "ALTER TABLE t DROP COLUMN IF EXISTS c, DROP COLUMN d |",
        "ALTER TABLE t ADD COLUMN c TEXT |",
        "ALTER TABLE t ADD COLUMN if TEXT |",
        "ALTER TABLE t ADD COLUMN \"IF\" NOT EXISTS |",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS |",
        "ALTER TABLE IF EXISTS t ADD COLUMN c TEXT |",
        "ALTER TABLE t RENAME COLUMN a TO b |",
        "INSERT INTO t VALUES ('ALTER TABLE t ADD COLUMN IF NOT EXISTS c TEXT') |",
        "-- ALTER TABLE t ADD COLUMN IF NOT EXISTS c TEXT |",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS \"unterminated |"
            + " ALTER TABLE t ADD COLUMN \"unterminated",
        "ALTER | ",
      })
  void the_clause_is_taken_out_and_nothing_else(String sql, @Nullable String without) {
    assertThat(ConditionalColumn.parse(sql).map(ConditionalColumn::sql).orElse(null))
        .isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS here TEXT",
        "ALTER TABLE T ADD COLUMN IF NOT EXISTS HERE TEXT",
        "ALTER TABLE main.t ADD COLUMN IF NOT EXISTS \"here\" TEXT",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS twice INT",
        "ALTER TABLE [odd name] ADD COLUMN IF NOT EXISTS `if` TEXT",
        "ALTER TABLE t DROP COLUMN IF EXISTS gone",
        "ALTER TABLE \"odd name\" DROP COLUMN IF EXISTS [x]",
      })
  void nothing_happens_if_the_column_is_as_asked(String sql) throws SQLException {
    List<String> before = columns();

    execute(sql);

    assertThat(columns()).isEqualTo(before);
  }

  @Test
  void a_missing_column_is_added_and_a_present_one_dropped() throws SQLException {
    execute(
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS \"new \"\"one\"\"\" VARCHAR(50) DEFAULT 'x' NOT"
            + " NULL");
    execute("ALTER TABLE main.t DROP COLUMN IF EXISTS here");

    assertThat(columns()).contains("t.new \"one\"").doesNotContain("t.here");
  }

  @Test
  void a_missing_table_is_an_error_all_the_same() {
    assertThatThrownBy(() -> execute("ALTER TABLE gone ADD COLUMN IF NOT EXISTS c TEXT"))
        .hasMessageContaining("no such table: gone");
    assertThatThrownBy(() -> execute("ALTER TABLE gone DROP COLUMN IF EXISTS c"))
        .hasMessageContaining("no such table: gone");
  }

  @Test
  void several_actions_are_left_for_sqlite_to_refuse() {
    assertThatThrownBy(
            () -> execute("ALTER TABLE t ADD COLUMN IF NOT EXISTS c INT, ADD COLUMN d INT"))
        .hasMessageContaining("syntax error");
  }

  private void execute(String sql) throws SQLException {
    ConditionalColumn.execute(connection, sql);
  }

  private List<String> columns() throws SQLException {
    return List.of(
        SqliteSql.text(
                connection,
                "SELECT group_concat(m.name || '.' || c.name) FROM sqlite_master m,"
                    + " pragma_table_xinfo(m.name) c")
            .orElse("")
            .split(","));
  }
}
