package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.StepRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE t ADD COLUMN IF NOT EXISTS c ...} and {@code ALTER TABLE t DROP COLUMN IF
 * EXISTS c}, which SQLite does not know: whether the column is there is asked when the statement
 * runs, and the statement is run without the clause, as written otherwise, or not at all. All other
 * statements, and those with several actions, go to SQLite as they are.
 *
 * @param runsIfPresent whether the statement is run if the column is there, or if it is not
 * @param sql the statement without the clause
 */
record ConditionalColumn(
    @Nullable String schema, String table, String column, boolean runsIfPresent, String sql) {
  // Columns that are hidden or generated count too.
  private static final String COLUMNS = "SELECT count(*) FROM pragma_table_xinfo(?, ?)";
  private static final String COLUMN = COLUMNS + " WHERE name = ? COLLATE NOCASE";

  /** Executes {@code sql}, or leaves it be if it has the clause and the column is as it asks. */
  static void execute(Connection connection, String sql) throws SQLException {
    Optional<ConditionalColumn> conditional = parse(sql);
    if (conditional.isEmpty()) {
      StepRun.execute(connection, sql);
    } else if (conditional.get().isToRun(connection)) {
      StepRun.execute(connection, conditional.get().sql());
    }
  }

  /** {@return the statement, if it is one of the two; empty for every other} */
  static Optional<ConditionalColumn> parse(String sql) {
    Words words = new Words(sql);
    if (!words.takes("ALTER") || !words.takes("TABLE")) {
      return Optional.empty();
    }
    String table = words.name();
    String schema = null;
    if (words.takes(".")) {
      schema = table;
      table = words.name();
    }
    boolean add = words.takes("ADD");
    if (!add && !words.takes("DROP")) {
      return Optional.empty();
    }
    words.takes("COLUMN");
    int clause = words.next();
    boolean clauseThere =
        words.takes("IF") && (!add || words.takes("NOT")) && words.takes("EXISTS");
    int rest = words.next();
    String column = words.name();
    if (!clauseThere || table.isEmpty() || column.isEmpty() || words.hasCommaAhead()) {
      return Optional.empty();
    }
    return Optional.of(
        new ConditionalColumn(
            schema, table, column, !add, sql.substring(0, clause) + sql.substring(rest)));
  }

  private boolean isToRun(Connection connection) throws SQLException {
    boolean present = SqliteSql.number(connection, COLUMN, table, schema, column) > 0;
    // If there is no table, SQLite says so itself.
    return present == runsIfPresent || SqliteSql.number(connection, COLUMNS, table, schema) == 0;
  }

  /** Reads a statement word by word, as far as one asks. */
  private static final class Words {
    private final String sql;
    private int at;

    Words(String sql) {
      this.sql = sql;
    }

    /** {@return where the next word or sign begins, past blanks and comments} */
    int next() {
      while (at < sql.length()) {
        if (Character.isWhitespace(sql.charAt(at))) {
          at++;
        } else if (sql.startsWith("--", at)) {
          at = endOf("\n", at + 2);
        } else if (sql.startsWith("/*", at)) {
          at = endOf("*/", at + 2);
        } else {
          break;
        }
      }
      return at;
    }

    /** Steps over {@code word} if it is next, in any case but without quotes. */
    boolean takes(String word) {
      int begin = next();
      int end = isPartOfWord(begin) ? endOfWord(begin) : Math.min(begin + 1, sql.length());
      boolean found = sql.substring(begin, end).equalsIgnoreCase(word);
      at = found ? end : begin;
      return found;
    }

    /** {@return the next word without its quotes, stepped over; empty if a sign is next} */
    String name() {
      int begin = next();
      if (begin == sql.length()) {
        return "";
      }
      char first = sql.charAt(begin);
      if (isQuote(first)) {
        at = endOfQuoted(begin);
        String inner = sql.substring(begin + 1, Math.max(begin + 1, at - 1));
        return first == '[' ? inner : inner.replace("" + first + first, "" + first);
      }
      at = endOfWord(begin);
      return sql.substring(begin, at);
    }

    /** {@return whether a comma follows that stands in no parentheses, quotes or comment} */
    boolean hasCommaAhead() {
      int depth = 0;
      while (next() < sql.length()) {
        char sign = sql.charAt(at);
        if (sign == ',' && depth == 0) {
          return true;
        }
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        at = isQuote(sign) ? endOfQuoted(at) : at + 1;
      }
      return false;
    }

    private int endOf(String mark, int from) {
      int found = sql.indexOf(mark, from);
      return found < 0 ? sql.length() : found + mark.length();
    }

    private int endOfQuoted(int begin) {
      char open = sql.charAt(begin);
      String close = open == '[' ? "]" : String.valueOf(open);
      int end = endOf(close, begin + 1);
      while (open != '[' && sql.startsWith(close, end)) {
        end = endOf(close, end + 1);
      }
      return end;
    }

    private int endOfWord(int begin) {
      int end = begin;
      while (isPartOfWord(end)) {
        end++;
      }
      return end;
    }

    private boolean isPartOfWord(int index) {
      if (index >= sql.length()) {
        return false;
      }
      char sign = sql.charAt(index);
      return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$' || sign > 127;
    }

    private static boolean isQuote(char sign) {
      return sign == '"' || sign == '\'' || sign == '`' || sign == '[';
    }
  }
}
