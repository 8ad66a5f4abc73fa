package io.limbeck.adapter.h2.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * The DDL of a small schema in which much stands on each other: few names, so that two of them have
 * much in common. Each choice has its own source of chance, and in some of them a variant differs.
 */
final class RandomDdl {
  private static final List<String> TABLES = List.of("flows", "\"Runs\"", "keys_of", "\"order\"");
  private static final List<String> COLUMNS =
      List.of("a", "\"b c\"", "\"value\"", "today", "\"Mixed\"");
  private static final List<String> TYPES =
      List.of(
          "INTEGER",
          "BIGINT",
          "VARCHAR(20)",
          "TEXT",
          "NUMERIC(10, 2)",
          "DOUBLE PRECISION",
          "BOOLEAN",
          "TIMESTAMP WITH TIME ZONE",
          "TIMESTAMP(3)",
          "DATE",
          "UUID",
          "JSON",
          "VARBINARY(30)",
          "ENUM('x', 'y')",
          "INTEGER ARRAY[5]");

  private final long seed;
  private final long variant;
  private final int percentOther;
  private final List<String> statements = new ArrayList<>();
  // What foreign keys can reference: tables and the column that is their key.
  private final SequencedMap<String, String> keys = new LinkedHashMap<>();

  private RandomDdl(long seed, long variant, int percentOther) {
    this.seed = seed;
    this.variant = variant;
    this.percentOther = percentOther;
  }

  static String of(long seed) {
    return new RandomDdl(seed, 0, 0).script();
  }

  /**
   * {@return a schema like that of {@code seed}}
   *
   * @param percentOther how many choices are made anew
   */
  static String variant(long seed, long variant, int percentOther) {
    return new RandomDdl(seed, variant, percentOther).script();
  }

  // Not Random: that gives nearly the same for seeds that are nearly the same.
  private SplittableRandom chance(Object... of) {
    long place = seed * 31 + Objects.hash(of);
    boolean other = new SplittableRandom(place + variant).nextInt(100) < percentOther;
    return new SplittableRandom(other ? place - variant : place);
  }

  private boolean happens(int percent, Object... of) {
    return chance(of).nextInt(100) < percent;
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private String script() {
    List<String> made = TABLES.stream().filter(table -> happens(75, "table", table)).toList();
    made.forEach(this::table);
    for (int view = 0; view < 2 && !made.isEmpty(); view++) {
      if (happens(50, "view", view)) {
        String from = view == 1 && statements.getLast().contains("VIEW v0") ? "v0" : source(made);
        statements.add("CREATE VIEW v%d AS SELECT * FROM %s".formatted(view, from));
      }
    }
    if (!made.isEmpty() && happens(40, "trigger")) {
      statements.add(
          "CREATE TRIGGER noted BEFORE INSERT ON %s FOR EACH ROW CALL '%s'"
              .formatted(one(made, chance("triggered")), SilentTrigger.class.getName()));
    }
    return String.join(";\n", statements) + ";\n";
  }

  private String source(List<String> tables) {
    return one(tables, chance("source"));
  }

  private void table(String table) {
    List<String> items = new ArrayList<>();
    items.add("id INTEGER NOT NULL");
    List<String> columns = new ArrayList<>();
    for (String column : COLUMNS) {
      if (happens(60, "column", table, column)) {
        items.add(column + " " + definition(table, column));
        columns.add(column);
      }
    }
    if (happens(80, "key", table)) {
      items.add(named("key", table) + "PRIMARY KEY (id)");
      keys.put(table, "id");
    }
    if (happens(40, "count", table)) {
      items.add("n INTEGER DEFAULT " + chance("count's default", table).nextInt(3));
      items.add("twice INTEGER GENERATED ALWAYS AS (n * %d)".formatted(factor(table)));
      if (happens(60, "check", table)) {
        items.add(named("check", table) + "CHECK (n > %d)".formatted(factor(table)));
      }
      if (happens(40, "unique", table)) {
        items.add(named("unique", table) + "UNIQUE (n)");
      }
    }
    if (!keys.isEmpty() && happens(60, "references", table)) {
      SplittableRandom random = chance("parent", table);
      String parent = one(List.copyOf(keys.keySet()), random);
      items.add("parent INTEGER");
      columns.add("parent");
      items.add(
          named("reference", table)
              + "FOREIGN KEY (parent) REFERENCES %s (%s)%s"
                  .formatted(
                      parent,
                      keys.get(parent),
                      one(List.of("", " ON DELETE CASCADE", " ON UPDATE SET NULL"), random)));
    }
    statements.add("CREATE TABLE %s (%s)".formatted(table, String.join(", ", items)));
    for (String column : columns) {
      if (happens(25, "index", table, column) && !isLarge(table, column)) {
        SplittableRandom random = chance("indexed", table, column);
        statements.add(
            "CREATE %sINDEX ix%d ON %s (%s%s)"
                .formatted(
                    random.nextInt(4) == 0 ? "UNIQUE " : "",
                    statements.size(),
                    table,
                    column,
                    random.nextBoolean() ? " DESC" : ""));
      }
    }
  }

  private int factor(String table) {
    return chance("factor", table).nextInt(3);
  }

  private String definition(String table, String column) {
    return type(table, column) + (happens(30, "not null", table, column) ? " NOT NULL" : "");
  }

  private String type(String table, String column) {
    return one(TYPES, chance("type", table, column));
  }

  private boolean isLarge(String table, String column) {
    return !column.equals("parent") && type(table, column).equals("JSON");
  }

  private String named(String what, String table) {
    SplittableRandom random = chance("name", what, table);
    return random.nextBoolean()
        ? ""
        : "CONSTRAINT %s%d%s "
            .formatted(what, random.nextInt(2), table.replaceAll("\\W", ""))
            .replace("key", "k");
  }
}
