package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text that SQLite keeps into tokens by <a
 * href="https://sqlite.org/src/file/src/tokenize.c">SQLite's own rules</a>, which are simpler than
 * those for scripts: a comment does not nest and may be left open, a bracket always quotes, and
 * nothing stands in dollars. It is written out, and not as a pattern, because a schema has a
 * hundred thousand tokens.
 */
public final class Lexer {
  private static final List<String> LONG_OPERATORS =
      List.of("->>", "||", "<=", "<>", "<<", ">=", ">>", "==", "!=", "->");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String sql) {
    this.sql = sql;
  }

  /** {@return the tokens in order, comments included} */
  public static List<Token> tokens(String sql) {
    Lexer lexer = new Lexer(sql);
    int at = 0;
    while (at < sql.length()) {
      at = isSpace(sql.charAt(at)) ? at + 1 : lexer.next(at);
    }
    return lexer.tokens;
  }

  /** {@return where the token that begins at {@code start} ends} */
  private int next(int start) {
    char first = sql.charAt(start);
    return switch (first) {
      case '-' ->
          sql.startsWith("--", start)
              ? token(Kind.LINE_COMMENT, start, endOfLine(start))
              : operator(start);
      case '/' ->
          sql.startsWith("/*", start)
              ? token(Kind.BLOCK_COMMENT, start, endOfComment(start))
              : operator(start);
      case '\'' -> quoted(Kind.STRING, start, endOfQuoted(start, first));
      case '"', '`' -> quoted(Kind.QUOTED_IDENTIFIER, start, endOfQuoted(start, first));
      case '[' -> quoted(Kind.QUOTED_IDENTIFIER, start, sql.indexOf(']', start) + 1);
      case '?', ':', '@', '#', '$' -> token(Kind.PARAMETER, start, endOfParameter(start + 1));
      case ';' -> token(Kind.SEMICOLON, start, start + 1);
      case '.' -> isDigit(start + 1) ? number(start) : operator(start);
      case 'x', 'X' -> blobOrWord(start);
      default -> {
        if (isDigit(start)) {
          yield number(start);
        }
        yield isWord(start) ? token(Kind.WORD, start, endOfWord(start)) : operator(start);
      }
    };
  }

  /** A quote that does not end is a sign like any other. */
  private int quoted(Kind kind, int start, int end) {
    return end > 0 ? token(kind, start, end) : operator(start);
  }

  private int blobOrWord(int start) {
    int end = sql.startsWith("'", start + 1) ? sql.indexOf('\'', start + 2) + 1 : 0;
    return end > 0 ? token(Kind.BLOB, start, end) : token(Kind.WORD, start, endOfWord(start));
  }

  private int operator(int start) {
    int length = 1;
    if ("-|<>=!".indexOf(sql.charAt(start)) >= 0) {
      length =
          LONG_OPERATORS.stream()
              .filter(operator -> sql.startsWith(operator, start))
              .findFirst()
              .map(String::length)
              .orElse(1);
    }
    return token(Kind.OPERATOR, start, start + length);
  }

  private int number(int start) {
    int at = start;
    if (sql.regionMatches(true, start, "0x", 0, 2) && isHexadecimal(start + 2)) {
      at = start + 2;
    } else {
      at = endOfDigits(at);
      if (at < sql.length() && sql.charAt(at) == '.') {
        at = endOfDigits(at + 1);
      }
      at = endOfExponent(at);
    }
    return token(Kind.NUMBER, start, endOfWord(at));
  }

  private int endOfExponent(int start) {
    if (start == sql.length() || "eE".indexOf(sql.charAt(start)) < 0) {
      return start;
    }
    boolean signed = start + 1 < sql.length() && "+-".indexOf(sql.charAt(start + 1)) >= 0;
    int digits = start + (signed ? 2 : 1);
    int end = endOfDigits(digits);
    return end > digits ? end : start;
  }

  private int endOfDigits(int start) {
    int at = start;
    while (isDigit(at) || (at < sql.length() && sql.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  private int endOfWord(int start) {
    int at = start;
    while (isWord(at)) {
      at++;
    }
    return at;
  }

  private int endOfParameter(int start) {
    int at = start;
    while (at < sql.length() && (isWordOfAscii(sql.charAt(at)) || sql.charAt(at) == ':')) {
      at++;
    }
    return at;
  }

  /** {@return the offset behind the closing quote; 0 if there is none} */
  private int endOfQuoted(int start, char quote) {
    int end = sql.indexOf(quote, start + 1);
    while (end > 0 && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
      end = sql.indexOf(quote, end + 2);
    }
    return end + 1;
  }

  private int endOfLine(int start) {
    int end = sql.indexOf('\n', start);
    if (end < 0) {
      return sql.length();
    }
    return sql.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int endOfComment(int start) {
    int end = sql.indexOf("*/", start + 2);
    return end < 0 ? sql.length() : end + 2;
  }

  private int token(Kind kind, int start, int end) {
    tokens.add(new Token(kind, sql.substring(start, end), start));
    return end;
  }

  private boolean isDigit(int at) {
    return at < sql.length() && sql.charAt(at) >= '0' && sql.charAt(at) <= '9';
  }

  private boolean isHexadecimal(int at) {
    return at < sql.length() && "0123456789abcdefABCDEF_".indexOf(sql.charAt(at)) >= 0;
  }

  private boolean isWord(int at) {
    return at < sql.length() && (isWordOfAscii(sql.charAt(at)) || sql.charAt(at) >= 0x80);
  }

  private static boolean isWordOfAscii(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '_'
        || character == '$';
  }

  private static boolean isSpace(char character) {
    return character == ' '
        || character == '\t'
        || character == '\n'
        || character == '\f'
        || character == '\r';
  }
}
