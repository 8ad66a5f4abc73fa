package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text token by token, comments passed over; what it does not expect is an error. */
final class Reader {
  private final String what;
  private final String sql;
  private final List<Token> tokens;
  private int next;

  /**
   * @param what the text, in words, for messages
   */
  Reader(String what, String sql) {
    this.what = what;
    this.sql = sql;
    this.tokens = Lexer.tokens(sql).stream().filter(token -> !token.isComment()).toList();
  }

  String sql() {
    return sql;
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** {@return whether {@code words} come next: keywords in any case, or signs} */
  boolean sees(String... words) {
    if (next + words.length > tokens.size()) {
      return false;
    }
    for (int index = 0; index < words.length; index++) {
      Token token = tokens.get(next + index);
      boolean sign = token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.SEMICOLON;
      if (!(sign ? token.text().equals(words[index]) : token.is(words[index]))) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether {@code words} came next, and steps over them if so} */
  boolean takes(String... words) {
    boolean found = sees(words);
    if (found) {
      next += words.length;
    }
    return found;
  }

  /** {@return whether one of {@code words} came next, and steps over it if so} */
  boolean takesOneOf(String... words) {
    for (String word : words) {
      if (takes(word)) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether an operator came next, and steps over it if so} */
  boolean takesOperator() {
    boolean found = peek().filter(token -> token.kind() == Token.Kind.OPERATOR).isPresent();
    if (found) {
      next++;
    }
    return found;
  }

  void expect(String... words) throws NotUnderstoodException {
    if (!takes(words)) {
      throw unexpected(String.join(" ", words));
    }
  }

  /** {@return the next token, stepped over} */
  Token take(String expected) throws NotUnderstoodException {
    if (atEnd()) {
      throw unexpected(expected);
    }
    return tokens.get(next++);
  }

  Optional<Token> peek() {
    return atEnd() ? Optional.empty() : Optional.of(tokens.get(next));
  }

  /** {@return whether a name comes next; SQLite takes a string for one as well} */
  boolean seesName() {
    return peek().filter(token -> token.isName() || token.kind() == Token.Kind.STRING).isPresent();
  }

  Name name(String expected) throws NotUnderstoodException {
    if (!seesName()) {
      throw unexpected(expected);
    }
    return Name.of(take(expected));
  }

  /** {@return where the next token begins; the text's length at its end} */
  int start() {
    return peek().map(Token::start).orElse(sql.length());
  }

  /** {@return where the token that was read last ends} */
  int end() {
    return tokens.get(next - 1).end();
  }

  /** {@return what was read since {@code start}} */
  Span since(int start) {
    return new Span(start, end());
  }

  /** Steps over a pair of parentheses and {@return what stands between them, both included}. */
  Span parentheses() throws NotUnderstoodException {
    int start = start();
    expect("(");
    for (int depth = 1; depth > 0; ) {
      Token token = take(")");
      depth += sign(token, "(") ? 1 : sign(token, ")") ? -1 : 0;
    }
    return since(start);
  }

  /** {@return the names of a list in parentheses; what follows a name in it is passed over} */
  List<Name> names(String expected) throws NotUnderstoodException {
    List<Name> names = new ArrayList<>();
    expect("(");
    do {
      names.add(name(expected));
      while (!sees(",") && !sees(")")) {
        if (sees("(")) {
          parentheses();
        } else {
          take("COLLATE, ASC, DESC, a comma or )");
        }
      }
    } while (takes(","));
    expect(")");
    return names;
  }

  /** Refuses what was read since {@code start} if a token of some kind is in it. */
  void refuse(Token.Kind kind, int start, String expected) throws NotUnderstoodException {
    for (Token token : tokens.subList(0, next)) {
      if (token.kind() == kind && token.start() >= start) {
        throw new NotUnderstoodException(what, sql, token.start(), token.text(), expected);
      }
    }
  }

  NotUnderstoodException unexpected(String expected) {
    return new NotUnderstoodException(
        what, sql, start(), peek().map(Token::text).orElse(""), expected);
  }

  private static boolean sign(Token token, String sign) {
    return token.kind() == Token.Kind.OPERATOR && token.text().equals(sign);
  }
}
