package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;

/** What can be told of an expression from its tokens alone. */
public final class Expressions {
  // Reserved: without quotes they name nothing.
  private static final Set<String> RESERVED =
      Set.of(
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS",
          "NULL",
          "BETWEEN",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "EXISTS",
          "COLLATE",
          "AS",
          "FROM",
          "ESCAPE",
          "ISNULL",
          "NOTNULL",
          "DISTINCT");

  private Expressions() {}

  /**
   * {@return the names that may be columns, in the order of the text; functions, collations and
   * types are not among them}
   */
  public static SequencedSet<Name> names(String expression) {
    List<Token> tokens = withoutComments(expression);
    SequencedSet<Name> names = new LinkedHashSet<>();
    // A word behind a value is no name but says what is done with it: LIKE, DESC, END, a type.
    boolean behindValue = false;
    boolean type = false;
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      boolean function = token.kind() == Token.Kind.WORD && isSign(tokens, index + 1, "(");
      boolean qualifier = isSign(tokens, index + 1, ".");
      boolean collation = index > 0 && tokens.get(index - 1).is("COLLATE");
      type = token.is("AS") || (type && token.isName());
      boolean name = token.isName() && !isReserved(token) && !behindValue;
      if (name && !function && !qualifier && !collation && !type) {
        names.add(Name.of(token));
      }
      behindValue = isValue(token, name && !function, behindValue);
    }
    return names;
  }

  /** {@return whether a name stands somewhere in any SQL, in whatever quotes} */
  public static boolean mentions(String sql, Name name) {
    return Lexer.tokens(sql).stream()
        .anyMatch(token ->
            (token.isName() || token.kind() == Token.Kind.STRING) && Name.of(token).equals(name));
  }

  /**
   * {@return those of them in double quotes: where there is no column of that name SQLite takes
   * them for strings}
   */
  public static SequencedSet<Name> doubtfulNames(String expression) {
    SequencedSet<Name> names = names(expression);
    names.removeIf(name -> !DoubleQuotes.hold(expression, name));
    return names;
  }

  private static boolean isValue(Token token, boolean name, boolean behindValue) {
    return switch (token.kind()) {
      case OPERATOR -> token.text().equals(")");
      case WORD ->
          name
              || isWord(token, "NULL", "END", "ISNULL", "NOTNULL")
              || (behindValue && token.is("NOT"));
      default -> true;
    };
  }

  /**
   * {@return whether the value is the same for every row and known beforehand: a literal, with or
   * without a sign}
   */
  public static boolean isLiteral(String expression) {
    List<Token> tokens = withoutComments(expression);
    Token last = tokens.getLast();
    boolean signed = isSign(tokens, 0, "-") || isSign(tokens, 0, "+");
    return switch (last.kind()) {
      case NUMBER -> tokens.size() == (signed ? 2 : 1);
      case STRING, BLOB -> tokens.size() == 1;
      case WORD -> tokens.size() == 1 && isWord(last, "NULL", "TRUE", "FALSE");
      default -> false;
    };
  }

  /** {@return whether it can stand behind DEFAULT without parentheses} */
  static boolean needsNoParentheses(String expression) {
    List<Token> tokens = withoutComments(expression);
    boolean moment =
        tokens.size() == 1
            && isWord(tokens.getFirst(), "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");
    return moment || isLiteral(expression) || isInParentheses(expression);
  }

  private static boolean isInParentheses(String expression) {
    try {
      Reader reader = new Reader("an expression", expression);
      reader.parentheses();
      return reader.atEnd();
    } catch (NotUnderstoodException other) {
      return false;
    }
  }

  private static boolean isReserved(Token token) {
    return token.kind() == Token.Kind.WORD
        && RESERVED.contains(token.text().toUpperCase(Locale.ROOT));
  }

  private static List<Token> withoutComments(String sql) {
    return Lexer.tokens(sql).stream().filter(token -> !token.isComment()).toList();
  }

  private static boolean isSign(List<Token> tokens, int index, String sign) {
    return index < tokens.size()
        && tokens.get(index).kind() == Token.Kind.OPERATOR
        && tokens.get(index).text().equals(sign);
  }

  private static boolean isWord(Token token, String... words) {
    for (String word : words) {
      if (token.is(word)) {
        return true;
      }
    }
    return false;
  }
}
