package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text that SQLite keeps into tokens by <a
 * href="https://sqlite.org/src/file/src/tokenize.c">SQLite's own rules</a>, which are simpler than
 * those for scripts: a comment does not nest and may be left open, a bracket always quotes, and
 * nothing stands in dollars.
 */
final class Lexer {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "line", Kind.LINE_COMMENT,
          "block", Kind.BLOCK_COMMENT,
          "string", Kind.STRING,
          "blob", Kind.BLOB,
          "quoted", Kind.QUOTED_IDENTIFIER,
          "number", Kind.NUMBER,
          "parameter", Kind.PARAMETER,
          "word", Kind.WORD,
          "semicolon", Kind.SEMICOLON,
          "operator", Kind.OPERATOR);
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<line>--(?:[^\\r\\n]|\\r(?!\\n))*+)
          |(?<block>/\\*(?s:.*?)(?:\\*/|\\z))
          |(?<string>'(?:[^']++|'')*+')
          |(?<blob>[xX]'[^']*+')
          |(?<quoted>"(?:[^"]++|"")*+"|`(?:[^`]++|``)*+`|\\[[^\\]]*+\\])
          |(?<number>(?:0[xX][0-9a-fA-F_]++|(?:[0-9][0-9_]*+(?:\\.[0-9_]*+)?|\\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9_]++)?)[\\w$]*+)
          |(?<parameter>[?:@\\#$][\\w$:]*+)
          |(?<word>[\\w$\\x{80}-\\x{10FFFF}]++)
          |(?<semicolon>;)
          |(?<operator>->>|\\|\\||<=|<>|<<|>=|>>|==|!=|->|[^\\x20\\t\\n\\f\\r\\uFEFF])\
          """,
          Pattern.COMMENTS);

  private Lexer() {}

  /** {@return the tokens in order, comments included} */
  static List<Token> tokens(String sql) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      tokens.add(new Token(kind(matcher), matcher.group(), matcher.start()));
    }
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    for (Map.Entry<String, Kind> group : KINDS.entrySet()) {
      if (matcher.start(group.getKey()) >= 0) {
        return group.getValue();
      }
    }
    throw new IllegalStateException("every alternative of the pattern is a group");
  }
}
