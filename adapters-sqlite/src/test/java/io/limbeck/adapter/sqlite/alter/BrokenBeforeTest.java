package io.limbeck.adapter.sqlite.alter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.adapter.sqlite.SqliteRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQLite lets a schema be broken; what was so before is let be, and hides nothing that is new. */
class BrokenBeforeTest {
  private final Connection connection;

  BrokenBeforeTest() throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @BeforeEach
  void make_foreign_keys_without_keys() throws SQLException {
    for (String statement :
        List.of(
            "CREATE TABLE p (id INTEGER PRIMARY KEY, town TEXT, code TEXT CONSTRAINT code_uq"
                + " UNIQUE)",
            "CREATE TABLE c (a INT REFERENCES nobody (x), b TEXT REFERENCES p (town),"
                + " code TEXT REFERENCES p (code), d INT, e TEXT)",
            "CREATE TABLE mixed (x TEXT COLLATE NOCASE, UNIQUE (x COLLATE BINARY))",
            "CREATE TABLE odd (x TEXT REFERENCES mixed (x))",
            "INSERT INTO p VALUES (1, 'Rome', 'r')",
            "INSERT INTO c VALUES (NULL, NULL, 'r', 1, 'Rome')")) {
      SqliteRows.of(connection, statement);
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void a_good_foreign_key_comes_beside_broken_ones() throws SQLException {
    alter("ALTER TABLE c ADD FOREIGN KEY (d) REFERENCES p (id), ALTER e TYPE BLOB");

    assertThat(SqliteRows.of(connection, "SELECT \"from\" FROM pragma_foreign_key_list('c')"))
        .hasSize(4);
  }

  @Test
  void a_second_one_without_a_key_is_refused() {
    assertThatThrownBy(() -> alter("ALTER TABLE c ADD FOREIGN KEY (e) REFERENCES p (town)"))
        .hasMessage("c_e_fkey of c cannot reference p: p has no PRIMARY KEY or UNIQUE over town");
  }

  @Test
  void a_key_that_a_good_one_needs_stays() {
    assertThatThrownBy(() -> alter("ALTER TABLE p DROP CONSTRAINT code_uq"))
        .hasMessage(
            "it would break the foreign key of c.code (p has no PRIMARY KEY or UNIQUE over code)");
  }

  @Test
  void rows_are_checked_beside_broken_ones() {
    assertThatThrownBy(
            () -> alter("ALTER TABLE c ADD CONSTRAINT c_fk FOREIGN KEY (e) REFERENCES p (code)"))
        .hasMessage("c_fk: c.e finds nothing in p in 1 row (rowid 1)");
  }

  @Test
  void a_collation_that_differs_makes_no_key_and_was_so_before() throws SQLException {
    alter("ALTER TABLE odd ADD COLUMN y INT DEFAULT 1");
    alter("ALTER TABLE mixed ALTER x SET NOT NULL");

    assertThat(SqliteRows.of(connection, "SELECT count(*) FROM pragma_table_info('odd')"))
        .isEqualTo(List.of(List.of(2L)));
  }

  @Test
  void a_table_that_a_foreign_key_needs_is_not_dropped_for_good() throws SQLException {
    Statements statements = new Statements(connection, Access.SCHEMA_TABLE, AlterListener.none());

    statements.execute("DROP TABLE p");

    assertThatThrownBy(statements::finish)
        .hasMessage("it would break the foreign key of c.code (there is no table p)");
    statements.execute("CREATE TABLE p (code TEXT PRIMARY KEY)");
    statements.finish();
  }

  @Test
  void tables_that_are_called_like_the_copy_are_let_be() throws SQLException {
    SqliteRows.of(connection, "CREATE TABLE limbeck_new (a)");
    SqliteRows.of(connection, "CREATE INDEX LIMBECK_NEW2_1 ON limbeck_new (a)");
    SqliteRows.of(connection, "INSERT INTO limbeck_new VALUES ('x')");

    alter("ALTER TABLE p ALTER town TYPE BLOB");

    assertThat(SqliteRows.of(connection, "SELECT * FROM limbeck_new"))
        .isEqualTo(List.of(List.of("x")));
    assertThat(SqliteRows.of(connection, "SELECT name FROM sqlite_schema WHERE name LIKE 'limb%'"))
        .hasSize(2);
  }

  private void alter(String statement) throws SQLException {
    new Statements(connection, Access.SCHEMA_TABLE, AlterListener.none()).execute(statement);
  }
}
