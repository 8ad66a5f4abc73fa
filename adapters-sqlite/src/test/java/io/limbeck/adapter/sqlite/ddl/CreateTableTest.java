package io.limbeck.adapter.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTableTest {

  @Test
  void names_stand_in_quotes_of_every_kind() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE \"a \"\"b\"\"\" ('it''s' TEXT, [from 'x] INT, `to``day` REAL, ünï \"type\")",
        """
        a "b"
        it's TEXT
        from 'x INT
        to`day REAL
        ünï "type"
        """);
  }

  @Test
  void a_keyword_in_quotes_is_a_name() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (\"check\" INT, [unique], `primary` \"not\" NOT NULL, 'foreign'"
            + " \"default\")",
        """
        t
        check INT
        unique
        primary "not"
          NOT_NULL NOT NULL
        foreign "default"
        """);
  }

  @Test
  void a_type_has_many_words_or_none() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (a, b UNSIGNED BIG INT, c LONG VARCHAR (10, 20), d \"x y\"(+1, -2) NULL,"
            + " e TIMESTAMP WITH TIME ZONE UNIQUE, f 'string' COLLATE nocase)",
        """
        t
        a
        b UNSIGNED BIG INT
        c LONG VARCHAR (10, 20)
        d "x y"(+1, -2)
          NULL NULL
        e TIMESTAMP WITH TIME ZONE
          UNIQUE UNIQUE
        f 'string'
          COLLATE COLLATE nocase
        """);
  }

  @Test
  void constraints_of_the_table_need_no_commas() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (a INT, CONSTRAINT one CHECK (a > 0) UNIQUE (a), FOREIGN KEY (a) REFERENCES"
            + " p CONSTRAINT two PRIMARY KEY (a))",
        """
        t
        a INT
        CHECK CONSTRAINT one CHECK (a > 0)
        UNIQUE UNIQUE (a)
        FOREIGN_KEY FOREIGN KEY (a) REFERENCES p
        PRIMARY_KEY CONSTRAINT two PRIMARY KEY (a)
        """);
  }

  @Test
  void a_name_may_name_nothing() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (a INT CONSTRAINT x CONSTRAINT y NOT NULL, b INT CONSTRAINT z, CONSTRAINT"
            + " q)",
        """
        t
        a INT
          NAME_ALONE CONSTRAINT x
          NOT_NULL CONSTRAINT y NOT NULL
        b INT
          NAME_ALONE CONSTRAINT z
        NAME_ALONE CONSTRAINT q
        """);
  }

  @Test
  void a_conflict_clause_belongs_to_its_constraint() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (a INTEGER PRIMARY KEY DESC ON CONFLICT REPLACE AUTOINCREMENT, b NOT NULL"
            + " ON CONFLICT IGNORE NULL ON CONFLICT ROLLBACK UNIQUE ON CONFLICT FAIL DEFAULT 1,"
            + " UNIQUE (b) ON CONFLICT ABORT, CHECK (b) ON CONFLICT FAIL)",
        """
        t
        a INTEGER
          PRIMARY_KEY PRIMARY KEY DESC ON CONFLICT REPLACE AUTOINCREMENT
        b
          NOT_NULL NOT NULL ON CONFLICT IGNORE
          NULL NULL ON CONFLICT ROLLBACK
          UNIQUE UNIQUE ON CONFLICT FAIL
          DEFAULT DEFAULT 1
        UNIQUE UNIQUE (b) ON CONFLICT ABORT
        CHECK CHECK (b) ON CONFLICT FAIL
        """);
  }

  @Test
  void a_foreign_key_takes_its_actions_along() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (a REFERENCES p, b REFERENCES p (x) ON DELETE SET NULL MATCH FULL ON UPDATE"
            + " NO ACTION NOT DEFERRABLE INITIALLY IMMEDIATE NOT NULL, c DEFERRABLE INITIALLY"
            + " DEFERRED, FOREIGN KEY (a, b) REFERENCES \"q\" (x, y) ON DELETE CASCADE DEFERRABLE)",
        """
        t
        a
          FOREIGN_KEY REFERENCES p
        b
          FOREIGN_KEY REFERENCES p (x) ON DELETE SET NULL MATCH FULL ON UPDATE NO ACTION NOT DEFERRABLE INITIALLY IMMEDIATE
          NOT_NULL NOT NULL
        c
          DEFERRABLE DEFERRABLE INITIALLY DEFERRED
        FOREIGN_KEY FOREIGN KEY (a, b) REFERENCES "q" (x, y) ON DELETE CASCADE DEFERRABLE
        """);
  }

  @Test
  void a_generated_column_has_two_spellings() throws NotUnderstoodException {
    assertRead(
        "CREATE TABLE t (a, b AS (a || ')'), c TEXT GENERATED ALWAYS AS (lower(a)) STORED NOT NULL,"
            + " d INT CONSTRAINT g AS (a) VIRTUAL CHECK (d > 0))",
        """
        t
        a
        b
          GENERATED AS (a || ')')
        c TEXT
          GENERATED GENERATED ALWAYS AS (lower(a)) STORED
          NOT_NULL NOT NULL
        d INT
          GENERATED CONSTRAINT g AS (a) VIRTUAL
          CHECK CHECK (d > 0)
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1",
        "+ 1",
        "1.5e-3",
        "0x1F",
        "'it''s )'",
        "\"in quotes\"",
        "x'00ff'",
        "NULL",
        "TRUE",
        "CURRENT_TIMESTAMP",
        "bare_word",
        "(1 + (2 * (3)))",
        "( ')' /* ) */ )",
        "- 5",
        "(((7)))"
      })
  void a_default_is_a_literal_or_in_parentheses(String value) throws NotUnderstoodException {
    CreateTable table =
        CreateTable.parse("CREATE TABLE t (a INT CONSTRAINT d DEFAULT " + value + " NOT NULL, b)");

    Column column = table.columns().getFirst();
    assertThat(column.constraints())
        .extracting(Constraint::kind)
        .containsExactly(Constraint.Kind.DEFAULT, Constraint.Kind.NOT_NULL);
    assertThat(column.constraints().getFirst().expression().orElseThrow().of(table.sql()))
        .isEqualTo(value);
  }

  @Test
  void comments_may_stand_anywhere() throws NotUnderstoodException {
    assertRead(
        """
        CREATE /* a */ TABLE -- b
        /* c */ t /* ( */ ( -- )
          a /* d */ INT /* , */ PRIMARY /* e */ KEY -- f, )
          /* g */ , -- h
          b -- i
          CHECK /* j */ ( b /* ) */ > 0 )
        -- k
        ) -- l
        /* left open\
        """,
        """
        t
        a INT
          PRIMARY_KEY PRIMARY /* e */ KEY
        b
          CHECK CHECK /* j */ ( b /* ) */ > 0 )
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a INT)",
        "create temp table t (a INT)",
        "CREATE TEMPORARY TABLE t (a INT) ",
        "CREATE TABLE IF NOT EXISTS t (a INT)",
        "CREATE TABLE main.t (a INT) WITHOUT ROWID",
        "CREATE TABLE \"main\" . [t] (a INT) STRICT",
        "CREATE TABLE t(a INT)STRICT,WITHOUT ROWID",
        "CREATE TABLE t (a INT) WITHOUT ROWID , STRICT -- and no more"
      })
  void what_stands_around_the_columns_is_passed_over(String sql) throws NotUnderstoodException {
    assertRead(sql, "t\na INT\n");
  }

  @Test
  void a_key_has_columns_whatever_else_it_says_about_them() throws NotUnderstoodException {
    CreateTable table =
        CreateTable.parse(
            "CREATE TABLE t (a, b, \"c d\", PRIMARY KEY (a COLLATE \"no case\" DESC, 'b' ASC, [c"
                + " d]), FOREIGN KEY (b, A) REFERENCES p (x COLLATE rtrim, y), CHECK (t.a > B +"
                + " length(c) COLLATE b), CHECK (\"C D\" IS NOT NULL AND a = 'b'))");

    assertThat(table.constraints())
        .extracting(table::columnsOf)
        .extracting(names -> List.copyOf(names).toString())
        .containsExactly("[a, b, c d]", "[b, A]", "[a, B]", "[C D, a]");
  }

  @Test
  void what_is_not_understood_is_refused_with_its_place() {
    assertRefused(
        "CREATE TABLE t (a INT,\n  b INT SOMETIMES NULL EVER)",
        "line 2, column 24: 'EVER' stands where ) is expected");
    assertRefused("CREATE TABLE t (a INT", "line 1, column 22: its end stands where ) is expected");
    assertRefused(
        "CREATE TABLE t (a CHECK (a > (1))",
        "line 1, column 34: its end stands where ) is expected");
    assertRefused(
        "CREATE TABLE t (a) WITHOUT OIDS",
        "line 1, column 20: 'WITHOUT' stands where WITHOUT ROWID or STRICT is expected");
    assertRefused(
        "CREATE TABLE t (CHECK (1), a)",
        "line 1, column 28: 'a' stands where a constraint is expected");
    assertRefused(
        "CREATE VIEW t AS SELECT 1", "line 1, column 8: 'VIEW' stands where TABLE is expected");
    assertRefused("CREATE TABLE t ()", "line 1, column 17: ')' stands where the name of a column");
    assertRefused(
        "CREATE TABLE t (a REFERENCES p ON DELETE NOTHING)",
        "line 1, column 42: 'NOTHING' stands where SET NULL, SET DEFAULT, CASCADE, RESTRICT or NO"
            + " ACTION is expected");
  }

  private static void assertRefused(String sql, String message) {
    assertThatThrownBy(() -> CreateTable.parse(sql))
        .isInstanceOf(NotUnderstoodException.class)
        .hasMessageStartingWith("CREATE TABLE is not understood at its " + message);
  }

  private static void assertRead(String sql, String expected) throws NotUnderstoodException {
    CreateTable table = CreateTable.parse(sql);
    String items =
        Stream.concat(
                table.columns().stream().flatMap(column -> lines(column, sql)),
                table.constraints().stream().map(constraint -> line(constraint, sql)))
            .collect(Collectors.joining("\n"));
    assertThat(table.name() + "\n" + items + "\n").isEqualTo(expected);
  }

  private static Stream<String> lines(Column column, String sql) {
    return Stream.concat(
        Stream.of(column.name() + column.type().map(type -> " " + type.of(sql)).orElse("")),
        column.constraints().stream().map(constraint -> "  " + line(constraint, sql)));
  }

  private static String line(Constraint constraint, String sql) {
    return constraint.kind() + " " + constraint.span().of(sql);
  }
}
