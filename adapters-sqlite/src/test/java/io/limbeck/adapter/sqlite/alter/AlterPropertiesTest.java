package io.limbeck.adapter.sqlite.alter;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.SqliteRows;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.NotUnderstoodException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of ALTER TABLE, on tables that nobody drew. */
class AlterPropertiesTest {
  private static final int SEEDS = System.getProperty("limbeck.stress") == null ? 150 : 1500;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_rebuild_changes_nothing(long seed) throws SQLException {
    RandomSchema schema = new RandomSchema(new Random(seed));
    try (Connection connection = schema.load()) {
      List<String> before = SqliteRows.everything(connection);

      SqliteRows.of(connection, "BEGIN");
      Alteration.rebuild(new Sql(connection), table(connection), AlterListener.none());
      SqliteRows.of(connection, "COMMIT");

      assertThat(SqliteRows.everything(connection)).as("seed %d", seed).isEqualTo(before);
      assertSound(connection, seed);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_statement_does_all_or_nothing_and_nothing_else(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomSchema schema = new RandomSchema(random);
    RandomAlter alters = new RandomAlter(random, schema);
    Access access = random.nextBoolean() ? Access.SCHEMA_TABLE : Access.STATEMENTS_ONLY;
    try (Connection connection = schema.load()) {
      for (int count = 0; count < 6; count++) {
        List<String> before = SqliteRows.everything(connection);
        Map<String, List<List<Object>>> values = values(connection);
        String statement = alters.statement();
        String what = "seed %d, %s: %s".formatted(seed, access, statement);

        boolean done = alter(connection, access, statement);

        if (done) {
          assertThat(others(connection)).as(what).isEqualTo(others(before));
          assertKept(values, values(connection), statement, what);
        } else {
          assertThat(SqliteRows.everything(connection)).as(what).isEqualTo(before);
        }
        assertSound(connection, seed);
        assertThat(new Sql(connection).number("PRAGMA ignore_check_constraints")).isZero();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_undone_in_the_end_leaves_no_trace(long seed) throws SQLException {
    Random random = new Random(seed);
    RandomSchema schema = new RandomSchema(random);
    RandomAlter alters = new RandomAlter(random, schema);
    Access access = random.nextBoolean() ? Access.SCHEMA_TABLE : Access.STATEMENTS_ONLY;
    try (Connection connection = schema.load()) {
      List<List<Object>> rows = rows(connection);
      Map<String, List<List<Object>>> facts = facts(connection);
      Deque<String> undo = new ArrayDeque<>();
      List<String> done = new ArrayList<>();
      for (int count = 0; count < 8; count++) {
        RandomAlter.Pair pair = alters.pair(connection);
        if (alter(connection, access, pair.statement())) {
          done.add(pair.statement());
          undo.push(pair.inverse());
        }
      }
      for (String statement : undo) {
        done.add(statement);
        assertThat(alter(connection, access, statement)).as("seed %d: %s", seed, done).isTrue();
      }

      assertThat(rows(connection)).as("seed %d: %s", seed, done).isEqualTo(rows);
      assertThat(facts(connection)).as("seed %d: %s", seed, done).isEqualTo(facts);
      assertSound(connection, seed);
    }
  }

  /** {@return whether it was carried out; false if it was refused in words} */
  private static boolean alter(Connection connection, Access access, String statement)
      throws SQLException {
    SqliteRows.of(connection, "BEGIN IMMEDIATE");
    try {
      new Statements(connection, access, AlterListener.none()).execute(statement);
      SqliteRows.of(connection, "COMMIT");
      return true;
    } catch (AlterRefusedException | NotUnderstoodException refused) {
      assertThat(refused.getMessage()).doesNotContain("bug").doesNotContain("limbeck");
      SqliteRows.of(connection, "ROLLBACK");
      return false;
    }
  }

  private static TableRow table(Connection connection) throws SQLException {
    String sql =
        new Sql(connection).text("SELECT sql FROM sqlite_schema WHERE name = 't'").orElseThrow();
    return new TableRow(new Name("main"), new Name("t"), sql);
  }

  /** The values of every column, and the rowids, each in their order. */
  private static Map<String, List<List<Object>>> values(Connection connection) throws SQLException {
    Map<String, List<List<Object>>> values = new TreeMap<>();
    for (String column : new Sql(connection).texts("SELECT name FROM pragma_table_xinfo('t')")) {
      String quoted = new Name(column).quoted();
      values.put(
          column,
          SqliteRows.of(
              connection, "SELECT typeof(%s), quote(%1$s) FROM t ORDER BY 1, 2".formatted(quoted)));
    }
    if (new Sql(connection).number("SELECT wr FROM pragma_table_list('t')") == 0) {
      values.put("rowid", SqliteRows.of(connection, "SELECT rowid FROM t ORDER BY 1"));
    }
    return values;
  }

  private static void assertKept(
      Map<String, List<List<Object>>> before,
      Map<String, List<List<Object>>> after,
      String statement,
      String what) {
    before.forEach((column, values) -> {
      boolean mayChange =
          statement.contains(" TYPE ")
              || (column.equals("rowid") && statement.contains("PRIMARY KEY"));
      if (after.containsKey(column) && !mayChange) {
        assertThat(after.get(column)).as(what).isEqualTo(values);
      }
    });
  }

  /** Everything that is not in the table itself, nor of it. */
  private static List<String> others(Connection connection) throws SQLException {
    return others(SqliteRows.everything(connection));
  }

  private static List<String> others(List<String> everything) {
    return everything.stream()
        .filter(
            line -> !line.contains(", t, ") && !line.contains("\"t\"") && !line.contains("sqlite_"))
        .toList();
  }

  private static List<List<Object>> rows(Connection connection) throws SQLException {
    List<List<Object>> rows = new ArrayList<>(SqliteRows.of(connection, "SELECT * FROM t"));
    rows.addAll(SqliteRows.of(connection, "SELECT * FROM log"));
    if (new Sql(connection).number("SELECT wr FROM pragma_table_list('t')") == 0) {
      rows.addAll(SqliteRows.of(connection, "SELECT rowid FROM t ORDER BY rowid"));
    }
    return rows;
  }

  /** What SQLite tells of the table, whatever the text looks like. */
  private static Map<String, List<List<Object>>> facts(Connection connection) throws SQLException {
    Map<String, List<List<Object>>> facts = new TreeMap<>();
    for (String query :
        List.of(
            "SELECT * FROM pragma_table_xinfo('t')",
            "SELECT strict, wr FROM pragma_table_list('t')",
            "SELECT * FROM pragma_foreign_key_list('t') ORDER BY id, seq",
            "SELECT l.name, l.origin, l.\"unique\", l.partial, x.* FROM pragma_index_list('t') l,"
                + " pragma_index_xinfo(l.name) x ORDER BY l.name, x.seqno",
            "SELECT type, name FROM sqlite_schema ORDER BY type, name")) {
      facts.put(query, SqliteRows.of(connection, query));
    }
    return facts;
  }

  private static void assertSound(Connection connection, long seed) throws SQLException {
    assertThat(SqliteRows.of(connection, "PRAGMA integrity_check"))
        .as("seed %d", seed)
        .isEqualTo(List.of(List.of("ok")));
    assertThat(SqliteRows.of(connection, "PRAGMA foreign_keys")).isEqualTo(List.of(List.of(0L)));
    assertThat(new Sql(connection).number("PRAGMA writable_schema")).isZero();
  }
}
