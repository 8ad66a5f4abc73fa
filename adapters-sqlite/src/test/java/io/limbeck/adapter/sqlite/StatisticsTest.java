package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.alter.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ANALYZE found out survives an ALTER TABLE, under the right names. */
class StatisticsTest {
  private final Connection database;

  StatisticsTest() throws SQLException {
    this.database = Connections.memory();
  }

  @BeforeEach
  void fill_and_analyze_a_table() throws SQLException {
    execute("CREATE TABLE t (a UNIQUE, b UNIQUE, c, CONSTRAINT both UNIQUE (a, c))");
    execute("CREATE INDEX ix_c ON t (c)");
    execute("INSERT INTO t VALUES (1, 1, 1), (2, 2, 1), (3, NULL, 1), (4, NULL, 2)");
    execute("ANALYZE");
    assertThat(statistics()).containsExactly("ix_c 4 2", "both 4 1 1", "b 4 2", "a 4 1");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void a_rebuild_leaves_them_alone() throws SQLException {
    AlterConformanceTest.alter(
        database, Access.SCHEMA_TABLE, "ALTER TABLE t ALTER COLUMN c TYPE TEXT");

    assertThat(statistics()).containsExactly("ix_c 4 2", "both 4 1 1", "b 4 2", "a 4 1");
  }

  @Test
  void those_of_a_key_that_goes_go_with_it_and_the_others_follow_theirs() throws SQLException {
    AlterConformanceTest.alter(
        database, Access.SCHEMA_TABLE, "ALTER TABLE t DROP CONSTRAINT t_a_key");

    assertThat(statistics()).containsExactly("ix_c 4 2", "both 4 1 1", "b 4 2");
  }

  @Test
  void a_key_that_comes_between_moves_the_numbers_of_those_behind_it() throws SQLException {
    AlterConformanceTest.alter(database, Access.SCHEMA_TABLE, "ALTER TABLE t ADD COLUMN d UNIQUE");

    assertThat(statistics()).containsExactly("ix_c 4 2", "both 4 1 1", "b 4 2", "a 4 1");
  }

  /** {@return each index, a key by its columns' names, with its statistics} */
  private List<String> statistics() throws SQLException {
    return SqliteRows.of(
            database,
            """
            SELECT iif(s.idx = 'ix_c', 'ix_c', iif(
                (SELECT count(*) FROM pragma_index_info(s.idx)) = 2, 'both',
                (SELECT group_concat(name) FROM pragma_index_info(s.idx)))) || ' ' || s.stat
            FROM sqlite_stat1 s
            ORDER BY 1 DESC
            """)
        .stream()
        .map(row -> row.getFirst().toString())
        .toList();
  }

  private void execute(String sql) throws SQLException {
    SqliteRows.of(database, sql);
  }
}
