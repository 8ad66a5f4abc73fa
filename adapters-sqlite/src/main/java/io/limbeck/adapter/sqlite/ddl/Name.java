package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import java.util.regex.Pattern;

/**
 * What a table, a column or a constraint is called. Two names that differ only in the case of the
 * letters a to z are equal, as they are to SQLite.
 *
 * @param text without quotes
 */
public record Name(String text) {
  // With an underscore inside it is no keyword.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+(_[A-Za-z0-9]+)+");

  public static Name of(Token token) {
    return new Name(
        token.kind() == Token.Kind.STRING
            ? token.text().substring(1, token.text().length() - 1).replace("''", "'")
            : token.name());
  }

  /** {@return the name as it can stand in any SQL} */
  public String quoted() {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** {@return the name with quotes only where it does not look like a plain word} */
  String quotedIfNeeded() {
    return PLAIN.matcher(text).matches() ? text : quoted();
  }

  /** {@return the text with its letters a to z small: equal for equal names} */
  public String folded() {
    StringBuilder folded = new StringBuilder(text);
    for (int at = 0; at < folded.length(); at++) {
      char letter = folded.charAt(at);
      if (letter >= 'A' && letter <= 'Z') {
        folded.setCharAt(at, (char) (letter + ('a' - 'A')));
      }
    }
    return folded.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name
        && text.length() == name.text.length()
        && (text.equals(name.text) || folded().equals(name.folded()));
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
