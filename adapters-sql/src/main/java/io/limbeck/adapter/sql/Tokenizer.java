package io.limbeck.adapter.sql;

import io.limbeck.adapter.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into tokens: the union of what SQLite, H2 and PostgreSQL write, read in one pass without
 * knowing which of them it is for.
 *
 * <p>Only the bracket needs a decision. {@code [a;b]} is a quoted identifier in SQLite, {@code
 * a['x]y']} a subscript in PostgreSQL. It is a subscript where PostgreSQL puts one: touching the
 * name or bracket before it, after {@code ARRAY}, inside another subscript, and when empty. Where
 * SQLite would mean a name there ({@code select[a]}) the tokens are finer and the statement is the
 * same; were a semicolon in that name, SQLite would refuse the halves: nothing is lost in silence.
 */
public final class Tokenizer {
  private final Source source;
  private final String text;
  private final Words words;
  private final List<Token> tokens = new ArrayList<>();
  private @Nullable Token previous; // of the same statement, comments left out
  private int subscripts;

  private Tokenizer(Source source) {
    this.source = source;
    this.text = source.text();
    this.words = new Words(text);
  }

  /**
   * {@return all tokens, comments included, in order}
   *
   * @throws io.limbeck.application.script.ScriptException if something is not terminated, or the
   *     text holds a NUL character
   */
  public static List<Token> tokens(Source source) {
    refuseNul(source, 0, source.text().length());
    return new Tokenizer(source).all();
  }

  static void refuseNul(Source source, int start, int end) {
    int nul = source.text().indexOf('\0', start, end);
    if (nul >= 0) {
      throw source.error(nul, "There is a NUL character.", "Remove it: SQL is text.");
    }
  }

  /** A byte order mark counts: it is what joining two files leaves behind. */
  static boolean isSpace(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r') || character == '\uFEFF';
  }

  private List<Token> all() {
    int at = 0;
    while (at < text.length()) {
      if (isSpace(text.charAt(at))) {
        at++;
      } else {
        Token token = next(at);
        tokens.add(token);
        if (token.kind() == Kind.SEMICOLON || Marker.isMarker(source, token)) {
          previous = null;
          subscripts = 0;
        } else if (!token.isComment()) {
          previous = token;
        }
        at = token.end();
      }
    }
    return tokens;
  }

  private Token next(int start) {
    char first = text.charAt(start);
    Quotes quotes = new Quotes(source, start);
    return switch (first) {
      case ';' -> token(Kind.SEMICOLON, start, start + 1);
      case '\'' -> token(Kind.STRING, start, quotes.endOfQuoted(start, '\''));
      case '"', '`' -> token(Kind.QUOTED_IDENTIFIER, start, quotes.endOfQuoted(start, first));
      case '[' -> opening(start, quotes);
      case ']' -> closing(start);
      case '-' ->
          text.startsWith("--", start)
              ? token(Kind.LINE_COMMENT, start, quotes.endOfLineComment())
              : operator(start);
      case '/' ->
          text.startsWith("/*", start)
              ? token(Kind.BLOCK_COMMENT, start, quotes.endOfBlockComment())
              : operator(start);
      case '?', ':', '@', '$' -> parameter(start, quotes);
      case '.' ->
          words.isDigit(start + 1)
              ? token(Kind.NUMBER, start, words.endOfNumber(start))
              : operator(start);
      default -> {
        if (words.isDigit(start)) {
          yield token(Kind.NUMBER, start, words.endOfNumber(start));
        }
        yield words.isWordStart(start) ? word(start, quotes) : operator(start);
      }
    };
  }

  private Token word(int start, Quotes quotes) {
    char first = Character.toLowerCase(text.charAt(start));
    if (text.startsWith("'", start + 1) && "bnx".indexOf(first) >= 0) {
      return token(
          first == 'x' ? Kind.BLOB : Kind.STRING, start, quotes.endOfQuoted(start + 1, '\''));
    }
    if (text.startsWith("'", start + 1) && first == 'e') {
      return token(Kind.STRING, start, quotes.endOfEscaped(start + 1));
    }
    if (text.startsWith("&'", start + 1) && first == 'u') {
      return token(Kind.STRING, start, quotes.endOfQuoted(start + 2, '\''));
    }
    if (text.startsWith("&\"", start + 1) && first == 'u') {
      return token(Kind.QUOTED_IDENTIFIER, start, quotes.endOfQuoted(start + 2, '"'));
    }
    return token(Kind.WORD, start, words.endOfWord(start));
  }

  private Token parameter(int start, Quotes quotes) {
    int tag = quotes.endOfDollarTag();
    if (tag > 0) {
      return token(Kind.STRING, start, quotes.endOfDollarQuoted(tag));
    }
    boolean named =
        text.charAt(start) == '?' ? words.isDigit(start + 1) : words.isWordPart(start + 1);
    if (named && Operators.length(text, start) == 1) {
      return token(Kind.PARAMETER, start, words.endOfWord(start + 1));
    }
    return text.charAt(start) == '?' && Operators.length(text, start) == 1
        ? token(Kind.PARAMETER, start, start + 1)
        : operator(start);
  }

  private Token opening(int start, Quotes quotes) {
    if (subscripts > 0 || isSubscript(start)) {
      subscripts++;
      return token(Kind.OPERATOR, start, start + 1);
    }
    return token(Kind.QUOTED_IDENTIFIER, start, quotes.endOfBracketed());
  }

  private boolean isSubscript(int start) {
    Token before = previous;
    if (text.startsWith("]", start + 1)) {
      return true;
    }
    if (before == null) {
      return false;
    }
    boolean operand = before.isName() || before.text().equals(")") || before.text().equals("]");
    return before.is("ARRAY") || (operand && before.end() == start);
  }

  private Token closing(int start) {
    subscripts = Math.max(0, subscripts - 1);
    return token(Kind.OPERATOR, start, start + 1);
  }

  private Token operator(int start) {
    return token(Kind.OPERATOR, start, start + Operators.length(text, start));
  }

  private Token token(Kind kind, int start, int end) {
    return new Token(kind, source.between(start, end), start);
  }
}
