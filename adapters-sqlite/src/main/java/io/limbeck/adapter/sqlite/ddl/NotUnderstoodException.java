package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Source;
import java.sql.SQLException;

/** A definition or statement that cannot be read for certain, so that nothing is done with it. */
public final class NotUnderstoodException extends SQLException {

  /**
   * @param what the text, in words: {@code ALTER TABLE}
   * @param at the offset of what is not understood; the text's length for its end
   */
  NotUnderstoodException(String what, String sql, int at, String found, String expected) {
    super(message(what, Source.of(sql, ""), at, found, expected));
  }

  private static String message(String what, Source source, int at, String found, String expected) {
    return "%s is not understood at its line %d, column %d: %s stands where %s is expected"
        .formatted(
            what,
            source.line(at),
            source.column(at),
            found.isEmpty() ? "its end" : "'" + found + "'",
            expected);
  }
}
