package io.limbeck.adapter.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlterTableTest {
  private static final Name A = new Name("a");
  private static final Name B = new Name("b");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t DROP COLUMN a",
        "alter table T drop A restrict;",
        "ALTER /* which */ TABLE \"t\" -- what\n DROP [a] -- and no more\n ;",
        "ALTER TABLE `t`\r\n\tDROP\r\n\tCOLUMN\r\n\t'a'"
      })
  void a_statement_is_read_however_it_is_written(String sql) throws NotUnderstoodException {
    AlterTable alter = AlterTable.parse(sql).orElseThrow();

    assertThat(alter.table()).isEqualTo(new Name("t"));
    assertThat(alter.schema()).isEmpty();
    assertThat(alter.ifExists()).isFalse();
    assertThat(alter.actions())
        .singleElement()
        .isInstanceOfSatisfying(
            Action.DropColumn.class,
            drop -> {
              assertThat(drop.column()).isEqualTo(A);
              assertThat(drop.ifExists()).isFalse();
            });
  }

  @Test
  void a_schema_and_if_exists_are_read() throws NotUnderstoodException {
    AlterTable alter = AlterTable.parse("ALTER TABLE IF EXISTS main.t DROP a").orElseThrow();

    assertThat(alter)
        .isEqualTo(
            new AlterTable(
                Optional.of(new Name("main")),
                new Name("t"),
                true,
                List.of(new Action.DropColumn("DROP a", A, false))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "ALTER VIEW t RENAME TO u", "CREATE TABLE t (a)", "", ";"})
  void another_statement_is_none(String sql) throws NotUnderstoodException {
    assertThat(AlterTable.parse(sql)).isEmpty();
  }

  @Test
  void a_column_is_added() throws NotUnderstoodException {
    assertColumn("ADD a", "a", false);
    assertColumn(
        "ADD COLUMN a INT DEFAULT 5 /* five */ NOT NULL",
        "a INT DEFAULT 5 /* five */ NOT NULL",
        false);
    assertColumn("ADD COLUMN IF NOT EXISTS a TEXT", "a TEXT", true);
    assertColumn("ADD COLUMN \"check\" TEXT", "\"check\" TEXT", false);
    assertColumn("ADD a DEFAULT lower('A')", "a DEFAULT (lower('A'))", false);
    assertColumn("ADD a DEFAULT - 1 + 2 * 3 NOT NULL", "a DEFAULT (- 1 + 2 * 3) NOT NULL", false);
    assertColumn(
        "ADD a DEFAULT 'a' || lower('B') || 'c' UNIQUE",
        "a DEFAULT ('a' || lower('B') || 'c') UNIQUE",
        false);
    assertColumn("ADD a DEFAULT (1) CHECK (a > 0)", "a DEFAULT (1) CHECK (a > 0)", false);
    assertColumn("ADD a DEFAULT CURRENT_DATE", "a DEFAULT CURRENT_DATE", false);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSTRAINT b CHECK (a > 0), CHECK",
    "CHECK (a > ')'), CHECK",
    "UNIQUE (a), UNIQUE",
    "CONSTRAINT b PRIMARY KEY (a DESC), PRIMARY_KEY",
    "FOREIGN KEY (a) REFERENCES p ON DELETE CASCADE DEFERRABLE, FOREIGN_KEY"
  })
  void a_constraint_is_added(String definition, Constraint.Kind kind)
      throws NotUnderstoodException {
    Action action = only("ADD " + definition);

    assertThat(action)
        .isInstanceOfSatisfying(
            Action.AddConstraint.class,
            add -> {
              assertThat(add.definition()).isEqualTo(definition);
              assertThat(add.constraint().kind()).isEqualTo(kind);
              assertThat(add.constraint().span().of(add.definition())).isEqualTo(definition);
            });
  }

  @Test
  void the_rest_of_the_list_is_read() throws NotUnderstoodException {
    assertOnly("DROP COLUMN IF EXISTS a RESTRICT", sql -> new Action.DropColumn(sql, A, true));
    assertOnly("DROP CONSTRAINT a", sql -> new Action.DropConstraint(sql, A, false));
    assertOnly(
        "DROP CONSTRAINT IF EXISTS \"A\" RESTRICT", sql -> new Action.DropConstraint(sql, A, true));
    assertOnly("ALTER COLUMN a SET NOT NULL", sql -> new Action.SetNotNull(sql, A));
    assertOnly("ALTER a DROP NOT NULL", sql -> new Action.DropNotNull(sql, A));
    assertOnly("ALTER a SET DEFAULT -7", sql -> new Action.SetDefault(sql, A, "-7"));
    assertOnly("ALTER a SET DEFAULT '; , )'", sql -> new Action.SetDefault(sql, A, "'; , )'"));
    assertOnly("ALTER a SET DEFAULT NULL", sql -> new Action.SetDefault(sql, A, "NULL"));
    assertOnly("ALTER a SET DEFAULT (1 + 2)", sql -> new Action.SetDefault(sql, A, "(1 + 2)"));
    assertOnly(
        "ALTER a SET DEFAULT f(1, 2) + 1", sql -> new Action.SetDefault(sql, A, "(f(1, 2) + 1)"));
    assertOnly(
        "ALTER a SET DEFAULT (1) + (2)", sql -> new Action.SetDefault(sql, A, "((1) + (2))"));
    assertOnly(
        "ALTER a SET DEFAULT current_time", sql -> new Action.SetDefault(sql, A, "current_time"));
    assertOnly("ALTER a DROP DEFAULT", sql -> new Action.DropDefault(sql, A));
    assertOnly("ALTER a TYPE TEXT", sql -> new Action.SetType(sql, A, "TEXT", Optional.empty()));
    assertOnly(
        "ALTER a SET DATA TYPE DOUBLE PRECISION (1, 2) USING CAST(a AS REAL) * 2",
        sql ->
            new Action.SetType(
                sql, A, "DOUBLE PRECISION (1, 2)", Optional.of("CAST(a AS REAL) * 2")));
    assertOnly("RENAME CONSTRAINT a TO b", sql -> new Action.RenameConstraint(sql, A, B));
    assertOnly("RENAME COLUMN a TO b", sql -> new Action.RenameColumn(sql, A, B));
    assertOnly("RENAME a TO b", sql -> new Action.RenameColumn(sql, A, B));
    assertOnly("RENAME TO b", sql -> new Action.RenameTable(sql, B));
  }

  @Test
  void actions_are_read_in_their_order() throws NotUnderstoodException {
    assertThat(
            AlterTable.parse(
                    "ALTER TABLE t ADD a INT CHECK (a IN (1, 2)), ALTER b TYPE INT USING max(a, 1),"
                        + " ADD UNIQUE (a, b), ALTER a SET DEFAULT ',', DROP CONSTRAINT b;")
                .orElseThrow()
                .actions())
        .extracting(Action::sql)
        .containsExactly(
            "ADD a INT CHECK (a IN (1, 2))",
            "ALTER b TYPE INT USING max(a, 1)",
            "ADD UNIQUE (a, b)",
            "ALTER a SET DEFAULT ','",
            "DROP CONSTRAINT b");
  }

  @Test
  void what_is_not_understood_is_refused_with_its_place() {
    assertRefused(
        "ALTER TABLE t DROP COLUMN a CASCADE",
        "line 1, column 29: 'CASCADE' stands where a comma or its end is expected");
    assertRefused(
        "ALTER TABLE t\n  OWNER TO me",
        "line 2, column 3: 'OWNER' stands where ADD, DROP, ALTER or RENAME is expected");
    assertRefused(
        "ALTER TABLE ONLY t DROP a",
        "line 1, column 18: 't' stands where ADD, DROP, ALTER or RENAME");
    assertRefused(
        "ALTER TABLE t ADD CONSTRAINT a EXCLUDE (b WITH =)",
        "line 1, column 32: 'EXCLUDE' stands where PRIMARY KEY, UNIQUE, CHECK or FOREIGN KEY");
    assertRefused(
        "ALTER TABLE t ADD CHECK (a > 0) NOT VALID",
        "line 1, column 33: 'NOT' stands where a comma or its end is expected");
    assertRefused(
        "ALTER TABLE t ALTER a SET STATISTICS 5",
        "line 1, column 23: 'SET' stands where SET NOT NULL, DROP NOT NULL, SET DEFAULT, DROP"
            + " DEFAULT or [SET DATA] TYPE is expected");
    assertRefused(
        "ALTER TABLE t ALTER a TYPE TEXT COLLATE nocase",
        "line 1, column 33: 'COLLATE' stands where a comma or its end is expected");
    assertRefused("ALTER TABLE t ALTER a TYPE", "line 1, column 27: its end stands where a type");
    assertRefused(
        "ALTER TABLE t ALTER a SET DEFAULT", "line 1, column 34: its end stands where a value");
    assertRefused(
        "ALTER TABLE t ALTER a SET DEFAULT ,", "line 1, column 35: ',' stands where a value");
    assertRefused(
        "ALTER TABLE t ALTER a SET DEFAULT (1", "line 1, column 37: its end stands where )");
    assertRefused("ALTER TABLE t ADD COLUMN a INT,", "line 1, column 32: its end stands where ADD");
    assertRefused("ALTER TABLE t RENAME a b", "line 1, column 24: 'b' stands where TO is expected");
    assertRefused("ALTER TABLE t ADD COLUMN 5 INT", "line 1, column 26: '5' stands where the name");
    assertRefused("ALTER TABLE", "line 1, column 12: its end stands where the name of a table");
    assertRefused(
        "ALTER TABLE t DROP a; DROP TABLE t",
        "line 1, column 23: 'DROP' stands where a comma or its end is expected");
  }

  private static void assertColumn(String action, String definition, boolean ifNotExists)
      throws NotUnderstoodException {
    assertThat(only(action))
        .isInstanceOfSatisfying(
            Action.AddColumn.class,
            add -> {
              assertThat(add.sql()).isEqualTo(action);
              assertThat(add.definition()).isEqualTo(definition);
              assertThat(add.column().span().of(definition)).isEqualTo(definition);
              assertThat(add.ifNotExists()).isEqualTo(ifNotExists);
            });
  }

  private interface Expected {
    Action of(String sql);
  }

  private static void assertOnly(String action, Expected expected) throws NotUnderstoodException {
    assertThat(only(action)).isEqualTo(expected.of(action));
  }

  private static Action only(String action) throws NotUnderstoodException {
    List<Action> actions = AlterTable.parse("ALTER TABLE t " + action).orElseThrow().actions();
    assertThat(actions).hasSize(1);
    return actions.getFirst();
  }

  private static void assertRefused(String sql, String message) {
    assertThatThrownBy(() -> AlterTable.parse(sql))
        .isInstanceOf(NotUnderstoodException.class)
        .hasMessageStartingWith("ALTER TABLE is not understood at its " + message);
  }
}
