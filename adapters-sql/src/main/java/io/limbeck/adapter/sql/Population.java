package io.limbeck.adapter.sql;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Puts a row into each table that has none. What a CHECK wants is not understood: the values that
 * stand in it, and their neighbours, are tried.
 */
public final class Population {
  private static final int TRIES = 200;

  private final Connection connection;
  private final Schema schema;
  private final SampleValues values;
  private final String firstRow;

  /**
   * @param connection in no transaction
   */
  public Population(Connection connection, Schema schema) {
    this(connection, schema, "LIMIT 1");
  }

  /**
   * @param connection in no transaction
   * @param firstRow the words that end a query with its first row
   */
  public Population(Connection connection, Schema schema, String firstRow) {
    this.connection = connection;
    this.schema = schema;
    this.values = new SampleValues(schema.stored());
    this.firstRow = firstRow;
  }

  /** {@return the tables that still have no row, in the order of their names} */
  public List<Name> fill() throws SQLException {
    List<Table> empty = new ArrayList<>();
    SequencedMap<Name, Long> counts = counts();
    for (Table table : schema.tables()) {
      // What has another's columns has its rows from it.
      if (counts.getOrDefault(table.name(), 0L) == 0 && !table.columns().isEmpty()) {
        empty.add(table);
      }
    }
    boolean filled = true;
    while (filled) {
      filled = false;
      for (Table table : List.copyOf(empty)) {
        if (parentsHaveRows(table, empty) && fill(table)) {
          empty.remove(table);
          filled = true;
        }
      }
    }
    return empty.stream().map(Table::name).toList();
  }

  /** {@return how many rows each table has, in the order of their names} */
  public SequencedMap<Name, Long> counts() throws SQLException {
    SequencedMap<Name, Long> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Table table : schema.tables()) {
        try (ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM " + quoted(table.name()))) {
          rows.next();
          counts.put(table.name(), rows.getLong(1));
        }
      }
    }
    return counts;
  }

  private static boolean parentsHaveRows(Table table, List<Table> empty) {
    return table.constraints(ForeignKey.class).stream()
        .noneMatch(key ->
            !key.parent().equals(table.name())
                && empty.stream().anyMatch(other -> other.name().equals(key.parent())));
  }

  private boolean fill(Table table) throws SQLException {
    for (Map<Name, String> row : rows(table)) {
      String columns =
          row.keySet().stream().map(Population::quoted).collect(Collectors.joining(", "));
      String values = String.join(", ", row.values());
      String sql =
          row.isEmpty()
              ? "INSERT INTO %s DEFAULT VALUES".formatted(quoted(table.name()))
              : "INSERT INTO %s (%s) VALUES (%s)".formatted(quoted(table.name()), columns, values);
      if (isTaken(sql)) {
        return true;
      }
    }
    return false;
  }

  /** A row that is refused is not an error here: the next one is tried. */
  private boolean isTaken(String insert) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(insert) > 0;
    } catch (SQLException refusal) {
      return false;
    }
  }

  /** {@return rows to try, the likeliest first} */
  private List<Map<Name, String>> rows(Table table) {
    List<Map<Name, String>> rows = new ArrayList<>();
    rows.add(new LinkedHashMap<>());
    for (Column column : table.columns()) {
      if (column.generated().isEmpty() && column.identity().isEmpty()) {
        rows = withEach(rows, column.name(), candidates(table, column));
      }
    }
    Map<Name, String> least = new LinkedHashMap<>(rows.getFirst());
    least.keySet().removeIf(name -> !isNeeded(table, name));
    rows.add(least);
    return rows;
  }

  private static List<Map<Name, String>> withEach(
      List<Map<Name, String>> rows, Name column, List<String> values) {
    List<Map<Name, String>> wider = new ArrayList<>();
    for (String value : values) {
      for (Map<Name, String> row : rows) {
        if (wider.size() < TRIES) {
          Map<Name, String> one = new LinkedHashMap<>(row);
          one.put(column, value);
          wider.add(one);
        }
      }
    }
    return wider;
  }

  private static boolean isNeeded(Table table, Name name) {
    Column column = table.column(name).orElseThrow();
    return column.notNull() && column.defaultValue().isEmpty();
  }

  private List<String> candidates(Table table, Column column) {
    for (ForeignKey key : table.constraints(ForeignKey.class)) {
      int place = key.columns().indexOf(column.name());
      if (place >= 0) {
        return List.of(
            key.parent().equals(table.name())
                ? "NULL"
                : "(SELECT %s FROM %s %s)"
                    .formatted(
                        quoted(key.parentColumns().get(place)), quoted(key.parent()), firstRow));
      }
    }
    List<String> candidates = new ArrayList<>(values.of(column.type().sql()));
    for (Check check : table.constraints(Check.class)) {
      List<Token> tokens = Tokenizer.tokens(Source.of(check.condition().sql(), "a check"));
      if (tokens.stream().anyMatch(token -> token.isName() && isName(token, column))) {
        tokens.forEach(token -> candidates.addAll(SampleValues.near(token)));
      }
    }
    return candidates.stream().distinct().toList();
  }

  private static boolean isName(Token token, Column column) {
    return new Name(token.name()).equals(column.name());
  }

  private static String quoted(Name name) {
    return name.namespace().isEmpty()
        ? quoted(name.text())
        : quoted(name.namespace()) + "." + quoted(name.text());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
