package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.Source;
import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sql.Tokenizer;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What H2 tells of an expression, in the words of a script. H2 has made all spellings of it one,
 * with every name in quotes; they go where they are not needed, and so does the schema that is
 * current.
 *
 * @param schema the current one
 */
record Wording(H2Names names, String schema) {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  /** {@return an expression, in one line} */
  Expression expression(String sql) {
    return worded(sql, gap -> gap.isEmpty() ? "" : " ");
  }

  /** {@return a whole statement, as it is laid out} */
  Expression statement(String sql) {
    return worded(sql, gap -> gap);
  }

  private Expression worded(String sql, UnaryOperator<String> layout) {
    List<Token> tokens = tokens(sql);
    StringBuilder text = new StringBuilder();
    List<String> words = new ArrayList<>();
    int end = 0;
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      text.append(layout.apply(sql.substring(end, token.start())));
      end = token.end();
      if (qualifies(tokens, index)) {
        end = tokens.get(++index).end();
      } else {
        text.append(spelled(token));
        words.add(canonical(token));
      }
    }
    return new Expression(text.toString(), String.join(" ", words));
  }

  /** {@return the names in an expression that H2 told, in their order} */
  static SequencedSet<Name> namesIn(String sql) {
    SequencedSet<Name> found = new LinkedHashSet<>();
    for (Token token : tokens(sql)) {
      if (isName(token)) {
        found.add(new Name(Unescaped.name(token)));
      }
    }
    return found;
  }

  /** {@return a name as H2 tells it} */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static List<Token> tokens(String sql) {
    return Tokenizer.tokens(Source.of(sql, "a definition in H2"));
  }

  /** {@return whether a token is the current schema, in front of a name} */
  private boolean qualifies(List<Token> tokens, int index) {
    return isName(tokens.get(index))
        && Unescaped.name(tokens.get(index)).equals(schema)
        && isPoint(tokens, index + 1)
        && !isPoint(tokens, index - 1);
  }

  private static boolean isPoint(List<Token> tokens, int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).text().equals(".");
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.QUOTED_IDENTIFIER;
  }

  private String spelled(Token token) {
    return switch (token.kind()) {
      case QUOTED_IDENTIFIER -> names.spelled(Unescaped.name(token));
      case STRING -> Unescaped.string(token);
      default -> token.text();
    };
  }

  private static String canonical(Token token) {
    if (token.kind() == Token.Kind.STRING) {
      return Unescaped.string(token);
    }
    if (!isName(token)) {
      return token.text().toLowerCase(Locale.ROOT);
    }
    String folded = Unescaped.name(token).toLowerCase(Locale.ROOT);
    return PLAIN.matcher(folded).matches() ? folded : '"' + folded.replace("\"", "\"\"") + '"';
  }
}
