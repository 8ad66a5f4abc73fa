package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;

/**
 * Names in double quotes. Where there is no column of that name SQLite <a
 * href="https://sqlite.org/quirks.html#dblquote">takes them for strings</a>, so that a view over a
 * dropped column would go on in silence, with another meaning. In brackets a name is a name.
 */
final class DoubleQuotes {
  private DoubleQuotes() {}

  static boolean hold(String sql, Name name) {
    return Lexer.tokens(sql).stream().anyMatch(token -> isQuoted(token, name));
  }

  /** Writes {@code name} in brackets wherever it stands in double quotes behind {@code from}. */
  static void replace(String sql, int from, Name name, Edits edits) {
    Lexer.tokens(sql).stream()
        .filter(token -> token.start() >= from && isQuoted(token, name))
        .forEach(token -> edits.replace(new Span(token.start(), token.end()), certain(name)));
  }

  /**
   * {@return the expression with every name in double quotes written so that it can be no other}
   */
  static String certain(String expression) {
    Edits edits = new Edits();
    Lexer.tokens(expression).stream()
        .filter(DoubleQuotes::isQuoted)
        .forEach(
            token -> edits.replace(new Span(token.start(), token.end()), certain(Name.of(token))));
    return edits.appliedTo(expression);
  }

  private static String certain(Name name) {
    return "`" + name.text().replace("`", "``") + "`";
  }

  private static boolean isQuoted(Token token, Name name) {
    return isQuoted(token) && Name.of(token).equals(name);
  }

  private static boolean isQuoted(Token token) {
    return token.kind() == Token.Kind.QUOTED_IDENTIFIER && token.text().startsWith("\"");
  }
}
