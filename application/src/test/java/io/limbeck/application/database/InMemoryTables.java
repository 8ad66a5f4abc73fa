package io.limbeck.application.database;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables whose rows have one value, moved by the few statements that tests need; any other
 * statement is kept as run and does nothing, but {@code fail} fails.
 */
final class InMemoryTables {
  private static final Pattern CREATE = pattern("CREATE TABLE (\\S+) ?\\((.*)\\)");
  private static final Pattern COLUMN =
      pattern("(\\w+) ([^,()]+?(?:\\([^)]*\\))?)( NOT NULL)?(?:,|$)");
  private static final Pattern DROP = pattern("DROP TABLE (IF EXISTS )?(\\S+)");
  private static final Pattern DROP_COLUMN = pattern("ALTER TABLE (\\S+) DROP COLUMN (\\S+)");
  private static final Pattern INSERT = pattern("INSERT INTO (\\S+) .*?VALUES ?\\('(.*)'\\)");

  private final SequencedMap<String, List<String>> rows = new LinkedHashMap<>();
  private final Map<String, List<Column>> columns = new HashMap<>();
  private final List<String> executed = new ArrayList<>();

  InMemoryTables copy() {
    InMemoryTables copy = new InMemoryTables();
    rows.forEach((name, values) -> copy.rows.put(name, new ArrayList<>(values)));
    copy.columns.putAll(columns);
    copy.executed.addAll(executed);
    return copy;
  }

  /** {@return the statements that ran, in order} */
  List<String> executed() {
    return List.copyOf(executed);
  }

  boolean isEmpty() {
    return rows.isEmpty() && executed.isEmpty();
  }

  List<String> names() {
    return rows.keySet().stream().sorted().toList();
  }

  boolean has(String table) {
    return rows.containsKey(name(table));
  }

  /** {@return the rows of a table that is there, to be read and changed} */
  List<String> rows(String table) {
    List<String> found = rows.get(name(table));
    if (found == null) {
      throw new Refusal("no such table: " + table);
    }
    return found;
  }

  void create(String table) {
    if (rows.putIfAbsent(name(table), new ArrayList<>()) != null) {
      throw new Refusal("table %s already exists".formatted(table));
    }
  }

  void execute(String sql) {
    Matcher create = CREATE.matcher(sql);
    Matcher drop = DROP.matcher(sql);
    Matcher insert = INSERT.matcher(sql);
    if (sql.equalsIgnoreCase("fail")) {
      throw new Refusal("near \"fail\": syntax error");
    } else if (create.matches()) {
      create(create.group(1));
      columns.put(name(create.group(1)), columns(create.group(2)));
    } else if (drop.matches()) {
      if (drop.group(1) == null || has(drop.group(2))) {
        rows(drop.group(2)).clear();
        rows.remove(name(drop.group(2)));
      }
    } else if (insert.matches()) {
      rows(insert.group(1)).add(insert.group(2));
    }
    executed.add(sql);
  }

  /** {@return tables and columns: nothing else is known here} */
  Schema schema() {
    return new Schema(
        rows.keySet().stream()
            .map(table ->
                new Table(
                    new Name(table),
                    columns.getOrDefault(table, List.of()),
                    List.of(),
                    List.of(),
                    List.of()))
            .toList(),
        List.of());
  }

  private static List<Column> columns(String definitions) {
    return COLUMN.matcher(definitions).results().map(InMemoryTables::column).toList();
  }

  private static Column column(MatchResult definition) {
    String type = definition.group(2).toUpperCase(Locale.ROOT);
    return new Column(
        new Name(definition.group(1)),
        new Expression(type, type),
        definition.group(3) != null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private boolean hasColumn(String table, String column) {
    return columns.getOrDefault(name(table), List.of()).stream()
        .anyMatch(each -> each.name().equals(new Name(column)));
  }

  /** {@return what a list of statements would take away} */
  List<Loss> losses(List<String> statements) {
    SequencedMap<String, Loss> losses = new LinkedHashMap<>();
    for (String sql : statements) {
      Matcher drop = DROP.matcher(sql);
      Matcher dropColumn = DROP_COLUMN.matcher(sql);
      if (drop.matches()) {
        lose(losses, drop.group(2), Optional.empty());
      } else if (dropColumn.matches() && hasColumn(dropColumn.group(1), dropColumn.group(2))) {
        lose(losses, dropColumn.group(1), Optional.of(dropColumn.group(2)));
      }
    }
    return List.copyOf(losses.values());
  }

  private void lose(SequencedMap<String, Loss> losses, String table, Optional<String> column) {
    if (has(table) && !rows(table).isEmpty()) {
      losses.put(name(table), new Loss(table, column, rows(table).size()));
    }
  }

  private static String name(String table) {
    return table.toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** What a database says to a statement it cannot run. */
  static final class Refusal extends RuntimeException {
    private final String reason;

    Refusal(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
