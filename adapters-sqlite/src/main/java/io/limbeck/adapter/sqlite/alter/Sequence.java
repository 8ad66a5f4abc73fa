package io.limbeck.adapter.sqlite.alter;

import java.sql.SQLException;
import java.util.Optional;

/** The AUTOINCREMENT counter of a table, which SQLite keeps under the table's name. */
final class Sequence {
  private final Sql sql;
  private final TableRow table;

  Sequence(Sql sql, TableRow table) {
    this.sql = sql;
    this.table = table;
  }

  /** {@return whether the schema has a table of counters: it comes with the first of them} */
  boolean isPossible() throws SQLException {
    return sql.number(
            "SELECT count(*) FROM %s WHERE name = 'sqlite_sequence'".formatted(table.catalogue()))
        > 0;
  }

  /** {@return the table of counters, as SQL} */
  String all() {
    return table.schema().quoted() + ".sqlite_sequence";
  }

  Optional<Long> value() throws SQLException {
    return isPossible()
        ? sql.text(
                "SELECT seq FROM %s WHERE name = ? COLLATE NOCASE".formatted(all()),
                table.name().text())
            .map(Long::valueOf)
        : Optional.empty();
  }

  /**
   * Begins a counter at the largest key; none if there are no rows.
   *
   * @param rowid a word for the key
   */
  void begin(String rowid) throws SQLException {
    sql.update(
        "INSERT INTO %s SELECT ?1, max(%s) FROM %s HAVING count(*) > 0"
            .formatted(all(), rowid, table.qualified()),
        table.name().text());
  }

  void end() throws SQLException {
    sql.update(
        "DELETE FROM %s WHERE name = ? COLLATE NOCASE".formatted(all()), table.name().text());
  }
}
