package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Lexer;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.domain.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells what is the same in other words: white space, comments, letter case, the quotes of names,
 * parentheses around the whole, and two spellings of one operator.
 */
final class Wording {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  // What SQLite takes for a word without quotes.
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][\\w$\\x{80}-\\x{10FFFF}]*");

  private final Optional<Name> table;
  private final Predicate<Name> names;

  private Wording(Optional<Name> table, Predicate<Name> names) {
    this.table = table;
    this.names = names;
  }

  /**
   * {@return the wording of expressions about one table}
   *
   * @param columns what it has; <a href="https://sqlite.org/quirks.html#dblquote">anything else in
   *     double quotes is a string</a>
   */
  static Wording in(Name table, Predicate<Name> columns) {
    return new Wording(Optional.of(table), columns);
  }

  /** {@return the wording of what has no table of its own: there all that can be a name is one} */
  static Wording anywhere() {
    return new Wording(Optional.empty(), name -> true);
  }

  /** {@return an expression, without parentheses around it} */
  Expression expression(String sql) {
    List<Token> tokens = tokens(sql);
    while (isInParentheses(tokens)) {
      tokens = tokens.subList(1, tokens.size() - 1);
    }
    return new Expression(inOneLine(tokens), canonical(tokens));
  }

  /** {@return a whole statement as it is laid out, without the comment that may end it} */
  Expression statement(String sql) {
    List<Token> tokens = tokens(sql);
    return new Expression(sql.substring(0, tokens.getLast().end()), canonical(tokens));
  }

  /** {@return the tokens that mean something} */
  static List<Token> tokens(String sql) {
    return Lexer.tokens(sql).stream().filter(token -> !token.isComment()).toList();
  }

  static boolean isInParentheses(List<Token> tokens) {
    if (tokens.size() < 3 || !isSign(tokens, 0, "(")) {
      return false;
    }
    int depth = 0;
    for (int index = 0; index < tokens.size(); index++) {
      depth += isSign(tokens, index, "(") ? 1 : isSign(tokens, index, ")") ? -1 : 0;
      if (depth == 0) {
        return index == tokens.size() - 1;
      }
    }
    return false;
  }

  /** {@return a name as it is compared: in quotes only if it would be another word without them} */
  static String canonical(Name name) {
    String folded = name.text().toLowerCase(Locale.ROOT);
    return WORD.matcher(folded).matches() && !Keywords.isReservedInExpressions(folded)
        ? folded
        : '"' + folded.replace("\"", "\"\"") + '"';
  }

  /** {@return a column as an expression} */
  static Expression name(Name column) {
    return new Expression(spelled(column.text()), canonical(column));
  }

  /** {@return a name in quotes only where SQLite needs them} */
  static String spelled(String name) {
    return PLAIN.matcher(name).matches() && !Keywords.contains(name)
        ? name
        : new Name(name).quoted();
  }

  private String inOneLine(List<Token> tokens) {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      if (index > 0 && tokens.get(index - 1).end() < token.start()) {
        line.append(' ');
      }
      line.append(isString(tokens, index) ? string(token) : token.text());
    }
    return line.toString();
  }

  private String canonical(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      boolean qualifier = token.isName() && isSign(tokens, index + 1, ".");
      if (qualifier && table.filter(Name.of(token)::equals).isPresent()) {
        index++; // its own columns need not say whose they are
      } else if (isWord(tokens, index, "FOR") && isWord(tokens, index + 1, "EACH")) {
        index += 2; // ROW: every trigger of SQLite is one for each row
      } else {
        words.add(isString(tokens, index) ? string(token) : canonical(token));
      }
    }
    return String.join(" ", words);
  }

  private static String canonical(Token token) {
    return switch (token.kind()) {
      case WORD, NUMBER, BLOB -> token.text().toLowerCase(Locale.ROOT);
      case QUOTED_IDENTIFIER -> canonical(Name.of(token));
      case OPERATOR ->
          switch (token.text()) {
            case "==" -> "=";
            case "!=" -> "<>";
            default -> token.text();
          };
      case STRING, PARAMETER, SEMICOLON, LINE_COMMENT, BLOCK_COMMENT -> token.text();
    };
  }

  /** {@return whether what stands in double quotes is no name} */
  private boolean isString(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    return token.kind() == Token.Kind.QUOTED_IDENTIFIER
        && token.text().startsWith("\"")
        && !names.test(Name.of(token))
        && !isSign(tokens, index + 1, ".")
        && !isSign(tokens, index + 1, "(")
        && !isSign(tokens, index - 1, ".")
        && !isWord(tokens, index - 1, "COLLATE")
        && !isWord(tokens, index - 1, "AS");
  }

  private static String string(Token token) {
    return "'" + Name.of(token).text().replace("'", "''") + "'";
  }

  private static boolean isSign(List<Token> tokens, int index, String sign) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).kind() == Token.Kind.OPERATOR
        && tokens.get(index).text().equals(sign);
  }

  private static boolean isWord(List<Token> tokens, int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }
}
