package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A foreign key as SQLite reads it, which takes any text for one and looks at it when it is used.
 *
 * @param schema the database that both tables are in
 * @param from the columns of the child, in order
 * @param to the columns of the parent that are named, in order; empty for its primary key
 */
record ForeignKey(Name schema, Name child, Name parent, List<Name> from, List<Name> to) {

  /** {@return the foreign keys of all tables in a schema; those of a table in its text's order} */
  static List<ForeignKey> all(Sql sql, Name schema) throws SQLException {
    record Row(Name child, long id, Name parent, Name from, Optional<Name> to) {}
    List<Row> rows =
        sql.list(
            """
            SELECT s.name, f.id, f."table", f."from", f."to"
            FROM %s.sqlite_schema s, pragma_foreign_key_list(s.name, ?1) f
            WHERE s.type = 'table'
            ORDER BY s.rowid, f.id DESC, f.seq
            """
                .formatted(schema.quoted()),
            row ->
                new Row(
                    new Name(row.getString(1)),
                    row.getLong(2),
                    new Name(row.getString(3)),
                    new Name(row.getString(4)),
                    Optional.ofNullable(row.getString(5)).map(Name::new)),
            schema.text());
    Map<List<Object>, ForeignKey> keys = new LinkedHashMap<>();
    for (Row row : rows) {
      ForeignKey key =
          keys.computeIfAbsent(
              List.of(row.child(), row.id()),
              id ->
                  new ForeignKey(
                      schema, row.child(), row.parent(), new ArrayList<>(), new ArrayList<>()));
      key.from.add(row.from());
      row.to().ifPresent(key.to::add);
    }
    return List.copyOf(keys.values());
  }

  /** {@return why it cannot be used; empty if its parent is there and has the key that it needs} */
  Optional<String> flaw(Sql sql) throws SQLException {
    List<Name> parents =
        sql.list(
            "SELECT name FROM %s.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE"
                .formatted(schema.quoted()),
            row -> new Name(row.getString(1)),
            parent.text());
    if (parents.isEmpty()) {
      return Optional.of("there is no table " + parent);
    }
    if (to.isEmpty()) {
      int size = primaryKey(sql).size();
      return size == from.size()
          ? Optional.empty()
          : Optional.of(
              size == 0
                  ? parent + " has no primary key"
                  : "the primary key of %s has %d %s, not %d"
                      .formatted(parent, size, size == 1 ? "column" : "columns", from.size()));
    }
    return isRowid(sql) || hasIndex(sql)
        ? Optional.empty()
        : Optional.of("%s has no PRIMARY KEY or UNIQUE over %s".formatted(parent, names(to)));
  }

  /** {@return the condition for rows of {@code child} that find nothing in the parent, as SQL} */
  String orphans(Sql sql) throws SQLException {
    List<Name> key = to.isEmpty() ? primaryKey(sql) : to;
    String set =
        from.stream()
            .map(column -> "child.%s IS NOT NULL".formatted(column.quoted()))
            .collect(Collectors.joining(" AND "));
    // The parent's affinity and collation count, and not the child's.
    String equal =
        IntStream.range(0, from.size())
            .mapToObj(index ->
                "parent.%s = +child.%s"
                    .formatted(key.get(index).quoted(), from.get(index).quoted()))
            .collect(Collectors.joining(" AND "));
    return "%s AND NOT EXISTS (SELECT 1 FROM %s.%s AS parent WHERE %s)"
        .formatted(set, schema.quoted(), parent.quoted(), equal);
  }

  /** {@return whether a change to one of {@code columns} of a table matters to it} */
  boolean concerns(Sql sql, Name table, Set<Name> columns) throws SQLException {
    List<Name> key = to.isEmpty() ? primaryKey(sql) : to;
    return (child.equals(table) && from.stream().anyMatch(columns::contains))
        || (parent.equals(table) && key.stream().anyMatch(columns::contains));
  }

  /** {@return where it stands, in words} */
  String place() {
    return child + "." + names(from);
  }

  private static String names(List<Name> columns) {
    return columns.stream().map(Name::text).collect(Collectors.joining(", "));
  }

  private List<Name> primaryKey(Sql sql) throws SQLException {
    return sql.list(
        "SELECT name FROM pragma_table_xinfo(?, ?) WHERE pk > 0 ORDER BY pk",
        row -> new Name(row.getString(1)),
        parent.text(),
        schema.text());
  }

  private boolean isRowid(Sql sql) throws SQLException {
    return to.equals(primaryKey(sql))
        && sql.number(
                "SELECT count(*) FROM pragma_index_list(?, ?) WHERE origin = 'pk'",
                parent.text(),
                schema.text())
            == 0;
  }

  private boolean hasIndex(Sql sql) throws SQLException {
    for (String index :
        sql.texts(
            "SELECT name FROM pragma_index_list(?, ?) WHERE \"unique\" AND NOT partial",
            parent.text(),
            schema.text())) {
      List<Name> columns =
          sql.list(
              "SELECT coalesce(name, '') FROM pragma_index_xinfo(?, ?) WHERE key",
              row -> new Name(row.getString(1)),
              index,
              schema.text());
      if (columns.size() == to.size() && new LinkedHashSet<>(columns).containsAll(to)) {
        return true;
      }
    }
    return false;
  }
}
