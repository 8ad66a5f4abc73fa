package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.Token;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What H2 tells with numbers for all letters but those of ASCII, as {@code U&"gr\00f6\00dfe"}, in
 * its own letters.
 */
final class Unescaped {
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:\\\\|\\+\\p{XDigit}{6}|\\p{XDigit}{4})");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Unescaped() {}

  static String name(Token token) {
    return isEscaped(token) ? letters(token.name()) : token.name();
  }

  /** {@return a string as SQL, with the numbers only of what nobody can see} */
  static String string(Token token) {
    if (!isEscaped(token)) {
      return token.text();
    }
    String letters = letters(token.text().substring(2));
    return CONTROL.matcher(letters).find() ? token.text() : letters;
  }

  private static boolean isEscaped(Token token) {
    return token.text().regionMatches(true, 0, "U&", 0, 2);
  }

  private static String letters(String escaped) {
    return ESCAPE
        .matcher(escaped)
        .replaceAll(escape -> Matcher.quoteReplacement(letter(escape.group().substring(1))));
  }

  private static String letter(String escape) {
    return escape.equals("\\")
        ? escape
        : Character.toString(Integer.parseInt(escape.replace("+", ""), 16));
  }
}
