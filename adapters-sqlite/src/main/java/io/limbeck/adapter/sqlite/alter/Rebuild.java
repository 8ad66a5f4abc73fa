package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateIndex;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a table's rows into a new one, and then lets the two change their roots: in SQLite's
 * schema the old table's row, and those of its indexes, point to the new content, and the new
 * table's rows to the old content, which is dropped with them. So nothing that refers to the table
 * ever sees another name: triggers, views, foreign keys of other tables, the AUTOINCREMENT counter
 * and the statistics of its indexes stay as they are because nobody touches them.
 */
final class Rebuild {
  private static final int ROWS_AT_A_TIME = 10_000;

  private final Sql sql;
  private final TableRow table;
  private final Shape shape;
  private final Shape wanted;
  private final Reshaping reshaping;
  private final AlterListener listener;
  private final Violations violations;
  private final TableRow copy;

  Rebuild(
      Sql sql,
      TableRow table,
      Shape shape,
      Shape wanted,
      Reshaping reshaping,
      AlterListener listener,
      Violations violations)
      throws SQLException {
    this.sql = sql;
    this.table = table;
    this.shape = shape;
    this.wanted = wanted;
    this.reshaping = reshaping;
    this.listener = listener;
    this.violations = violations;
    this.copy = table.named(freeName());
  }

  void carryOut() throws SQLException {
    List<Index> indexes = indexes();
    try {
      sql.execute(TableText.of(reshaping.after()).under(copy.schema(), copy.name()));
      copyRows();
      for (Index index : indexes) {
        sql.execute(
            CreateIndex.parse(index.sql()).under(table.schema(), index.copy(), copy.name()));
      }
    } catch (SQLException refusal) {
      throw violations.explained(refusal, copy.name());
    }
    long sequence = sequence();
    swap(indexes);
    sql.execute("DROP TABLE " + copy.qualified());
    keepSequence(sequence);
  }

  /** An index made with CREATE INDEX, and what its twin on the new table is called. */
  private record Index(Name name, Name copy, String sql) {}

  private List<Index> indexes() throws SQLException {
    List<Index> indexes = new ArrayList<>();
    record Row(Name name, String sql) {}
    for (Row row :
        sql.list(
            "SELECT name, sql FROM %s WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?"
                    .formatted(table.catalogue())
                + " COLLATE NOCASE ORDER BY rowid",
            found -> new Row(new Name(found.getString(1)), found.getString(2)),
            table.name().text())) {
      Name twin = new Name("%s_%d".formatted(copy.name(), indexes.size() + 1));
      indexes.add(new Index(row.name(), twin, row.sql()));
    }
    return indexes;
  }

