package io.limbeck.adapter.sql;

import io.limbeck.application.database.Loss;
import java.util.Optional;

/**
 * A table, or a column of one, that statements remove: one that was there before them, under the
 * name it had then.
 *
 * @param column empty for the whole table
 */
record Removal(Name table, Optional<Name> column) {

  /**
   * A name as a script writes it, its schema included.
   *
   * @param sql with its quotes: the database reads it as it will read it in the script
   * @param text as people write it, without quotes
   */
  record Name(String sql, String text) {}

  /**
   * {@return the query for how many rows, or values that are not NULL, are in it}
   *
   * @param defaultValue of the column: a value that it gives back is not lost
   */
  String count(Optional<String> defaultValue) {
    // The column with its table: SQLite takes a lone "name" that is none for a string.
    String what = column.map(name -> "lost." + name.sql()).orElse("*");
    String others =
        defaultValue
            .map(value -> " WHERE %s IS DISTINCT FROM (%s)".formatted(what, value))
            .orElse("");
    return "SELECT count(%s) FROM %s AS lost%s".formatted(what, table.sql(), others);
  }

  /**
   * {@return what is lost with it}
   *
   * @param rows that are in it
   */
  Loss loss(long rows) {
    return new Loss(table.text(), column.map(Name::text), rows);
  }
}
