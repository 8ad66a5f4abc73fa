package io.limbeck;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A few tables that reference each other, with rows of every type; the same for the same seed.
 * Values are spelled as they come back to SQLite from a stricter database.
 */
final class RandomTables {
  private static final int MOST_ROWS = 12;

  private final Random random;
  private final List<Made> tables = new ArrayList<>();

  /** A type, and a value of it as SQL of SQLite. */
  private enum Type {
    BOOLEAN("BOOLEAN") {
      @Override
      String value(Random random) {
        return String.valueOf(random.nextInt(2));
      }
    },
    SMALL("SMALLINT") {
      @Override
      String value(Random random) {
        return String.valueOf(random.nextInt(65536) - 32768);
      }
    },
    BIG("BIGINT") {
      @Override
      String value(Random random) {
        return String.valueOf(random.nextLong());
      }
    },
    DECIMAL("NUMERIC(10, 2)") {
      @Override
      String value(Random random) {
        return "%d.%d5".formatted(random.nextInt(10_000), random.nextInt(10));
      }
    },
    DOUBLE("DOUBLE PRECISION") {
      @Override
      String value(Random random) {
        return String.valueOf(random.nextDouble() - 0.5);
      }
    },
    TEXT("VARCHAR(12)") {
      @Override
      String value(Random random) {
        String text =
            random
                .ints(random.nextInt(6), 0, 5)
                .mapToObj(part -> List.of("a", "é", "😀", "''", "\n").get(part))
                .collect(Collectors.joining());
        return "'" + text + "'";
      }
    },
    BYTES("BLOB") {
      @Override
      String value(Random random) {
        return "X'%016x'".formatted(random.nextLong());
      }
    },
    DATE("DATE") {
      @Override
      String value(Random random) {
        return "'%04d-0%d-1%d'"
            .formatted(1 + random.nextInt(3000), 1 + random.nextInt(9), random.nextInt(10));
      }
    },
    TIMESTAMP("TIMESTAMP") {
      @Override
      String value(Random random) {
        return "'2024-02-29 1%d:00:00.%06d'"
            .formatted(random.nextInt(10), random.nextInt(1_000_000));
      }
    },
    MOMENT("TIMESTAMP WITH TIME ZONE") {
      @Override
      String value(Random random) {
        return TIMESTAMP.value(random);
      }
    },
    JSON("JSON") {
      @Override
      String value(Random random) {
        return List.of("'{}'", "'[1,{\"b\":\"é\"}]'", "'\"x\"'", "'null'", "'7'")
            .get(random.nextInt(5));
      }
    },
    UUID("UUID") {
      @Override
      String value(Random random) {
        return "'" + new java.util.UUID(random.nextLong(), random.nextLong()) + "'";
      }
    };

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    abstract String value(Random random);
  }

  /** A reference to the key of a table; a column {@code r<number>}. */
  private record Reference(int number, int table, boolean needed) {}

  /**
   * @param keyed whether it has a primary key
   * @param references those of a table without a key are never filled in later
   */
  private record Made(
      int number, boolean keyed, List<Type> types, List<Reference> references, List<String> rows) {
    String name() {
      return "t" + number;
    }
  }

  RandomTables(long seed) {
    this.random = new Random(seed * 7919);
    int count = 1 + random.nextInt(5);
    for (int number = 0; number < count; number++) {
      List<Type> types =
          random
              .ints(random.nextInt(6), 0, Type.values().length)
              .mapToObj(type -> Type.values()[type])
              .toList();
      tables.add(new Made(number, true, types, new ArrayList<>(), new ArrayList<>()));
    }
    for (Made table : tables) {
      for (int number = 0; number < random.nextInt(3); number++) {
        boolean needed = random.nextInt(5) == 0;
        int parent = random.nextInt(count);
        // A row that needs one of its own kind would have to come in the order of its references.
        table.references().add(new Reference(number, parent, needed && parent != table.number()));
      }
    }
    // Nothing references it, and its rows have nothing to be told apart by.
    tables.add(
        new Made(
            count,
            false,
            List.of(Type.TEXT, Type.BOOLEAN),
            List.of(new Reference(0, random.nextInt(count), false)),
            new ArrayList<>()));
    int[] sizes = tables.stream().mapToInt(table -> 1 + random.nextInt(MOST_ROWS)).toArray();
    for (Made table : tables) {
      for (int id = 1; id <= sizes[table.number()]; id++) {
        table.rows().add(row(table, id, sizes));
      }
    }
  }

