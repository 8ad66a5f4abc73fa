package io.limbeck.adapter.postgresql.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A script that makes a small schema in which everything stands on everything: few names, so that
 * two of them have much in common. Each choice has its own source of chance, and in some of them a
 * variant differs.
 */
final class RandomScript {
  private static final int TABLES = 4;
  private static final int COLUMNS = 6;
  private static final Map<String, List<String>> DEFAULTS =
      Map.ofEntries(
          Map.entry("smallint", List.of("1", "-2")),
          Map.entry("integer", List.of("1", "-2", "nextval('free')", "twice(3)")),
          Map.entry("bigint", List.of("1", "(1 + 2)")),
          Map.entry("numeric(8,2)", List.of("1", "0.5")),
          Map.entry("text", List.of("'x'", "''", "upper('y')", "'it''s'")),
          Map.entry("text COLLATE \"C\"", List.of("'x'")),
          Map.entry("varchar(10)", List.of("'x'", "'1'")),
          Map.entry("boolean", List.of("true", "false")),
          Map.entry("timestamptz", List.of("now()", "'2024-01-01 00:00:00+00'")),
          Map.entry("mood", List.of("'fine'")),
          Map.entry("positive", List.of("5")));
  private static final List<String> TYPES =
      List.of(
          "smallint",
          "integer",
          "integer",
          "bigint",
          "numeric(8,2)",
          "text",
          "text",
          "text COLLATE \"C\"",
          "varchar(10)",
          "boolean",
          "timestamptz",
          "mood",
          "mood[]",
          "positive");

  private final long seed;
  private final long variant;
  private final int percentOther;
  private final List<String> statements = new ArrayList<>();
  private final SequencedMap<String, SequencedMap<String, String>> tables = new LinkedHashMap<>();
  private final Map<String, Set<String>> keys = new LinkedHashMap<>();

  private RandomScript(long seed, long variant, int percentOther) {
    this.seed = seed;
    this.variant = variant;
    this.percentOther = percentOther;
    ground();
    for (int i = 0; i < TABLES; i++) {
      if (happens(75, "table", i)) {
        table("t" + i);
      }
    }
    foreignKeys();
    above();
  }

  static String of(long seed) {
    return variant(seed, 0, 0);
  }

  /**
   * {@return a script like that of {@code seed}}
   *
   * @param percentOther how many choices are made anew
   */
  static String variant(long seed, long variant, int percentOther) {
    return String.join(";\n", new RandomScript(seed, variant, percentOther).statements) + ";\n";
  }

  private SplittableRandom chance(Object... of) {
    long place = seed * 31 + Objects.hash(of);
    boolean other = new SplittableRandom(place + variant).nextInt(100) < percentOther;
    return new SplittableRandom(other ? place - variant : place);
  }

  private boolean happens(int percent, Object... of) {
    return chance(of).nextInt(100) < percent;
  }

  private <T> T one(List<T> some, Object... of) {
    return some.get(chance(of).nextInt(some.size()));
  }

  private void ground() {
    statements.add(
        "CREATE TYPE mood AS ENUM (%s)"
            .formatted(
                one(
                    List.of(
                        "'sad', 'fine'",
                        "'fine', 'good'",
                        "'sad', 'fine', 'good'",
                        "'good', 'fine'"),
                    "mood")));
    statements.add(
        "CREATE DOMAIN positive AS integer CHECK (VALUE > %d)"
            .formatted(chance("positive").nextInt(2)));
    statements.add("CREATE SEQUENCE free INCREMENT BY %d".formatted(1 + chance("free").nextInt(2)));
    statements.add(
        "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE %s"
            .formatted(
                one(
                    List.of(
                        "sql IMMUTABLE AS 'SELECT n * 2'",
                        "sql IMMUTABLE AS 'SELECT n + n'",
                        "plpgsql IMMUTABLE AS 'BEGIN RETURN 2 * n; END'"),
                    "twice")));
    statements.add(
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN %s; END'"
            .formatted(one(List.of("NEW", "NULL"), "touch")));
  }

