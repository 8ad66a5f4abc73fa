package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds where an expression says {@code table.column} and means its own table. */
final class OwnName {
  private OwnName() {}

  /** {@return the places of {@code table} before a dot, at or behind {@code from}, in order} */
  static List<Span> qualifiers(String sql, int from, Name table) {
    List<Token> tokens = Lexer.tokens(sql).stream().filter(token -> !token.isComment()).toList();
    List<Span> found = new ArrayList<>();
    for (int index = 0; index + 1 < tokens.size(); index++) {
      Token token = tokens.get(index);
      boolean name = token.isName() || token.kind() == Token.Kind.STRING;
      if (token.start() >= from
          && name
          && tokens.get(index + 1).text().equals(".")
          && Name.of(token).equals(table)) {
        found.add(new Span(token.start(), token.end()));
      }
    }
    return found;
  }
}
