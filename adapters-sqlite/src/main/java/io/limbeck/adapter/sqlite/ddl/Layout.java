package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import java.util.List;

/**
 * How a definition is laid out: where an item may come in or go without taking a comment along that
 * belongs to another, and without getting into one.
 */
final class Layout {
  private final String sql;
  private final List<Token> tokens;

  Layout(String sql) {
    this.sql = sql;
    this.tokens = Lexer.tokens(sql);
  }

  /**
   * {@return where the line of what ends at {@code offset} is over: behind the comments that stand
   * on it, and before its line feed; {@code offset} itself where more than comments follows on it}
   */
  int endOfLine(int offset) {
    int end = offset;
    for (Token token : tokens) {
      if (token.start() >= offset) {
        if (!isOneLine(end, token.start())) {
          return end;
        }
        if (!token.isComment()) {
          return token.text().equals(")") ? end : offset;
        }
        end = token.end();
      }
    }
    return end;
  }

  /** {@return how the lines of this text end} */
  String lineEnd() {
    return sql.contains("\r\n") ? "\r\n" : "\n";
  }

  /**
   * {@return the white space that {@code offset} is to be preceded by in a line of its own; empty
   * if the item that begins there stands in one line with what is before it}
   */
  String indentation(int offset) {
    int lineFeed = sql.lastIndexOf('\n', offset - 1);
    String before = sql.substring(lineFeed + 1, offset);
    return lineFeed >= 0 && before.isBlank() ? lineEnd() + before : "";
  }

  /** {@return whether a comma is the first sign in its line, with its item behind it} */
  boolean leads(Token comma) {
    return !indentation(comma.start()).isEmpty()
        && isOneLine(comma.end(), next(comma.end()).start());
  }

  /** {@return the first sign behind {@code offset}, a comment too} */
  int endOfSpace(int offset) {
    int end = offset;
    while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean isOneLine(int from, int to) {
    return sql.substring(from, to).indexOf('\n') < 0;
  }

  /**
   * {@return where the white space before {@code offset} begins; {@code offset} itself where that
   * white space ends a comment that would otherwise swallow what follows}
   */
  int startOfSpace(int offset, int followedBy) {
    int start = offset;
    while (start > 0 && Character.isWhitespace(sql.charAt(start - 1))) {
      start--;
    }
    int end = start;
    boolean comment =
        tokens.stream()
            .anyMatch(token -> token.kind() == Token.Kind.LINE_COMMENT && token.end() == end);
    boolean lineEnds = sql.startsWith("\n", followedBy) || sql.startsWith("\r\n", followedBy);
    return comment && !lineEnds ? offset : start;
  }

  /** {@return the first sign at or behind {@code offset} that is in no comment} */
  Token next(int offset) {
    return tokens.stream()
        .filter(token -> token.start() >= offset && !token.isComment())
        .findFirst()
        .orElseThrow();
  }

  /** {@return the last sign before {@code offset} that is in no comment} */
  Token previous(int offset) {
    return tokens.stream()
        .filter(token -> token.start() < offset && !token.isComment())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