  private void table(String table) {
    SequencedMap<String, String> columns = new LinkedHashMap<>();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      String column = "c" + i;
      if (i == 0 || happens(60, "column", table, i)) {
        String type = i == 0 ? one(List.of("integer", "bigint"), "id", table) : type(table, column);
        String definition = definition(table, column, type, columns);
        items.add("%s %s".formatted(column, definition));
        boolean isComputed = definition.contains("GENERATED ALWAYS AS (");
        columns.put(
            column, isComputed ? definition.substring(definition.lastIndexOf(' ') + 1) : type);
      }
    }
    tables.put(table, columns);
    constraints(table, items);
    statements.add("CREATE TABLE %s (\n  %s\n)".formatted(table, String.join(",\n  ", items)));
    indexes(table);
  }

  private String type(String table, String column) {
    return one(TYPES, "type", table, column);
  }

  private String definition(
      String table, String column, String type, SequencedMap<String, String> earlier) {
    if (column.equals("c0")) {
      return one(
          List.of(
              type + " NOT NULL",
              type + " GENERATED ALWAYS AS IDENTITY",
              type + " GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 3)",
              type.equals("bigint") ? "bigserial" : "serial"),
          "counting",
          table);
    }
    List<String> numbers = ofTypes(earlier, "integer", "smallint");
    boolean computes = type.equals("integer") && !numbers.isEmpty();
    if (computes && happens(50, "computed", table, column)) {
      String from = one(numbers, "source", table, column);
      String kind = one(List.of("STORED", "VIRTUAL"), "kept", table, column);
      return "integer GENERATED ALWAYS AS (%s + %d) %s"
          .formatted(from, chance("plus", table, column).nextInt(3), kind);
    }
    String sql = type;
    List<String> values = DEFAULTS.getOrDefault(type, List.of());
    if (!values.isEmpty() && happens(40, "default", table, column)) {
      sql += " DEFAULT " + one(values, "value", table, column);
    }
    return happens(30, "not null", table, column) ? sql + " NOT NULL" : sql;
  }

  private static List<String> ofTypes(Map<String, String> columns, String... types) {
    List<String> wanted = List.of(types);
    return columns.entrySet().stream()
        .filter(column -> wanted.contains(column.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void constraints(String table, List<String> items) {
    List<String> columns = List.copyOf(columns(table).keySet());
    Set<String> known = new LinkedHashSet<>();
    keys.put(table, known);
    if (happens(80, "key", table)) {
      items.add(named("pk", table) + "PRIMARY KEY (c0)" + manner("key", table, columns));
      known.add("c0");
    }
    for (int i = 0; i < 2; i++) {
      String column = one(columns, "unique column", table, i);
      if (!isVirtual(table, column) && happens(40, "unique", table, i)) {
        String nulls = happens(30, "nulls", table, i) ? " NULLS NOT DISTINCT" : "";
        items.add("%sUNIQUE%s (%s)".formatted(named("uq" + i, table), nulls, column));
        known.add(column);
      }
      String checked = one(columns, "checked", table, i);
      if (happens(50, "check", table, i)) {
        items.add(named("ck" + i, table) + "CHECK (%s)".formatted(condition(table, checked, i)));
      }
    }
  }

  private String manner(String what, String table, List<String> columns) {
    List<String> last = columns.stream().skip(1).filter(name -> !isVirtual(table, name)).toList();
    return last.isEmpty() || !happens(20, what, "includes", table)
        ? ""
        : " INCLUDE (%s)".formatted(last.getFirst());
  }

  /** On a column that is computed when it is read, there can be no index. */
  private boolean isVirtual(String table, String column) {
    return columns(table).getOrDefault(column, "").equals("VIRTUAL");
  }

  private SequencedMap<String, String> columns(String table) {
    return Objects.requireNonNull(tables.get(table));
  }

  private String named(String constraint, String table) {
    return happens(50, "name", constraint, table)
        ? "CONSTRAINT n_%s%s_%d "
            .formatted(constraint, table, chance("called", constraint, table).nextInt(2))
        : "";
  }

  private String condition(String table, String column, Object... of) {
    String type = columns(table).getOrDefault(column, "");
    List<String> conditions =
        switch (type) {
          case "text", "varchar(10)", "text COLLATE \"C\"" ->
              List.of("%s IN ('x', 'y')", "length(%s) > 1", "%s <> ''", "%s LIKE 'a%%'");
          case "boolean" -> List.of("%s", "%s IS NOT NULL");
          case "timestamptz" -> List.of("%s > '2000-01-01 00:00:00+00'");
          case "mood" -> List.of("%s <> 'fine'", "%s IN ('fine')", "%s IS NOT NULL");
          case "mood[]" -> List.of("%s <> '{fine}'", "array_length(%s, 1) > 1");
          case "integer" -> List.of("%s > 0", "twice(%s) > 1", "%s BETWEEN 1 AND 5");
          default -> List.of("%s > 0", "%s IN (1, 2)");
        };
    return one(conditions, "condition", table, column, List.of(of)).formatted(column);
  }

  private void indexes(String table) {
    List<String> columns =
        columns(table).keySet().stream().filter(column -> !isVirtual(table, column)).toList();
    for (int i = 0; i < 3; i++) {
      String column = one(columns, "indexed", table, i);
      if (happens(50, "index", table, i)) {
        String key =
            switch (columns(table).getOrDefault(column, "")) {
              case "text" ->
                  one(
                      List.of(
                          "%s",
                          "lower(%s)", "(%s || 'x')", "%s COLLATE \"C\"", "%s text_pattern_ops"),
                      "expression",
                      table,
                      i);
              default -> "%s";
            };
        statements.add(
            "CREATE %sINDEX i%s_%d ON %s%s (%s)%s"
                .formatted(
                    happens(20, "unique index", table, i) ? "UNIQUE " : "",
                    table,
                    i,
                    table,
                    "",
                    key.formatted(column)
                        + one(List.of("", "", " DESC", " NULLS FIRST"), "order", table, i),
                    happens(30, "partial", table, i)
                        ? " WHERE "
                            + condition(table, one(columns, "partial column", table, i), "index", i)
                        : ""));
      }
    }
  }

  private void foreignKeys() {
    List<String> names = List.copyOf(tables.keySet());
    for (String table : names) {
      String parent = one(names, "parent", table);
      for (String key : keys.getOrDefault(parent, Set.of())) {
        List<String> columns = ofTypes(columns(table), columns(parent).getOrDefault(key, ""));
        if (!columns.isEmpty() && happens(60, "references", table, key)) {
          statements.add(
              "ALTER TABLE %s ADD %sFOREIGN KEY (%s) REFERENCES %s (%s)%s%s"
                  .formatted(
                      table,
                      named("fk" + key, table),
                      one(columns, "referencing", table, key),
                      parent,
                      key,
                      one(
                          List.of("", " ON DELETE CASCADE", " ON UPDATE RESTRICT"),
                          "action",
                          table,
                          key),
                      one(List.of("", " DEFERRABLE INITIALLY DEFERRED"), "deferral", table, key)));
        }
      }
    }
  }

  private void above() {
    List<String> relations = new ArrayList<>(tables.keySet());
    for (int i = 0; i < 4; i++) {
      if (!relations.isEmpty() && happens(60, "view", i)) {
        String from = one(relations, "from", i);
        String materialized = happens(30, "materialized", i) ? "MATERIALIZED " : "";
        statements.add(
            "CREATE %sVIEW v%d AS SELECT %s FROM %s"
                .formatted(materialized, i, selected(from, i), from));
        if (!materialized.isEmpty()) {
          statements.add("CREATE INDEX iv%d ON v%d (%s)".formatted(i, i, "c0"));
        }
        relations.add("v" + i);
      }
    }
    for (String table : tables.keySet()) {
      List<String> columns = List.copyOf(columns(table).keySet());
      if (happens(40, "trigger", table)) {
        String of = happens(50, "of", table) ? " OF " + one(columns, "of column", table) : "";
        statements.add(
            "CREATE TRIGGER g BEFORE UPDATE%s ON %s FOR EACH ROW EXECUTE FUNCTION touch()"
                .formatted(of, table));
      }
      if (happens(30, "comment", table)) {
        statements.add(
            "COMMENT ON TABLE %s IS 'about %d'"
                .formatted(table, chance("words", table).nextInt(2)));
        statements.add(
            "COMMENT ON COLUMN %s.%s IS 'a column'"
                .formatted(table, one(columns, "commented", table)));
      }
    }
  }

  private String selected(String from, int view) {
    if (!tables.containsKey(from)) {
      return "*";
    }
    List<String> columns = List.copyOf(columns(from).keySet());
    String other = one(columns, "selected", view);
    return other.equals("c0") ? one(List.of("c0", "*"), "all", view) : "c0, " + other;
  }
}