  /**
   * Copies by INSERT .. SELECT, which keeps every value as it is stored but for the affinity of its
   * column. OR ABORT goes before an ON CONFLICT of the table, which could swallow rows; conditions
   * that rows broke before are not this statement's business, and new ones are looked at later.
   */
  private void copyRows() throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Optional<String> newRowid = newRowid();
    if (newRowid.isPresent()) {
      columns.add(newRowid.get());
      values.add(shape.rowid().orElseThrow());
    }
    for (Column column : reshaping.after().columns()) {
      if (!column.has(Kind.GENERATED) && !isRowidItself(column)) {
        reshaping
            .source(column.name())
            .ifPresent(source -> {
              columns.add(column.name().quoted());
              values.add(source);
            });
      }
    }
    long total = sql.number("SELECT count(*) FROM " + table.qualified());
    boolean ignored = sql.number("PRAGMA ignore_check_constraints") == 1;
    sql.execute("PRAGMA ignore_check_constraints = ON");
    try {
      String insert =
          "INSERT OR ABORT INTO %s (%s) SELECT %s FROM %s"
              .formatted(
                  copy.qualified(),
                  String.join(", ", columns),
                  String.join(", ", values),
                  table.qualified());
      copyRows(insert, total);
    } finally {
      sql.execute("PRAGMA ignore_check_constraints = " + (ignored ? "ON" : "OFF"));
    }
    long copied = sql.number("SELECT count(*) FROM " + copy.qualified());
    if (copied != total) {
      throw new AlterRefusedException(
          "of %d rows of %s only %d arrived in its new form".formatted(total, table.name(), copied),
          "This is a bug in Limbeck; nothing was changed. Please report it.");
    }
  }

  private void copyRows(String insert, long total) throws SQLException {
    Optional<String> rowid = shape.rowid();
    if (rowid.isEmpty() || hasComputedDefault()) {
      // One moment for all rows, where a default is the time.
      sql.execute(insert);
      listener.copied(table.name().text(), total, total);
      return;
    }
    String part =
        "%s WHERE %s > ?1 ORDER BY %2$s LIMIT %3$d".formatted(insert, rowid.get(), ROWS_AT_A_TIME);
    String first = part.replace(" > ?1 ", " >= ?1 ");
    String last =
        "SELECT max(r) FROM (SELECT %s AS r FROM %s WHERE %1$s > ?1 ORDER BY %1$s LIMIT %3$d)"
            .formatted(rowid.get(), table.qualified(), ROWS_AT_A_TIME);
    long done = 0;
    @Nullable Long at = null;
    while (done < total) {
      long start = at == null ? Long.MIN_VALUE : at;
      Optional<String> end = sql.text(at == null ? last.replace(" > ?1 ", " >= ?1 ") : last, start);
      long rows = sql.update(at == null ? first : part, start);
      if (rows == 0) {
        return;
      }
      done += rows;
      at = end.map(Long::valueOf).orElseThrow();
      listener.copied(table.name().text(), done, total);
    }
  }

  private boolean hasComputedDefault() {
    return reshaping.added().stream()
        .map(name -> reshaping.after().column(name).orElseThrow())
        .anyMatch(column -> column.has(Kind.DEFAULT));
  }

  /** {@return the word that takes the rowid in the new table; empty if it comes by itself} */
  private Optional<String> newRowid() {
    Optional<Name> column = wanted.rowidColumn();
    if (shape.rowid().isEmpty() || wanted.withoutRowid()) {
      return Optional.empty();
    }
    return column.isEmpty()
        ? wanted.rowid()
        : reshaping.source(column.get()).isEmpty()
            ? Optional.of(column.get().quoted())
            : Optional.empty();
  }

  /** A column that was added as the table's key takes the rowid, and has no other source. */
  private boolean isRowidItself(Column column) {
    return reshaping.source(column.name()).isEmpty();
  }

  private void swap(List<Index> indexes) throws SQLException {
    try (SchemaTable schema = SchemaTable.opened(sql, table.schema())) {
      Entry old = entry("table", table.name());
      Entry fresh = entry("table", copy.name());
      exchange(schema, old, fresh);
      schema.set(old.rowid(), "sql", reshaping.after().sql());
      schema.set(fresh.rowid(), "sql", TableText.of(reshaping.before()).under(copy.name()));
      for (Index index : indexes) {
        exchange(schema, entry("index", index.name()), entry("index", index.copy()));
      }
      swapKeys(schema);
    }
  }

  /**
   * The indexes of PRIMARY KEY and UNIQUE are named for their table, and numbered in the order of
   * its text.
   */
  private void swapKeys(SchemaTable schema) throws SQLException {
    Map<Integer, Entry> old = keys(table.name());
    Map<Integer, Entry> fresh = keys(copy.name());
    for (Map.Entry<Integer, Entry> key : fresh.entrySet()) {
      Entry before = old.remove(key.getKey());
      if (before != null) {
        exchange(schema, before, key.getValue());
      } else {
        rename(schema, key.getValue(), table.name(), key.getKey());
      }
    }
    for (Map.Entry<Integer, Entry> key : old.entrySet()) {
      rename(schema, key.getValue(), copy.name(), key.getKey());
      // SQLite reads the rows in their order, and wants a table before its indexes.
      schema.set(
          key.getValue().rowid(),
          "rowid",
          sql.number("SELECT max(rowid) + 1 FROM " + table.catalogue()));
    }
  }

  private static void rename(SchemaTable schema, Entry index, Name table, int number)
      throws SQLException {
    schema.set(index.rowid(), "name", "sqlite_autoindex_%s_%d".formatted(table, number));
    schema.set(index.rowid(), "tbl_name", table.text());
  }

  private static void exchange(SchemaTable schema, Entry one, Entry other) throws SQLException {
    schema.set(one.rowid(), "rootpage", other.root());
    schema.set(other.rowid(), "rootpage", one.root());
  }

  /** A row of the schema table and the root page it points to. */
  private record Entry(long rowid, long root) {}

  private Entry entry(String type, Name name) throws SQLException {
    return sql.list(
            "SELECT rowid, rootpage FROM %s WHERE type = ? AND name = ? COLLATE NOCASE"
                .formatted(table.catalogue()),
            row -> new Entry(row.getLong(1), row.getLong(2)),
            type,
            name.text())
        .getFirst();
  }

  /** {@return the indexes of a table's keys by their numbers, in order} */
  private Map<Integer, Entry> keys(Name of) throws SQLException {
    Map<Integer, Entry> keys = new TreeMap<>();
    record Row(String name, Entry entry) {}
    for (Row row :
        sql.list(
            "SELECT name, rowid, rootpage FROM %s WHERE type = 'index' AND sql IS NULL"
                    .formatted(table.catalogue())
                + " AND tbl_name = ? COLLATE NOCASE",
            found -> new Row(found.getString(1), new Entry(found.getLong(2), found.getLong(3))),
            of.text())) {
      keys.put(Integer.valueOf(row.name().substring(row.name().lastIndexOf('_') + 1)), row.entry());
    }
    return keys;
  }

  /** {@return the table's AUTOINCREMENT counter; -1 if it has none} */
  private long sequence() throws SQLException {
    if (!hasSequences()) {
      return -1;
    }
    return sql.text(
            "SELECT seq FROM %s.sqlite_sequence WHERE name = ? COLLATE NOCASE"
                .formatted(table.schema().quoted()),
            table.name().text())
        .map(Long::parseLong)
        .orElse(-1L);
  }

  private boolean hasSequences() throws SQLException {
    return sql.number(
            "SELECT count(*) FROM %s WHERE name = 'sqlite_sequence'".formatted(table.catalogue()))
        > 0;
  }

  /**
   * The counter is named for its table and stays; a table that became AUTOINCREMENT begins one, at
   * its largest key, and one that no longer is has none.
   */
  private void keepSequence(long before) throws SQLException {
    if (!hasSequences()) {
      return;
    }
    String sequences = table.schema().quoted() + ".sqlite_sequence";
    boolean counts = sequence(reshaping.after().sql());
    sql.update("DELETE FROM %s WHERE name = ?".formatted(sequences), copy.name().text());
    if (!counts) {
      sql.update(
          "DELETE FROM %s WHERE name = ? COLLATE NOCASE".formatted(sequences), table.name().text());
    } else if (before < 0) {
      String rowid = wanted.rowid().orElseThrow();
      sql.update(
          "INSERT INTO %s SELECT ?1, max(%s) FROM %s HAVING count(*) > 0"
              .formatted(sequences, rowid, table.qualified()),
          table.name().text());
    }
  }

  private static boolean sequence(String definition) {
    return definition.toUpperCase(java.util.Locale.ROOT).contains("AUTOINCREMENT");
  }

  private Name freeName() throws SQLException {
    String base = "limbeck_new";
    for (int number = 1; ; number++) {
      String name = number == 1 ? base : base + number;
      long taken =
          sql.number(
              "SELECT count(*) FROM %s WHERE name LIKE ? ESCAPE '\\'".formatted(table.catalogue()),
              name.replace("_", "\\_") + "%");
      if (taken == 0) {
        return new Name(name);
      }
    }
  }
}
