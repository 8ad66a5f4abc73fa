package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in a schema shows, and nothing else does. */
class OneDifferenceTest {
  private static final String SCHEMA =
      """
      CREATE TABLE parent (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL COLLATE NOCASE,
        amount NUMERIC(10, 2) DEFAULT 7,
        made TEXT DEFAULT CURRENT_TIMESTAMP,
        twice INTEGER GENERATED ALWAYS AS (amount * 2) VIRTUAL,
        CONSTRAINT code_once UNIQUE (code, made) ON CONFLICT FAIL,
        CONSTRAINT positive CHECK (amount > 0)
      );
      CREATE TABLE child (
        name VARCHAR(20),
        parent_id INTEGER,
        CONSTRAINT child_of FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE
      );
      CREATE TABLE exact (i INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE map (k TEXT NOT NULL, v TEXT NOT NULL, PRIMARY KEY (k)) WITHOUT ROWID;
      CREATE INDEX ix ON parent (code, lower(made)) WHERE amount > 1;
      CREATE VIEW v AS SELECT id FROM parent;
      CREATE TRIGGER tr AFTER INSERT ON child BEGIN SELECT 1; END;
      CREATE VIRTUAL TABLE docs USING fts5(title, body);
      """;

  static Stream<Arguments> changes() {
    return Stream.of(
        change("name VARCHAR(20)", "name VARCHAR(30)", ".tables[child].columns[name].type"),
        change("name VARCHAR(20)", "name VARCHAR", ".tables[child].columns[name].type"),
        change("name VARCHAR(20)", "name TEXT", ".tables[child].columns[name].type"),
        change("NUMERIC(10, 2)", "NUMERIC(10, 4)", ".tables[parent].columns[amount].type"),
        change(
            "name VARCHAR(20)",
            "title VARCHAR(20), name VARCHAR(20)",
            ".tables[child].columns[title]"),
        change("v TEXT NOT NULL", "v TEXT", ".tables[map].columns[v].notNull"),
        change("DEFAULT 7", "DEFAULT 8", ".tables[parent].columns[amount].defaultValue"),
        change("DEFAULT 7", "", ".tables[parent].columns[amount].defaultValue"),
        change(
            "DEFAULT CURRENT_TIMESTAMP",
            "DEFAULT CURRENT_DATE",
            ".tables[parent].columns[made].defaultValue"),
        change(
            "DEFAULT CURRENT_TIMESTAMP",
            "DEFAULT 'CURRENT_TIMESTAMP'",
            ".tables[parent].columns[made].defaultValue"),
        change("COLLATE NOCASE", "COLLATE RTRIM", ".tables[parent].columns[code].collation"),
        change("COLLATE NOCASE", "", ".tables[parent].columns[code].collation"),
        change("amount * 2", "amount * 3", ".tables[parent].columns[twice].generated"),
        change(") VIRTUAL", ") STORED", ".tables[parent].columns[twice].generated"),
        change(
            "GENERATED ALWAYS AS (amount * 2) VIRTUAL",
            "",
            ".tables[parent].columns[twice].generated"),
        change(
            "PRIMARY KEY AUTOINCREMENT",
            "PRIMARY KEY",
            ".tables[parent].constraints[PrimaryKey].autoincrement"),
        change(
            "id INTEGER PRIMARY KEY",
            "id INTEGER CONSTRAINT own PRIMARY KEY",
            ".tables[parent].constraints[PrimaryKey].name"),
        change(
            "PRIMARY KEY (k)",
            "PRIMARY KEY (k, v)",
            ".tables[map].constraints[PrimaryKey].columns"),
        change(
            "PRIMARY KEY (k)",
            "PRIMARY KEY (k DESC)",
            ".tables[map].constraints[PrimaryKey].particulars"),
        change(
            "CONSTRAINT code_once", "CONSTRAINT once", ".tables[parent].constraints[Unique].name"),
        change("CONSTRAINT code_once", "", ".tables[parent].constraints[Unique].name"),
        change("(code, made) ON", "(made, code) ON", ".tables[parent].constraints[Unique].columns"),
        change(
            "(code, made) ON",
            "(code, made COLLATE NOCASE) ON",
            ".tables[parent].constraints[Unique].particulars"),
        change("ON CONFLICT FAIL", "", ".tables[parent].constraints[Unique].particulars"),
        change(
            "CONSTRAINT code_once UNIQUE (code, made) ON CONFLICT FAIL,",
            "",
            ".tables[parent].constraints[Unique]"),
        change("amount > 0", "amount >= 0", ".tables[parent].constraints[Check].condition"),
        change("CONSTRAINT positive", "CONSTRAINT plus", ".tables[parent].constraints[Check].name"),
        change("CONSTRAINT child_of", "", ".tables[child].constraints[ForeignKey].name"),
        change("ON DELETE CASCADE", "", ".tables[child].constraints[ForeignKey].onDelete"),
        change(
            "ON DELETE CASCADE",
            "ON DELETE CASCADE ON UPDATE SET NULL",
            ".tables[child].constraints[ForeignKey].onUpdate"),
        change(
            "ON DELETE CASCADE",
            "ON DELETE CASCADE DEFERRABLE",
            ".tables[child].constraints[ForeignKey].deferral"),
        change(
            "ON DELETE CASCADE",
            "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED",
            ".tables[child].constraints[ForeignKey].deferral"),
        change(
            "parent (id)", "parent (code)", ".tables[child].constraints[ForeignKey].parentColumns"),
        change(
            "REFERENCES parent",
            "REFERENCES exact",
            ".tables[child].constraints[ForeignKey].parent"),
        change(
            "(i INTEGER PRIMARY KEY) STRICT", "(i INTEGER PRIMARY KEY)", ".tables[exact].options"),
        change("(i INTEGER PRIMARY KEY)", "(i INT PRIMARY KEY)", ".tables[exact].columns[i].type"),
        change(") WITHOUT ROWID", ")", ".tables[map].options"),
        change("CREATE INDEX ix", "CREATE UNIQUE INDEX ix", ".tables[parent].indexes[ix].unique"),
        change("ON parent (code,", "ON parent (code DESC,", ".tables[parent].indexes[ix].parts"),
        change(
            "ON parent (code,",
            "ON parent (code COLLATE BINARY,",
            ".tables[parent].indexes[ix].parts"),
        change("lower(made)", "upper(made)", ".tables[parent].indexes[ix].parts"),
        change("(code, lower(made))", "(lower(made), code)", ".tables[parent].indexes[ix].parts"),
        change("WHERE amount > 1", "WHERE amount > 2", ".tables[parent].indexes[ix].where"),
        change("WHERE amount > 1", "", ".tables[parent].indexes[ix].where"),
        change(
            "CREATE INDEX ix ON parent (code, lower(made)) WHERE amount > 1;",
            "",
            ".tables[parent].indexes[ix]"),
        change("SELECT id FROM", "SELECT code FROM", ".stored[v].definition"),
        change("AFTER INSERT", "BEFORE INSERT", ".stored[tr].definition"),
        change("SELECT 1;", "SELECT '1';", ".stored[tr].definition"),
        change("fts5(title, body)", "fts5(title)", ".stored[docs].definition"),
        change("CREATE VIEW v AS SELECT id FROM parent;", "", ".stored[v]"),
        change("CREATE TABLE exact (i INTEGER PRIMARY KEY) STRICT;", "", ".tables[exact]"));
  }

  private static Arguments change(String from, String to, String place) {
    return Arguments.of(from, to, place);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("changes")
  void one_change_is_one_difference(String from, String to, String place) {
    assertThat(SCHEMA).containsOnlyOnce(from);

    assertThat(Places.between(Schemas.of(SCHEMA), Schemas.of(SCHEMA.replace(from, to))))
        .containsExactly(place);
  }
}