  private String row(Made table, int id, int[] sizes) {
    List<String> values = new ArrayList<>();
    if (table.keyed()) {
      values.add(String.valueOf(id));
    }
    for (Type type : table.types()) {
      values.add(random.nextInt(5) == 0 ? "NULL" : type.value(random));
    }
    for (Reference reference : table.references()) {
      boolean empty = !reference.needed() && random.nextInt(3) == 0;
      values.add(empty ? "NULL" : String.valueOf(1 + random.nextInt(sizes[reference.table()])));
    }
    return "INSERT INTO %s VALUES (%s)".formatted(table.name(), String.join(", ", values));
  }

  /** {@return the statements that make the tables in SQLite} */
  List<String> ofSqlite() {
    return tables.stream()
        .map(table ->
            "CREATE TABLE %s (%s)"
                .formatted(
                    table.name(),
                    columns(table)
                        + table.references().stream()
                            .map(reference -> ", " + foreignKey(reference))
                            .collect(Collectors.joining())))
        .toList();
  }

  /** {@return the statements that make the same tables in H2} */
  List<String> ofH2() {
    List<String> statements = new ArrayList<>();
    tables.forEach(
        table -> statements.add("CREATE TABLE %s (%s)".formatted(table.name(), columns(table))));
    tables.forEach(table ->
        table
            .references()
            .forEach(reference ->
                statements.add(
                    "ALTER TABLE %s ADD %s".formatted(table.name(), foreignKey(reference)))));
    return statements;
  }

  private static String columns(Made table) {
    List<String> columns = new ArrayList<>();
    if (table.keyed()) {
      columns.add("id INTEGER NOT NULL PRIMARY KEY");
    }
    for (int number = 0; number < table.types().size(); number++) {
      columns.add("c%d %s".formatted(number, table.types().get(number).sql));
    }
    for (Reference reference : table.references()) {
      columns.add(
          "r%d INTEGER%s".formatted(reference.number(), reference.needed() ? " NOT NULL" : ""));
    }
    return String.join(", ", columns);
  }

  private static String foreignKey(Reference reference) {
    return "FOREIGN KEY (r%d) REFERENCES t%d (id)".formatted(reference.number(), reference.table());
  }

  /** {@return the rows, as statements of SQLite} */
  List<String> rows() {
    return tables.stream().flatMap(table -> table.rows().stream()).toList();
  }

  /** {@return queries of SQLite that tell all rows of a table, each value with what it is} */
  List<String> queries() {
    return tables.stream()
        .map(table -> {
          List<String> columns = new ArrayList<>();
          if (table.keyed()) {
            columns.add("id");
          }
          for (int number = 0; number < table.types().size(); number++) {
            columns.add("quote(c%d)".formatted(number));
          }
          table.references().forEach(reference -> columns.add("r" + reference.number()));
          return "SELECT %s FROM %s ORDER BY 1, 2, 3"
              .formatted(
                  columns.isEmpty() ? "1" : String.join(", ", columns) + ", 0, 0", table.name());
        })
        .toList();
  }

  /** {@return whether needed references lead from a table back to it} */
  boolean hasCircleThatCannotBeEmpty() {
    List<Made> left = new ArrayList<>(tables);
    boolean found = true;
    while (found) {
      List<Integer> numbers = left.stream().map(Made::number).toList();
      found =
          left.removeIf(table ->
              table.references().stream()
                  .filter(Reference::needed)
                  .noneMatch(reference -> numbers.contains(reference.table())));
    }
    return !left.isEmpty();
  }
}
