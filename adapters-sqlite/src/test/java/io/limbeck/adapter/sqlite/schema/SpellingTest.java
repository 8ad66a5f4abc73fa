package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.ddl.Affinity;
import io.limbeck.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two spellings of one thing are equal, and two things that look alike are not. */
class SpellingTest {

  static Stream<Arguments> same() {
    return Stream.of(
        // Names.
        items("id INT, Name TEXT", "ID INT, \"name\" TEXT"),
        items("a INT, CHECK (a > 0)", "[a] INT, CHECK (`A` > 0)"),
        items("\"order\" INT CHECK (\"order\" > 0)", "[ORDER] INT CHECK (t.[Order] > 0)"),
        // Types.
        items("a INTEGER", "a int"),
        items("a BOOLEAN", "a BOOL"),
        items("a DATETIME", "a timestamp"),
        items("a DATETIME", "a TIMESTAMP WITH TIME ZONE"),
        items("a TIMESTAMP", "a Timestamp  Without\n Time Zone"),
        items("a VARCHAR(20)", "a character  varying ( 20 )"),
        items("a NUMERIC(10,2)", "a DECIMAL( 10 , 2 )"),
        items("a DOUBLE", "a double /* wide */ precision"),
        items("a", "a BLOB"),
        items("a \"TEXT\"", "a TEXT"),
        // NOT NULL, NULL and what keys mean for it.
        items("id INTEGER PRIMARY KEY", "id INTEGER NOT NULL PRIMARY KEY"),
        items("id INTEGER PRIMARY KEY", "id INTEGER NOT NULL, PRIMARY KEY (id)"),
        items("id INTEGER PRIMARY KEY", "id INTEGER NULL, CONSTRAINT t_pkey PRIMARY KEY (id DESC)"),
        items("a TEXT NULL", "a TEXT"),
        options("k TEXT PRIMARY KEY", "k TEXT NOT NULL, PRIMARY KEY (k)", "WITHOUT ROWID"),
        options("k TEXT PRIMARY KEY", "k TEXT NOT NULL, PRIMARY KEY (k)", "STRICT"),
        items("id INTEGER PRIMARY KEY DESC", "id INT, PRIMARY KEY (id DESC)"),
        // Defaults.
        items("a INTEGER DEFAULT 1", "a INTEGER DEFAULT '1'"),
        items("a INTEGER DEFAULT 1", "a INTEGER DEFAULT ((+1))"),
        items("a INTEGER DEFAULT 31", "a INTEGER DEFAULT 0x1f"),
        items("a INTEGER DEFAULT 1", "a INTEGER DEFAULT 1.0"),
        items("a REAL DEFAULT 1", "a REAL DEFAULT 1.0"),
        items("a REAL DEFAULT 0.5", "a REAL DEFAULT '.5'"),
        items("a TEXT DEFAULT '1'", "a TEXT DEFAULT 1"),
        items("a TEXT DEFAULT 'x'", "a TEXT DEFAULT \"x\""),
        items("a TEXT DEFAULT 'x'", "a TEXT DEFAULT (  'x' )"),
        items("a TEXT DEFAULT 'bare'", "a TEXT DEFAULT bare"),
        items("a BOOLEAN DEFAULT FALSE", "a BOOLEAN DEFAULT false"),
        items("a BOOLEAN DEFAULT TRUE", "a BOOLEAN DEFAULT '1'"),
        items("a TEXT DEFAULT CURRENT_TIMESTAMP", "a TEXT DEFAULT (current_timestamp)"),
        items("a TEXT DEFAULT NULL", "a TEXT"),
        items("a TEXT DEFAULT (upper('x' || hex(1)))", "a TEXT DEFAULT ((UPPER( 'x'||HEX(1) )))"),
        items("a INT DEFAULT 1 DEFAULT 2", "a INT DEFAULT 2"),
        // Constraints, beside a column and as items.
        items("a INT UNIQUE, b INT", "a INT, b INT, UNIQUE (a)"),
        items("a INT UNIQUE", "a INT, CONSTRAINT t_a_key UNIQUE (a)"),
        items("a INT UNIQUE ON CONFLICT ABORT", "a INT UNIQUE"),
        items("a TEXT COLLATE NOCASE UNIQUE", "a TEXT COLLATE NOCASE, UNIQUE (a COLLATE nocase)"),
        items("a TEXT COLLATE BINARY", "a TEXT"),
        items("a INT CHECK (a > 0)", "a INT, CHECK ((a>0) /* more than nothing */)"),
        items("a INT CHECK (a > 0)", "a INT CONSTRAINT t_a_check CHECK (a > 0)"),
        items("a INT CHECK (a != 0 AND a == 1)", "a INT CHECK (a <> 0 and A = 1)"),
        items("a TEXT CHECK (a IN ('x', 'y'))", "a TEXT CHECK (a in (\"x\",\"y\"))"),
        items("a INT, CHECK (a > 0), UNIQUE (a)", "a INT, UNIQUE (a), CHECK (a > 0)"),
        items("a INT, CHECK (a > 0), CHECK (a < 9)", "a INT, CHECK (a > 0), CHECK (a < 9)"),
        items(
            "id INTEGER PRIMARY KEY, a INT REFERENCES t",
            "id INTEGER PRIMARY KEY, a INT, FOREIGN KEY (a) REFERENCES t (id) ON DELETE NO ACTION"),
        items(
            "a INT REFERENCES t (b) NOT DEFERRABLE INITIALLY DEFERRED",
            "a INT REFERENCES T (B) MATCH SIMPLE"),
        items("a INT, b INT AS (a + 1)", "a INT, b INT GENERATED ALWAYS AS ((A+1)) VIRTUAL"),
        // Indexes, views and triggers.
        scripts(
            "CREATE INDEX i ON t (a, lower(b)) WHERE a > 0",
            "CREATE INDEX IF NOT EXISTS main.\"I\" ON [t]('A' ASC, (LOWER(`b`))) WHERE (A>0)"),
        scripts("CREATE INDEX i ON t (b)", "CREATE INDEX i ON t (b COLLATE BINARY -- as it is\n)"),
        scripts("CREATE INDEX i ON t (b)", "CREATE INDEX i ON t (((b)) COLLATE BINARY)"),
        scripts(
            "CREATE VIEW v AS SELECT a FROM t WHERE b <> 'X'",
            """
            CREATE VIEW IF NOT EXISTS "V" AS select "a" -- all
              from [T] where b != 'X' -- end
            """),
        scripts(
            "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END",
            "CREATE TRIGGER IF NOT EXISTS main.g AFTER INSERT ON t FOR EACH ROW BEGIN delete from"
                + " \"t\"; END"));
  }

