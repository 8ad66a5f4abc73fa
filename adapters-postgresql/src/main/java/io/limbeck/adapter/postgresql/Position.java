package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.Source;
import io.limbeck.application.script.Statement;

/**
 * Where in a script something is that PostgreSQL counts in characters from a statement's beginning.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 */
record Position(int line, int column) {

  /**
   * @param script the whole text; where it does not hold the statement, the statement begins its
   *     line
   * @param character counted from 1
   */
  static Position of(String script, Statement statement, int character) {
    String sql = statement.sql();
    int within = Math.min(character - 1, sql.codePointCount(0, sql.length()));
    int offset = sql.offsetByCodePoints(0, within);
    Source source = Source.of(script, "");
    int start = -1;
    do {
      start = source.text().indexOf(sql, start + 1);
    } while (start >= 0 && source.line(start) < statement.line());
    if (start >= 0 && source.line(start) == statement.line()) {
      return new Position(source.line(start + offset), source.column(start + offset));
    }
    Source alone = Source.of(sql, "");
    return new Position(statement.line() + alone.line(offset) - 1, alone.column(offset));
  }
}
