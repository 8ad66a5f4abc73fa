package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Looks for rows of a table that stand in the way, counts them and shows a few: SQLite itself says
 * only that a constraint failed.
 *
 * @param key a column to show the rows by, as SQL; empty if there is none to name them by
 */
record RowSearch(Sql sql, TableRow table, Optional<String> key) {
  static final String CHANGE_ROWS =
      "Change those rows first, in this revision before the ALTER TABLE.";

  /** {@return a search that shows rows by a key of one column, else by the rowid} */
  static RowSearch of(Sql sql, TableRow table, Shape shape) {
    List<Name> key =
        shape.columns().stream()
            .filter(column -> column.placeInKey() > 0)
            .map(Shape.StoredColumn::name)
            .toList();
    return new RowSearch(
        sql, table, key.size() == 1 ? Optional.of(key.getFirst().quoted()) : shape.rowid());
  }

  /**
   * @param condition what rows must not fulfil
   * @param problem what is wrong with one that does, as the beginning of a sentence
   */
  void refuseIfAny(String condition, String problem) throws SQLException {
    refuseIfAny("", condition, problem);
  }

  /**
   * @param alias what the condition calls the table, behind AS
   */
  void refuseIfAny(String alias, String condition, String problem) throws SQLException {
    String rows = " FROM %s%s WHERE %s".formatted(table.qualified(), alias, condition);
    long count = sql.number("SELECT count(*)" + rows);
    if (count > 0) {
      String keys = key.map(word -> examples(word, rows, count)).orElse("");
      throw new AlterRefusedException(
          "%s in %s%s".formatted(problem, rows(count), keys), CHANGE_ROWS);
    }
  }

  private String examples(String word, String rows, long count) {
    try {
      List<String> shown = sql.texts("SELECT quote(%s)%s LIMIT 3".formatted(word, rows));
      String name = word.startsWith("\"") ? unquoted(word) : word;
      return " (%s %s%s)".formatted(name, String.join(", ", shown), count > 3 ? ", ..." : "");
    } catch (SQLException gone) {
      // The column that told the rows apart may be what the change takes away.
      return "";
    }
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
  }

  static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
