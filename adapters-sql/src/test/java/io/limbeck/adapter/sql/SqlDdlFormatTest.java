package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.ModelsException;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.diff.RenameHint.OfColumn;
import io.limbeck.domain.diff.RenameHint.OfTable;
import io.limbeck.domain.schema.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlDdlFormatTest {
  private final SqlDdlFormat format = new SqlDdlFormat();

  @Test
  void ddl_is_cut_into_statements_with_the_lines_where_they_begin() {
    Ddl ddl =
        format.read(
            """
            -- The models
            CREATE TABLE a (id INTEGER, name VARCHAR(9) DEFAULT ';');

            CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END;
            """,
            "models.sql");

    assertThat(ddl.statements())
        .containsExactly(
            new Statement("CREATE TABLE a (id INTEGER, name VARCHAR(9) DEFAULT ';')", 2),
            new Statement("CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END", 4));
    assertThat(ddl.location()).isEqualTo("models.sql");
    assertThat(ddl.hints()).isEmpty();
    assertThat(ddl.text())
        .isEqualTo(
            """
            CREATE TABLE a (id INTEGER, name VARCHAR(9) DEFAULT ';');

            CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END;
            """);
  }

  @Test
  void a_dump_is_ddl_too_without_its_transaction() {
    Ddl ddl =
        format.read(
            "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a (b);\nCOMMIT;\n", "x");

    assertThat(ddl.statements())
        .extracting(Statement::sql)
        .containsExactly("PRAGMA foreign_keys=OFF", "CREATE TABLE a (b)");
  }

  @Test
  void hints_stand_behind_what_they_are_about() {
    Ddl ddl =
        format.read(
            """
            CREATE TABLE IF NOT EXISTS main.people ( -- was: persons
              id INTEGER NOT NULL PRIMARY KEY,
              last_name VARCHAR(50) NOT NULL, -- was: surname
              "First Name" VARCHAR(50) CHECK (length("First Name") > 1), /* was: "Given \""Name\""\" */
              price NUMERIC(10, -- WAS: cost
                2),
              UNIQUE (last_name)
            );
            create temp table pets (a int, b int); -- was: animals
            """,
            "models.sql");

    assertThat(ddl.hints())
        .containsExactly(
            table("people", "persons"),
            column("people", "last_name", "surname"),
            column("people", "First Name", "Given \"Name\""),
            column("people", "price", "cost"),
            table("pets", "animals"));
  }

  @Test
  void hints_alone_in_their_line_are_about_what_follows() {
    Ddl ddl =
        format.read(
            """
            CREATE TABLE a (b INTEGER);

            -- was: persons
            -- Everybody we know.
            CREATE TABLE people (
              -- was: number
              id INTEGER,
              /* was: surname */ last_name TEXT
              -- was: forename
              , first_name TEXT
            ) STRICT;
            """,
            "models.sql");

    assertThat(ddl.hints())
        .containsExactly(
            table("people", "persons"),
            column("people", "id", "number"),
            column("people", "last_name", "surname"),
            column("people", "first_name", "forename"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a INTEGER, UNIQUE (a) -- was: b\n)",
        "CREATE TABLE t (a INTEGER, CONSTRAINT c -- was: b\n CHECK (a > 0))",
        "CREATE TABLE t (a INTEGER\n-- was: b\n)",
        "CREATE INDEX i ON t (a) -- was: j\n",
        "CREATE TABLE t AS SELECT (1) AS a -- was: s\n",
        "CREATE VIRTUAL TABLE t USING fts5(a) -- was: s\n",
        "CREATE TABLE t (a INTEGER);\n-- was: s\n"
      })
  void a_hint_beside_anything_else_is_refused(String text) {
    assertThatThrownBy(() -> format.read(text, "models.sql"))
        .isInstanceOf(ScriptException.class)
        .message()
        .startsWith("models.sql:")
        .endsWith(
            ": This hint stands beside no table and no column. Put it behind the definition of one,"
                + " or alone in the line above.");
  }

  @Test
  void a_hint_has_one_name() {
    assertThatThrownBy(() -> format.read("CREATE TABLE t (\n  a -- was: b or c\n)", "models.sql"))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "models.sql:2:5: 'b or c' is no name. Write the old name alone behind was:, in quotes"
                + " if it needs them.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- nothing yet\n;", "BEGIN; COMMIT;"})
  void models_without_a_statement_are_none(String text) {
    assertThatThrownBy(() -> format.read(text, "/app/models.sql"))
        .isInstanceOf(ModelsException.class)
        .hasMessage(
            "There is no statement in /app/models.sql. The models are the CREATE TABLE statements"
                + " that make the whole schema.");
  }

  @Test
  void what_cannot_be_read_is_told_with_its_place() {
    assertThatThrownBy(() -> format.read("CREATE TABLE t (\n  a DEFAULT 'x\n)", "models.sql"))
        .isInstanceOf(ScriptException.class)
        .hasMessage("models.sql:2:13: This string does not end. Close it with '.");
  }

  private static RenameHint table(String now, String was) {
    return new OfTable(new Name(now), new Name(was));
  }

  private static RenameHint column(String table, String now, String was) {
    return new OfColumn(new Name(table), new Name(now), new Name(was));
  }
}
