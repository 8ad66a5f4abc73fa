package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text that SQLite keeps into tokens by <a
 * href="https://sqlite.org/src/file/src/tokenize.c">SQLite's own rules</a>, which are simpler than
 * those for scripts: a comment does not nest and may be left open, a bracket always quotes, and
 * nothing stands in dollars.
 */
public final class Lexer {
  // In the order of the pattern's groups.
  private static final List<Kind> KINDS =
      List.of(
          Kind.LINE_COMMENT,
          Kind.BLOCK_COMMENT,
          Kind.STRING,
          Kind.BLOB,
          Kind.QUOTED_IDENTIFIER,
          Kind.NUMBER,
          Kind.PARAMETER,
          Kind.WORD,
          Kind.SEMICOLON,
          Kind.OPERATOR);
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (--(?:[^\\r\\n]|\\r(?!\\n))*+)
          |(/\\*(?s:.*?)(?:\\*/|\\z))
          |('(?:[^']++|'')*+')
          |([xX]'[^']*+')
          |("(?:[^"]++|"")*+"|`(?:[^`]++|``)*+`|\\[[^\\]]*+\\])
          |((?:0[xX][0-9a-fA-F_]++|(?:[0-9][0-9_]*+(?:\\.[0-9_]*+)?|\\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9_]++)?)[\\w$]*+)
          |([?:@\\#$][\\w$:]*+)
          |([\\w$\\x{80}-\\x{10FFFF}]++)
          |(;)
          |(->>|\\|\\||<=|<>|<<|>=|>>|==|!=|->|[^\\x20\\t\\n\\f\\r\\uFEFF])\
          """,
          Pattern.COMMENTS);

  private Lexer() {}

  /** {@return the tokens in order, comments included} */
  public static List<Token> tokens(String sql) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      tokens.add(new Token(kind(matcher), matcher.group(), matcher.start()));
    }
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    int group = 1;
    while (matcher.start(group) < 0) {
      group++;
    }
    return KINDS.get(group - 1);
  }
}
