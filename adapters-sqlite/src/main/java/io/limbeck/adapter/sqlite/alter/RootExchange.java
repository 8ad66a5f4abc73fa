package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets two tables change what they hold: the rows of SQLite's schema table that stand for the one
 * and its indexes get the root pages of the other's, and the other way round.
 */
final class RootExchange {
  private final Sql sql;
  private final SchemaTable schema;
  private final TableRow table;
  private final TableRow copy;

  RootExchange(Sql sql, SchemaTable schema, TableRow table, TableRow copy) {
    this.sql = sql;
    this.schema = schema;
    this.table = table;
    this.copy = copy;
  }

  /** A row of the schema table and the root page it points to. */
  private record Entry(long rowid, long root) {}

  /**
   * Exchanges the tables and the indexes of their keys.
   *
   * @param tableSql the definition of what the first table now holds
   * @param copySql that of what the second one now holds
   */
  void tables(String tableSql, String copySql) throws SQLException {
    Entry first = entry("table", table.name());
    Entry second = entry("table", copy.name());
    exchange(first, second);
    schema.set(first.rowid(), "sql", tableSql);
    schema.set(second.rowid(), "sql", copySql);
    keys();
  }

  /** Exchanges two indexes that CREATE INDEX made. */
  void indexes(Name one, Name other) throws SQLException {
    exchange(entry("index", one), entry("index", other));
  }

  /**
   * The indexes of PRIMARY KEY and UNIQUE are named for their table, and numbered in the order of
   * its text.
   */
  private void keys() throws SQLException {
    Map<Integer, Entry> old = keys(table.name());
    for (Map.Entry<Integer, Entry> key : keys(copy.name()).entrySet()) {
      Entry before = old.remove(key.getKey());
      if (before != null) {
        exchange(before, key.getValue());
      } else {
        rename(key.getValue(), table.name(), key.getKey());
      }
    }
    for (Map.Entry<Integer, Entry> key : old.entrySet()) {
      rename(key.getValue(), copy.name(), key.getKey());
      // SQLite reads the rows in their order, and wants a table before its indexes.
      schema.set(
          key.getValue().rowid(),
          "rowid",
          sql.number("SELECT max(rowid) + 1 FROM " + table.catalogue()));
    }
  }

  private void rename(Entry index, Name owner, int number) throws SQLException {
    schema.set(index.rowid(), "name", "sqlite_autoindex_%s_%d".formatted(owner, number));
    schema.set(index.rowid(), "tbl_name", owner.text());
  }

  private void exchange(Entry one, Entry other) throws SQLException {
    schema.set(one.rowid(), "rootpage", other.root());
    schema.set(other.rowid(), "rootpage", one.root());
  }

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
    record Row(String name, Entry entry) {}
    Map<Integer, Entry> keys = new TreeMap<>();
    for (Row row :
        sql.list(
            "SELECT name, rowid, rootpage FROM %s WHERE type = 'index' AND sql IS NULL"
                    .formatted(table.catalogue())
                + " AND tbl_name = ? COLLATE NOCASE",
            found -> new Row(found.getString(1), new Entry(found.getLong(2), found.getLong(3))),
            of.text())) {
      int number = Integer.parseInt(row.name().substring(row.name().lastIndexOf('_') + 1));
      keys.put(number, row.entry());
    }
    return keys;
  }
}
