package io.limbeck.adapter.sqlite.alter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.limbeck.adapter.sqlite.SqliteRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the way is said with names and numbers, and which way was taken. */
class AlterSentencesTest {
  private static final String CHANGE_ROWS =
      "Change those rows first, in this revision before the ALTER TABLE.";

  private final Connection connection;
  private final List<String> heard = new ArrayList<>();

  AlterSentencesTest() throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void rows_that_are_null() throws SQLException {
    given(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)",
        "INSERT INTO t VALUES (3, NULL), (5, 'x'), (7, NULL), (8, NULL), (9, NULL)");

    assertRefused(
        "ALTER TABLE t ALTER v SET NOT NULL",
        "t.v is NULL in 4 rows (id 3, 7, 8, ...)",
        CHANGE_ROWS);
  }

  @Test
  void rows_that_break_a_check_are_told_by_their_rowid_where_there_is_no_key() throws SQLException {
    given("CREATE TABLE t (v INTEGER)", "INSERT INTO t VALUES (1), (-1)");

    assertRefused(
        "ALTER TABLE t ADD CONSTRAINT positive CHECK (v > 0)",
        "positive, CHECK (v > 0), is broken in 1 row (rowid 2)",
        CHANGE_ROWS);
    assertRefused(
        "ALTER TABLE t ADD CHECK (v > 0)",
        "t_v_check, CHECK (v > 0), is broken in 1 row (rowid 2)",
        CHANGE_ROWS);
  }

  @Test
  void values_that_occur_more_than_once() throws SQLException {
    given(
        "CREATE TABLE t (a INTEGER, b TEXT)",
        "INSERT INTO t VALUES (1, 'x'), (1, 'x'), (1, 'y'), (2, 'y'), (2, 'y'), (2, 'y'), (3,"
            + " NULL)");

    assertRefused(
        "ALTER TABLE t ADD CONSTRAINT t_uq UNIQUE (a, b)",
        "t_uq: 2 values of t.a, t.b occur more than once (1, 'x' in 2 rows; 2, 'y' in 3 rows)",
        CHANGE_ROWS);
    assertRefused(
        "ALTER TABLE t ADD UNIQUE (b)",
        "t_b_key: 2 values of t.b occur more than once ('x' in 2 rows; 'y' in 4 rows)",
        CHANGE_ROWS);
  }

  @Test
  void rows_that_reference_nothing() throws SQLException {
    given(
        "CREATE TABLE p (id INTEGER PRIMARY KEY)",
        "CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER)",
        "INSERT INTO p VALUES (1)",
        "INSERT INTO c VALUES (10, 1), (11, 2), (12, 3)");

    assertRefused(
        "ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p",
        "c_p_id_fkey: c.p_id finds nothing in p in 2 rows (id 11, 12)",
        CHANGE_ROWS);
  }

  @Test
  void a_foreign_key_without_a_key_to_reference() throws SQLException {
    given("CREATE TABLE p (id INTEGER PRIMARY KEY, v TEXT)", "CREATE TABLE c (a INT, b TEXT)");

    assertRefused(
        "ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES p (v)",
        "fk of c cannot reference p: p has no PRIMARY KEY or UNIQUE over v",
        "Make what it references first.");
    assertRefused(
        "ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p",
        "fk of c cannot reference p: the primary key of p has 1 column, not 2",
        "Make what it references first.");
    assertRefused(
        "ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES q (id)",
        "fk of c cannot reference q: there is no table q",
        "Make what it references first.");
  }

  @Test
  void a_column_without_a_value_for_the_rows() throws SQLException {
    given("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (2)");

    assertRefused(
        "ALTER TABLE t ADD COLUMN b TEXT NOT NULL",
        "t.b is NOT NULL without a default, and there are 2 rows",
        "Give it a default; or add the column alone, fill it, and alter it then.");
    assertRefused(
        "ALTER TABLE t ADD COLUMN b TEXT PRIMARY KEY",
        "t.b is in the primary key without a default, and there are 2 rows",
        "Give it a default; or add the column alone, fill it, and alter it then.");
  }

  @Test
  void values_that_cannot_be_a_rowid() throws SQLException {
    given("CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES ('1'), ('x'), ('1.5')");

    assertRefused(
        "ALTER TABLE t ALTER a TYPE INTEGER, ADD PRIMARY KEY (a)",
        "t.a becomes the rowid and is no integer in 2 rows (rowid 2, 3)",
        CHANGE_ROWS);
  }

  @Test
  void an_expression_that_is_none() throws SQLException {
    given("CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES ('1')");

    assertRefused(
        "ALTER TABLE t ALTER a TYPE TEXT USING \"b\" || 'x'",
        "USING `b` || 'x' gives t.a no value: no such column: b",
        "");
    assertRefused(
        "ALTER TABLE t ADD CHECK (a <> \"b\")",
        "table t has no column b; a string stands in single quotes",
        "");
  }

  @Test
  void values_that_would_lose_their_partners() throws SQLException {
    given(
        "CREATE TABLE p (id INTEGER PRIMARY KEY)",
        "CREATE TABLE c (p_id INTEGER REFERENCES p (id))",
        "INSERT INTO p VALUES (1), (2)",
        "INSERT INTO c VALUES (1), (2), (9)");

    assertRefused(
        "ALTER TABLE p ALTER id TYPE INTEGER USING id * 10",
        "c.p_id would find nothing in p any more in 2 rows",
        "Change the values on both sides, in this revision.");
  }

  @Test
  void what_would_break_is_named_with_the_reason() throws SQLException {
    given(
        "CREATE TABLE t (a INT, b TEXT UNIQUE)",
        "CREATE TABLE c (b TEXT REFERENCES t (b))",
        "CREATE VIEW v AS SELECT \"b\" FROM t",
        "CREATE TABLE other (x)",
        "CREATE TRIGGER tr AFTER INSERT ON other BEGIN UPDATE t SET b = NEW.x; END");

    assertRefused(
        "ALTER TABLE t DROP COLUMN b",
        "it would break the view v (no such column: b), the trigger tr (no such column: b), the"
            + " foreign key of c.b (t has no PRIMARY KEY or UNIQUE over b)",
        "Drop or change them first, in this revision.");
  }

  @Test
  void a_failure_of_an_index_names_the_index() throws SQLException {
    given(
        "CREATE TABLE t (a TEXT, b TEXT)",
        "CREATE INDEX first ON t (b)",
        "CREATE UNIQUE INDEX second ON t (lower(a))",
        "INSERT INTO t VALUES ('x', 'p'), ('y', 'q')");

    assertRefused(
        "ALTER TABLE t ALTER a TYPE TEXT USING 'z'",
        "UNIQUE constraint failed: index 'second'",
        CHANGE_ROWS);
  }

  @Test
  void the_way_is_told_and_why() throws SQLException {
    given("CREATE TABLE t (a INT NOT NULL, b TEXT)", "INSERT INTO t VALUES (1, 'x')");

    for (String action :
        List.of(
            "ALTER b SET NOT NULL",
            "ALTER a SET NOT NULL",
            "RENAME b TO c",
            "ALTER a TYPE BIGINT",
            "ALTER a TYPE TEXT",
            "ADD COLUMN d INT DEFAULT 5",
            "ALTER d SET DEFAULT 6",
            "ADD COLUMN e TEXT DEFAULT CURRENT_TIME",
            "ADD CONSTRAINT a_uq UNIQUE (a)",
            "ALTER c TYPE TEXT USING a",
            "DROP COLUMN a")) {
      alter("ALTER TABLE t " + action);
    }

    assertThat(heard)
        .containsExactly(
            "t: IN_PLACE, no stored row changes",
            "t: NOTHING, it is so already",
            "t: NATIVE",
            "t: IN_PLACE, no stored row changes",
            "t: REBUILD, column a is stored as TEXT instead of INTEGER",
            "t: IN_PLACE, no stored row changes",
            "t: REBUILD, some rows are older than column d",
            "t: REBUILD, the default of column e is computed",
            "t: REBUILD, its keys change",
            "t: REBUILD, USING computes new values",
            "t: REBUILD, column a goes");
  }

  private void given(String... statements) throws SQLException {
    for (String statement : statements) {
      SqliteRows.of(connection, statement);
    }
  }

  private void alter(String statement) throws SQLException {
    AlterListener listener =
        new AlterListener() {
          @Override
          public void decided(String table, Way way, String why) {
            heard.add("%s: %s%s".formatted(table, way, why.isEmpty() ? "" : ", " + why));
          }
        };
    new Statements(connection, Access.SCHEMA_TABLE, listener).execute(statement);
  }

  private void assertRefused(String statement, String reason, String remedy) throws SQLException {
    List<String> before = SqliteRows.everything(connection);

    assertThatThrownBy(() -> alter(statement))
        .hasMessage(reason)
        .asInstanceOf(type(AlterRefusedException.class))
        .extracting(AlterRefusedException::remedy)
        .isEqualTo(remedy);
    assertThat(SqliteRows.everything(connection)).isEqualTo(before);
  }
}
