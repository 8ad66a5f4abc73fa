package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.SqliteRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ALTER TABLE statements on the table of a {@link RandomSchema}; many of them cannot be done. */
final class RandomAlter {
  private final Random random;
  private final RandomSchema schema;
  private int number;

  RandomAlter(Random random, RandomSchema schema) {
    this.random = random;
    this.schema = schema;
  }

  /** A statement, and the one that takes it back. */
  record Pair(String statement, String inverse) {}

  /** {@return a statement of one to three actions} */
  String statement() {
    return "ALTER TABLE t "
        + Stream.generate(this::action)
            .limit(random.nextInt(8) == 0 ? 3 : 1)
            .collect(Collectors.joining(", "));
  }

  private String action() {
    String column = column();
    number++;
    return switch (random.nextInt(20)) {
      case 0 -> "ADD COLUMN n%d %s DEFAULT %s".formatted(number, type(), schema.value());
      case 1 -> "ADD COLUMN n%d %s NOT NULL DEFAULT (random())".formatted(number, type());
      case 2 -> "ADD COLUMN n%d %s REFERENCES p (id)".formatted(number, type());
      case 3 -> "ADD COLUMN n%d TEXT AS (%s || 'y') STORED".formatted(number, column);
      case 4 -> "ADD COLUMN n%d INTEGER PRIMARY KEY".formatted(number);
      case 5, 6 -> "DROP COLUMN " + column;
      case 7 -> "ALTER %s SET NOT NULL".formatted(column);
      case 8 -> "ALTER COLUMN %s DROP NOT NULL".formatted(column);
      case 9 -> "ALTER %s SET DEFAULT %s".formatted(column, schema.value());
      case 10 -> "ALTER %s DROP DEFAULT".formatted(column);
      case 11 -> "ALTER %s TYPE %s".formatted(column, type());
      case 12 -> "ALTER %s SET DATA TYPE %s USING %s".formatted(column, type(), schema.value());
      case 13 ->
          "ADD CONSTRAINT ck_n%d CHECK (%s IS NOT %s)".formatted(number, column, schema.value());
      case 14 -> "ADD CONSTRAINT uq_n%d UNIQUE (%s)".formatted(number, column);
      case 15 -> "ADD PRIMARY KEY (%s, %s)".formatted(column, column());
      case 16 -> "ADD FOREIGN KEY (%s) REFERENCES p".formatted(column);
      case 17 -> "DROP CONSTRAINT " + constraint();
      case 18 -> "RENAME CONSTRAINT %s TO rn%d".formatted(constraint(), number);
      default -> "ADD CONSTRAINT pk_n%d PRIMARY KEY (%s)".formatted(number, column);
    };
  }

  private String constraint() {
    List<String> names =
        List.of("ck0", "uq0", "ck1", "uq1", "t_pk", "t_pkey", "t_a_key", "t_a_check", "t_check");
    return names.get(random.nextInt(names.size()));
  }

  /** {@return a statement that can be taken back, by what the table is now} */
  Pair pair(Connection connection) throws SQLException {
    number++;
    String column = column();
    String quoted =
        new Sql(connection).text("SELECT quote(%s)".formatted(literal(column))).orElseThrow();
    List<List<Object>> facts =
        SqliteRows.of(
            connection,
            "SELECT \"notnull\", dflt_value, type, pk FROM pragma_table_info('t') WHERE name = "
                + quoted);
    if (facts.isEmpty()) {
      return added(
          "ADD COLUMN n%d %s DEFAULT %s".formatted(number, type(), schema.value()), "COLUMN n");
    }
    boolean notNull = facts.getFirst().get(0).equals(1L);
    Object value = facts.getFirst().get(1);
    boolean defaulted = !value.equals(SqliteRows.NULL);
    String alter = "ALTER TABLE t ALTER %s ".formatted(column);
    return switch (random.nextInt(8)) {
      case 0 ->
          added(
              "ADD COLUMN n%d %s DEFAULT %s".formatted(number, type(), schema.value()), "COLUMN n");
      case 1 ->
          added(
              "ADD CONSTRAINT n%d CHECK (%s IS NOT 'gone')".formatted(number, column),
              "CONSTRAINT n");
      case 2 -> added("ADD CONSTRAINT n%d UNIQUE (%s)".formatted(number, column), "CONSTRAINT n");
      case 3 ->
          added(
              "ADD CONSTRAINT n%d FOREIGN KEY (%s) REFERENCES p".formatted(number, column),
              "CONSTRAINT n");
      case 4 ->
          notNull
              ? new Pair(alter + "DROP NOT NULL", alter + "SET NOT NULL")
              : new Pair(alter + "SET NOT NULL", alter + "DROP NOT NULL");
      case 5 ->
          new Pair(
              alter + "SET DEFAULT " + schema.value(),
              defaulted ? alter + "SET DEFAULT " + inverse(value) : alter + "DROP DEFAULT");
      case 6 ->
          defaulted
              ? new Pair(alter + "DROP DEFAULT", alter + "SET DEFAULT " + inverse(value))
              : new Pair(alter + "SET DEFAULT (1 + 2)", alter + "DROP DEFAULT");
      default ->
          new Pair(
              "ALTER TABLE t RENAME COLUMN %s TO n%d".formatted(column, number),
              "ALTER TABLE t RENAME COLUMN n%d TO %s".formatted(number, column));
    };
  }

  // SQLite tells a default without the parentheses around it.
  private static String inverse(Object value) {
    return value.toString().matches("-?[0-9.]+|NULL|'.*'|x'.*'")
        ? value.toString()
        : "(" + value + ")";
  }

  private Pair added(String action, String kind) {
    return new Pair("ALTER TABLE t " + action, "ALTER TABLE t DROP " + kind + number);
  }

  private String literal(String column) {
    String name =
        switch (column.charAt(0)) {
          case '"' -> column.substring(1, column.length() - 1).replace("\"\"", "\"");
          case '[', '`' -> column.substring(1, column.length() - 1);
          default -> column;
        };
    return "'" + name.replace("'", "''") + "'";
  }

  private String column() {
    return schema.columns().get(random.nextInt(schema.columns().size()));
  }

  private String type() {
    List<String> types =
        schema.isStrict()
            ? List.of("INTEGER", "TEXT", "ANY")
            : List.of("INTEGER", "TEXT", "REAL", "BLOB", "VARCHAR(20)", "NUMERIC");
    return types.get(random.nextInt(types.size()));
  }
}