  static Stream<Arguments> different() {
    return Stream.of(
        items("a VARCHAR(20)", "a VARCHAR(30)"),
        items("a VARCHAR(20)", "a VARCHAR"),
        items("a NUMERIC(10, 2)", "a NUMERIC(10, 4)"),
        items("a INTEGER", "a BIGINT"),
        items("a INTEGER", "a BOOLEAN"),
        items("a DATETIME", "a DATE"),
        items("a TEXT", "a JSON"),
        items("id INTEGER PRIMARY KEY", "id INT PRIMARY KEY"),
        items("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY DESC"),
        items("k TEXT PRIMARY KEY", "k TEXT NOT NULL PRIMARY KEY"),
        items("a INTEGER DEFAULT 1", "a INTEGER DEFAULT 'one'"),
        items("a INTEGER DEFAULT 1", "a INTEGER DEFAULT -1"),
        items("a TEXT DEFAULT '1'", "a TEXT DEFAULT '1.0'"),
        items("a TEXT DEFAULT 'x'", "a TEXT DEFAULT 'X'"),
        items("a DEFAULT 1", "a DEFAULT '1'"),
        items("a DEFAULT 1", "a DEFAULT 1.0"),
        items("a TEXT DEFAULT ''", "a TEXT"),
        items("a TEXT DEFAULT 'CURRENT_TIMESTAMP'", "a TEXT DEFAULT CURRENT_TIMESTAMP"),
        items("a INTEGER DEFAULT (1 + 2)", "a INTEGER DEFAULT 3"),
        items("a TEXT CHECK (a <> 'x')", "a TEXT CHECK (a <> 'X')"),
        items("a TEXT, x TEXT, CHECK (a <> \"x\")", "a TEXT, x TEXT, CHECK (a <> 'x')"),
        items("a INT CHECK ((a > 0) OR (a < 9))", "a INT CHECK (a > 0 OR a < 9)"),
        items("a INT, \"true\" INT, CHECK (a = \"true\")", "a INT, \"true\" INT, CHECK (a = true)"),
        items("a INT, b INT, UNIQUE (a, b)", "a INT, b INT, UNIQUE (b, a)"),
        items("a TEXT UNIQUE", "a TEXT, UNIQUE (a COLLATE NOCASE)"),
        items("a INT REFERENCES t (a)", "a INT REFERENCES t (b)"),
        items("a INT REFERENCES t (a) DEFERRABLE", "a INT REFERENCES t (a)"),
        scripts("CREATE INDEX i ON t (b)", "CREATE INDEX i ON t (b COLLATE NOCASE)"),
        scripts("CREATE VIEW v AS SELECT 'a'", "CREATE VIEW v AS SELECT 'A'"));
  }

  private static Arguments items(String one, String other) {
    return options(one, other, "");
  }

  private static Arguments options(String one, String other, String options) {
    return Arguments.of(
        one,
        other,
        "CREATE TABLE t (%s) %s".formatted(one, options),
        "CREATE TABLE t (%s) %s".formatted(other, options));
  }

  private static Arguments scripts(String one, String other) {
    String table = "CREATE TABLE t (a INT, b TEXT);";
    return Arguments.of(one, other, table + one, table + other);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("same")
  void another_spelling_is_no_difference(String one, String other, String first, String second) {
    Schema schema = Schemas.of(first);

    assertThat(Places.between(schema, Schemas.of(second))).isEmpty();
  }

  @ParameterizedTest(name = "{0} <> {1}")
  @MethodSource("different")
  void what_is_another_thing_is_a_difference(
      String one, String other, String first, String second) {
    assertThat(Schemas.of(first)).isNotEqualTo(Schemas.of(second));
  }

  @Test
  void spellings_of_one_type_are_one_to_sqlite_too() {
    for (List<String> spellings : Types.SPELLINGS) {
      assertThat(spellings)
          .extracting(Affinity::of)
          .containsOnly(Affinity.of(spellings.getFirst()));
    }
    List<String> all = new ArrayList<>();
    Types.SPELLINGS.forEach(all::addAll);
    assertThat(all).doesNotHaveDuplicates();
  }
}
