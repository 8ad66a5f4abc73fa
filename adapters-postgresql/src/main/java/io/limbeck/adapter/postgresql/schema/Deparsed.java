package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as PostgreSQL writes it, which is alike wherever it writes it, but for one thing: what it
 * makes of {@code a IN ('x', 'y')} it reads as something else again. A cast behind an array ({@code
 * ARRAY['x'::character varying]::text[]}) becomes one of each element.
 */
final class Deparsed {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|\\$(\\w*)\\$.*?\\$\\1\\$|.", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern CAST =
      Pattern.compile("\\)?::((?:[\\w.]+|\"[^\"]+\")(?: varying| precision)?)\\[]");
  private static final String ARRAY = "ARRAY[";

  private Deparsed() {}

  static Expression text(String sql) {
    return new Expression(sql, canonical(sql));
  }

  /** {@return the same without one pair of parentheses around all of it, if there is one} */
  static Expression unwrapped(String sql) {
    boolean isWrapped = sql.startsWith("(") && closing(sql, 0, '(', ')') == sql.length() - 1;
    return text(isWrapped ? sql.substring(1, sql.length() - 1) : sql);
  }

  static Expression name(Name name) {
    return text(Identifiers.quoted(name));
  }

  private static String canonical(String sql) {
    String canonical = QUOTED.matcher(sql).replaceAll(Deparsed::name);
    int at = canonical.lastIndexOf(ARRAY);
    while (at >= 0) {
      canonical = castInside(canonical, at);
      at = at == 0 ? -1 : canonical.lastIndexOf(ARRAY, at - 1);
    }
    // Without a length the one is no different from the other.
    return canonical.replace("::character varying::text", "::text");
  }

  /** Names that differ in case only are equal, and so are those in quotes and without. */
  private static String name(MatchResult token) {
    String text = token.group();
    if (!text.startsWith("\"")) {
      return Matcher.quoteReplacement(text);
    }
    String name = text.toLowerCase(Locale.ROOT);
    String bare = name.substring(1, name.length() - 1);
    return Matcher.quoteReplacement(PLAIN.matcher(bare).matches() ? bare : name);
  }

  private static String castInside(String sql, int array) {
    int open = array + ARRAY.length() - 1;
    int close = closing(sql, open, '[', ']');
    if (close < 0) {
      return sql; // the word stands in a string
    }
    Matcher cast = CAST.matcher(sql).region(close + 1, sql.length());
    if (!cast.lookingAt()) {
      return sql;
    }
    boolean wrapped = sql.charAt(close + 1) == ')';
    String type = cast.group(1);
    List<String> elements = new ArrayList<>();
    for (String element : elements(sql.substring(open + 1, close))) {
      elements.add(wrapped ? "(%s)::%s".formatted(element, type) : element + "::" + type);
    }
    int start = wrapped ? array - 1 : array;
    return "%sARRAY[%s]%s"
        .formatted(sql.substring(0, start), String.join(", ", elements), sql.substring(cast.end()));
  }

  private static List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    int depth = 0;
    Matcher token = TOKEN.matcher(list);
    while (token.find()) {
      String text = token.group();
      depth += "([".contains(text) ? 1 : ")]".contains(text) ? -1 : 0;
      if (depth == 0 && text.equals(",")) {
        elements.add(element.toString().strip());
        element.setLength(0);
      } else {
        element.append(text);
      }
    }
    elements.add(element.toString().strip());
    return elements;
  }

  /** {@return where a bracket is closed, strings and quoted names aside; -1 if nowhere} */
  private static int closing(String sql, int open, char opening, char closing) {
    int depth = 0;
    Matcher token = TOKEN.matcher(sql).region(open, sql.length());
    while (token.find()) {
      if (token.end() - token.start() == 1) {
        char character = sql.charAt(token.start());
        depth += character == opening ? 1 : character == closing ? -1 : 0;
        if (depth == 0) {
          return token.start();
        }
      }
    }
    return -1;
  }
}
