package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.List;

/**
 * What ANALYZE found out about the indexes of a table's keys. It is kept under their names, which
 * are numbers, and these change when a key comes or goes before another.
 */
final class KeyStatistics {
  private final Sql sql;
  private final TableRow table;
  private final List<Shape.Key> before;
  private final List<Shape.Key> after;

  KeyStatistics(Sql sql, TableRow table, Shape shape, Shape wanted) {
    this.sql = sql;
    this.table = table;
    this.before = shape.keys();
    this.after = wanted.keys();
  }

  /** Lets the statistics follow their keys; those of a key that is gone go with it. */
  void follow() throws SQLException {
    if (!after.subList(0, Math.min(before.size(), after.size())).equals(before)) {
      for (String statistics : tables(sql, table)) {
        follow(statistics);
      }
    }
  }

  private void follow(String statistics) throws SQLException {
    // All are moved aside first: one's new name may be another's old one.
    String set = "UPDATE %s SET idx = ?1 WHERE tbl = ?2 COLLATE NOCASE AND idx = ?3";
    for (int index = 0; index < before.size(); index++) {
      int place = after.indexOf(before.get(index));
      if (place < 0) {
        sql.update(
            "DELETE FROM %s WHERE tbl = ?1 COLLATE NOCASE AND idx = ?2".formatted(statistics),
            table.name().text(),
            name(index));
      } else {
        sql.update(set.formatted(statistics), "limbeck:" + place, table.name().text(), name(index));
      }
    }
    for (int place = 0; place < after.size(); place++) {
      sql.update(set.formatted(statistics), name(place), table.name().text(), "limbeck:" + place);
    }
  }

  /** Lets the statistics of a table, which SQLite leaves behind, follow its new name. */
  static void rename(Sql sql, TableRow table, Name to) throws SQLException {
    String before = "sqlite_autoindex_" + table.name() + "_";
    for (String statistics : tables(sql, table)) {
      sql.update(
          "UPDATE %s SET tbl = ?1, idx = CASE substr(idx, 1, length(?2)) WHEN ?2 THEN ?3 ||"
                  .formatted(statistics)
              + " substr(idx, length(?2) + 1) ELSE idx END WHERE tbl = ?4 COLLATE NOCASE",
          to.text(),
          before,
          "sqlite_autoindex_" + to + "_",
          table.name().text());
    }
  }

  private static List<String> tables(Sql sql, TableRow table) throws SQLException {
    return sql.list(
        "SELECT name FROM %s WHERE name IN ('sqlite_stat1', 'sqlite_stat4')"
            .formatted(table.catalogue()),
        row -> table.schema().quoted() + "." + row.getString(1));
  }

  private String name(int place) {
    return "sqlite_autoindex_%s_%d".formatted(table.name(), place + 1);
  }
}
