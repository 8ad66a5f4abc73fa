package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.SqliteRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A table {@code t} with some of everything that SQLite knows, rows in it, and around it what must
 * not notice when it is altered: a parent, a child, indexes, triggers, views.
 */
final class RandomSchema {
  private static final List<String> NAMES =
      List.of("a", "\"b c\"", "[d]", "`e`", "ünï", "\"order\"", "f_1", "\"g \"\"h\"\"\"");
  private static final List<String> TYPES =
      List.of("INTEGER", "TEXT", "REAL", "NUMERIC", "BLOB", "VARCHAR (10)", "", "DOUBLE PRECISION");
  private static final List<String> STRICT_TYPES =
      List.of("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY");

  private final Random random;
  private final boolean strict;
  private final boolean withoutRowid;
  private final boolean lines;
  private final List<String> columns = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  RandomSchema(Random random) {
    this.random = random;
    this.strict = random.nextInt(4) == 0;
    this.withoutRowid = random.nextInt(4) == 0;
    this.lines = random.nextBoolean();
    table();
    surroundings();
  }

  /** {@return the columns that are not computed, as written in the definition} */
  List<String> columns() {
    return columns;
  }

  boolean isStrict() {
    return strict;
  }

  List<String> statements() {
    return statements;
  }

  /** {@return a database in memory with the schema and rows that all its constraints allow} */
  Connection load() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    SqliteRows.of(connection, "PRAGMA foreign_keys = ON");
    for (String statement : statements) {
      SqliteRows.of(connection, statement);
    }
    int rows = random.nextInt(30);
    for (int count = 0; count < rows; count++) {
      insert(connection);
    }
    SqliteRows.of(connection, "DELETE FROM log");
    if (random.nextBoolean()) {
      SqliteRows.of(connection, "ANALYZE");
    }
    SqliteRows.of(connection, "PRAGMA foreign_keys = OFF");
    return connection;
  }

  private void insert(Connection connection) throws SQLException {
    String values = columns.stream().map(column -> value()).collect(Collectors.joining(", "));
    try {
      SqliteRows.of(
          connection,
          "INSERT INTO t (%s) VALUES (%s)".formatted(String.join(", ", columns), values));
    } catch (SQLException violates) {
      // One row fewer: what it breaks is for the constraints to say.
      return;
    }
  }

  /** {@return a value as SQL; those that parents have are among them} */
  String value() {
    return switch (random.nextInt(9)) {
      case 0 -> "NULL";
      case 1, 2 -> String.valueOf(random.nextInt(1, 6));
      case 3 -> String.valueOf(random.nextInt(-1000, 1000));
      case 4 -> String.valueOf(random.nextInt(1000) / 8.0);
      case 5 -> "x'%04x'".formatted(random.nextInt(0xFFFF));
      case 6 -> "'p%d'".formatted(random.nextInt(1, 6));
      case 7 -> "'%d'".formatted(random.nextInt(1, 2000));
      default -> "'It''s %s'".formatted(Integer.toString(random.nextInt(100_000), 36));
    };
  }

  private void table() {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    int count = random.nextInt(2, 6);
    int key = random.nextInt(withoutRowid ? 2 : 5);
    for (int index = 0; index < count; index++) {
      String name = names.get(index);
      columns.add(name);
      items.add(index == 0 && key < 2 ? keyColumn(name, key) : column(name));
    }
    for (int index = 0; index < random.nextInt(3); index++) {
      items.add(generated(names.get(count + index)));
    }
    if (key == 2) {
      items.add("PRIMARY KEY (%s, %s)".formatted(columns.get(1), columns.get(0)));
    }
    for (int index = 0; index < random.nextInt(4); index++) {
      items.add(tableConstraint(index));
    }
    String options =
        List.of("", " STRICT", " WITHOUT ROWID", " WITHOUT ROWID, STRICT")
            .get((strict ? 1 : 0) + (withoutRowid ? 2 : 0));
    statements.add(
        "CREATE TABLE t (%s%s%s)%s"
            .formatted(
                lines ? "\n  " : "", String.join(separator(), items), lines ? "\n" : "", options));
  }

  private String separator() {
    return lines
        ? List.of(",\n  ", ", -- a comment, with )\n  ", "\n  , ", " /* and */,\n  ")
            .get(random.nextInt(4))
        : List.of(", ", ",", " , ", ", /* here */ ").get(random.nextInt(4));
  }

  private String keyColumn(String name, int kind) {
    if (kind == 0 && !withoutRowid) {
      return name
          + " INTEGER "
          + (random.nextBoolean() ? "CONSTRAINT t_pk " : "")
          + "PRIMARY KEY"
          + (random.nextBoolean() ? " AUTOINCREMENT" : "");
    }
    return name
        + " "
        + type()
        + (strict ? "" : " COLLATE NOCASE")
        + " PRIMARY KEY ON CONFLICT ABORT";
  }

  private String type() {
    List<String> types = strict ? STRICT_TYPES : TYPES;
    return types.get(random.nextInt(types.size()));
  }

  private String column(String name) {
    StringBuilder column = new StringBuilder(name).append(' ').append(type());
    List<String> constraints =
        new ArrayList<>(
            List.of(
                "NOT NULL",
                "CONSTRAINT \"nn %s\" NOT NULL ON CONFLICT ABORT"
                    .formatted(name.hashCode() & Integer.MAX_VALUE),
                strict ? "DEFAULT NULL" : "DEFAULT 5",
                strict ? "DEFAULT (NULL)" : "DEFAULT (lower('ABC') || 1)",
                "UNIQUE",
                "UNIQUE ON CONFLICT IGNORE",
                "CHECK (length(%s) < 40)".formatted(name),
                "CHECK(%s IS NOT 'bad')".formatted(name),
                "COLLATE NOCASE",
                "REFERENCES p (id) ON DELETE CASCADE",
                "REFERENCES p (code) ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED"));
    Collections.shuffle(constraints, random);
    for (int index = 0; index < random.nextInt(4); index++) {
      column.append(random.nextInt(8) == 0 ? " /* ) */ " : " ").append(constraints.get(index));
    }
    return column.toString();
  }

  private String generated(String name) {
    return "%s %s AS (%s || 'x')%s"
        .formatted(
            name,
            strict ? "TEXT" : type(),
            columns.get(random.nextInt(columns.size())),
            List.of("", " VIRTUAL", " STORED", " STORED UNIQUE").get(random.nextInt(4)));
  }

  private String tableConstraint(int number) {
    String one = columns.get(random.nextInt(columns.size()));
    String other = columns.get(random.nextInt(columns.size()));
    return switch (random.nextInt(4)) {
      case 0 -> "CONSTRAINT ck%d CHECK (t.%s IS NOT 'bad' OR %s > 0)".formatted(number, one, other);
      case 1 -> "CHECK (%s IS NOT 'worse')".formatted(one);
      case 2 -> "CONSTRAINT uq%d UNIQUE (%s)".formatted(number, one);
      default -> "FOREIGN KEY (%s) REFERENCES p (code)".formatted(one);
    };
  }

  private void surroundings() {
    statements.add(0, "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE)");
    statements.add(1, "INSERT INTO p VALUES (1, 'p1'), (2, 'p2'), (3, 'p3'), (4, '4'), (5, 'p5')");
    statements.add("CREATE TABLE log (entry TEXT)");
    for (String event : List.of("INSERT", "UPDATE", "DELETE")) {
      statements.add(
          "CREATE TRIGGER t_%1$s AFTER %1$s ON t BEGIN INSERT INTO log VALUES ('%1$s'); END"
              .formatted(event));
    }
    statements.add("CREATE VIEW everything AS SELECT * FROM t");
    String column = columns.get(random.nextInt(columns.size()));
    switch (random.nextInt(4)) {
      case 0 -> statements.add("CREATE VIEW some AS SELECT %s AS it FROM t".formatted(column));
      case 1 ->
          statements.add(
              "CREATE TRIGGER writer AFTER INSERT ON p BEGIN UPDATE t SET %s = NEW.code; END"
                  .formatted(column));
      case 2 -> {
        statements.add("CREATE UNIQUE INDEX key_of_c ON t (%s)".formatted(column));
        statements.add("CREATE TABLE c (x REFERENCES t (%s) ON DELETE CASCADE)".formatted(column));
      }
      default -> {}
    }
    for (int index = 0; index < random.nextInt(4); index++) {
      String indexed = columns.get(random.nextInt(columns.size()));
      statements.add(
          List.of(
                  "CREATE INDEX i%d ON t (%s DESC)",
                  "CREATE UNIQUE INDEX i%d ON t (%s) WHERE %2$s IS NOT NULL",
                  "CREATE INDEX i%d ON t (lower(%s))")
              .get(random.nextInt(3))
              .formatted(index, indexed));
    }
  }
}
