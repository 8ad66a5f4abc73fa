package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.AlterTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A table as its row in {@code sqlite_schema} tells of it.
 *
 * @param schema the database it is in: main, temp, or one that is attached
 * @param name as it was written when the table was made
 * @param sql its definition
 */
record TableRow(Name schema, Name name, String sql) {
  private static final String KIND =
      "SELECT type FROM pragma_table_list WHERE schema = ? COLLATE NOCASE AND name = ? COLLATE"
          + " NOCASE";

  /**
   * {@return the table that a statement names; empty if there is none and the statement allows it}
   *
   * @throws AlterRefusedException if there is none, or it cannot be altered
   */
  static Optional<TableRow> find(Sql sql, AlterTable alter) throws SQLException {
    if (alter.table().folded().startsWith("sqlite_")) {
      throw new AlterRefusedException("%s is SQLite's own table".formatted(alter.table()), "");
    }
    for (Name schema : schemas(sql, alter)) {
      List<TableRow> found =
          sql.list(
              "SELECT name, sql FROM %s.sqlite_schema".formatted(schema.quoted())
                  + " WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE",
              row -> new TableRow(schema, new Name(row.getString(1)), row.getString(2)),
              alter.table().text());
      if (!found.isEmpty()) {
        found.getFirst().check(sql);
        return Optional.of(found.getFirst());
      }
    }
    if (alter.ifExists()) {
      return Optional.empty();
    }
    throw new AlterRefusedException(
        "there is no table %s%s"
            .formatted(alter.schema().map(schema -> schema + ".").orElse(""), alter.table()),
        "");
  }

  /** A name without a schema is looked for where SQLite looks, and in the same order. */
  private static List<Name> schemas(Sql sql, AlterTable alter) throws SQLException {
    return sql
        .list(
            "SELECT name FROM pragma_database_list ORDER BY name <> 'temp', seq",
            row -> new Name(row.getString(1)))
        .stream()
        .filter(schema -> alter.schema().isEmpty() || alter.schema().get().equals(schema))
        .toList();
  }

  private void check(Sql sql) throws SQLException {
    String kind = sql.text(KIND, schema.text(), name.text()).orElse("table");
    switch (kind) {
      case "view" ->
          throw new AlterRefusedException(
              "%s is a view, not a table".formatted(name), "Drop the view and create it anew.");
      case "virtual" ->
          throw new AlterRefusedException(
              "%s is a virtual table".formatted(name),
              "Make a new virtual table and copy what is in this one.");
      case "shadow" ->
          throw new AlterRefusedException(
              "%s belongs to a virtual table".formatted(name), "Leave it to that table.");
      default -> {}
    }
  }

  /** {@return the schema's catalogue, as SQL} */
  String catalogue() {
    return schema.quoted() + ".sqlite_schema";
  }

  /** {@return the table's name as SQL, with its schema} */
  String qualified() {
    return qualified(name);
  }

  /** {@return a name in the table's schema, as SQL} */
  String qualified(Name other) {
    return schema.quoted() + "." + other.quoted();
  }

  TableRow named(Name other) {
    return new TableRow(schema, other, sql);
  }
}
