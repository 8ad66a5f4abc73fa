package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Affinity;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * How the rows of a table are stored, as SQLite itself reads its definition: told by a twin without
 * rows in a database of its own, in memory.
 *
 * @param columns in order; generated ones too
 * @param keys the indexes that SQLite makes for PRIMARY KEY and UNIQUE, in its order
 */
record Shape(boolean strict, boolean withoutRowid, List<StoredColumn> columns, List<Key> keys) {
  /** The words for the rowid of a table, as far as no column has taken them. */
  static final List<Name> ROWID = List.of(new Name("rowid"), new Name("_rowid_"), new Name("oid"));

  /**
   * A column.
   *
   * @param storage what values become when they are stored: the affinity, or in a STRICT table the
   *     type
   */
  record StoredColumn(Name name, String storage, Generation generation, int placeInKey) {}

  /** Whether a column's values are computed, and kept. */
  enum Generation {
    NONE,
    VIRTUAL,
    STORED
  }

  /**
   * An index of a constraint.
   *
   * @param parts its columns, each with its collation and direction, in order
   */
  record Key(boolean primary, List<String> parts) {}

  /**
   * {@return the shape that {@code definition} gives a table}
   *
   * @throws SQLException if SQLite does not take it; it says why
   */
  static Shape of(Name table, String definition) throws SQLException {
    try (Connection memory = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
      Sql sql = new Sql(memory);
      sql.execute(definition);
      return read(sql, table);
    }
  }

  private static Shape read(Sql sql, Name table) throws SQLException {
    List<Boolean> options =
        sql.list(
            "SELECT strict FROM pragma_table_list WHERE schema = 'main' AND name = ?1 UNION ALL"
                + " SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1",
            row -> row.getBoolean(1),
            table.text());
    boolean strict = options.getFirst();
    List<StoredColumn> columns =
        sql.list(
            "SELECT name, type, hidden, pk FROM pragma_table_xinfo(?) ORDER BY cid",
            row -> column(row, strict),
            table.text());
    List<Key> keys = new ArrayList<>();
    for (String index :
        sql.texts(
            "SELECT name FROM pragma_index_list(?) ORDER BY length(name), name", table.text())) {
      keys.add(key(sql, table, index));
    }
    return new Shape(strict, options.getLast(), columns, keys);
  }

  private static Key key(Sql sql, Name table, String index) throws SQLException {
    boolean primary =
        sql.number(
                "SELECT origin = 'pk' FROM pragma_index_list(?) WHERE name = ?",
                table.text(),
                index)
            == 1;
    List<String> parts =
        sql.texts(
            "SELECT coalesce(name, '') || ' ' || coll || ' ' || \"desc\" || ' ' || key"
                + " FROM pragma_index_xinfo(?) ORDER BY seqno",
            index);
    return new Key(primary, parts);
  }

  private static StoredColumn column(ResultSet row, boolean strict) throws SQLException {
    String type = row.getString(2);
    Generation generation =
        switch (row.getInt(3)) {
          case 2 -> Generation.VIRTUAL;
          case 3 -> Generation.STORED;
          default -> Generation.NONE;
        };
    return new StoredColumn(
        new Name(row.getString(1)),
        strict ? type.toUpperCase(Locale.ROOT) : Affinity.of(type).name(),
        generation,
        row.getInt(4));
  }

  /** {@return what values become in a column; empty if there is no such column} */
  Optional<String> storage(Name wanted) {
    return columns.stream()
        .filter(column -> column.name().equals(wanted))
        .map(StoredColumn::storage)
        .findFirst();
  }

  /** {@return the column that is another name for the rowid; empty if none is} */
  Optional<Name> rowidColumn() {
    boolean keyIsRowid = !withoutRowid && keys.stream().noneMatch(Key::primary);
    return keyIsRowid
        ? columns.stream()
            .filter(column -> column.placeInKey() > 0)
            .map(StoredColumn::name)
            .findFirst()
        : Optional.empty();
  }

  /**
   * {@return the columns that are never NULL because they are in the key, said or not; in order}
   */
  List<Name> notNullByKey() {
    boolean whole = withoutRowid || strict;
    return columns.stream()
        .filter(column -> column.placeInKey() > 0)
        .map(StoredColumn::name)
        .filter(name -> whole || rowidColumn().filter(name::equals).isPresent())
        .toList();
  }

  /** {@return a word that means the rowid in this table; empty if its columns hide all of them} */
  Optional<String> rowid() {
    if (withoutRowid) {
      return Optional.empty();
    }
    return ROWID.stream()
        .filter(word -> columns.stream().noneMatch(column -> column.name().equals(word)))
        .map(Name::text)
        .findFirst()
        .or(() -> rowidColumn().map(Name::quoted));
  }
}
