package io.limbeck.adapter.sql;

import io.limbeck.adapter.sql.Removal.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a statement from its beginning, word by word, as far as one asks. */
final class Phrase {
  private final List<Token> tokens;
  private int at;

  Phrase(String sql) {
    this.tokens =
        Tokenizer.tokens(Source.of(sql, "a statement")).stream()
            .filter(token -> !token.isComment())
            .toList();
  }

  /** Steps over {@code words} if they are next, all of them; a word may be a sign. */
  boolean takes(String... words) {
    for (int index = 0; index < words.length; index++) {
      if (!isNext(index, words[index])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** {@return the next name, its schema included, stepped over; empty if there is none} */
  Optional<Name> name() {
    int begin = at;
    if (!isName(at)) {
      return Optional.empty();
    }
    at++;
    while (isNext(0, ".") && isName(at + 1)) {
      at += 2;
    }
    List<Token> read = tokens.subList(begin, at);
    return Optional.of(new Name(joined(read, Token::text), joined(read, Token::name)));
  }

  private static String joined(List<Token> tokens, Function<Token, String> part) {
    return tokens.stream().map(part).collect(Collectors.joining());
  }

  /** Steps over a comma if what follows is a name and nothing else belongs to it. */
  boolean takesCommaBeforeLoneName() {
    boolean lone =
        isNext(0, ",")
            && isName(at + 1)
            && (at + 2 >= tokens.size() || isNext(2, ",") || isNext(2, ")"));
    at += lone ? 1 : 0;
    return lone;
  }

  /** Steps to after the next comma outside of parentheses; false if there is none. */
  boolean skipsPastComma() {
    int depth = 0;
    while (at < tokens.size()) {
      String text = tokens.get(at++).text();
      if (text.equals(",") && depth == 0) {
        return true;
      }
      depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
    }
    return false;
  }

  private boolean isName(int index) {
    return index < tokens.size() && tokens.get(index).isName();
  }

  private boolean isNext(int ahead, String word) {
    if (at + ahead >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(at + ahead);
    return token.kind() == Token.Kind.OPERATOR ? token.text().equals(word) : token.is(word);
  }
}
