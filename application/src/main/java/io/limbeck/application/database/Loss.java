package io.limbeck.application.database;

import java.util.Optional;

/**
 * Rows, or values of a column, that statements take away for good.
 *
 * @param table without quotes
 * @param column empty for the whole table
 * @param rows how many rows the table has, or how many of them have another value in the column
 *     than NULL and its default; at least 1
 */
public record Loss(String table, Optional<String> column, long rows) {

  /** {@return for example {@code api_keys (12 rows)} or {@code flows.data (1 value)}} */
  @Override
  public String toString() {
    String noun = column.isEmpty() ? "row" : "value";
    return "%s (%d %s)"
        .formatted(
            column.map(name -> table + "." + name).orElse(table),
            rows,
            rows == 1 ? noun : noun + "s");
  }
}
