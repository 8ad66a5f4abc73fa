package io.limbeck.adapter.sql;

import java.util.Set;

/**
 * The operators of more than one character. A list, and not PostgreSQL's rule that any run of
 * operator characters is one, because {@code a||-1} and {@code a || -1} must be the same tokens.
 * None ends in a slash or a dash, so none swallows the beginning of a comment.
 */
final class Operators {
  private static final int LONGEST = 4;
  private static final Set<String> LONG =
      Set.of(
          "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->", "->>", "::", ":=", "=>", "&&", "@>",
          "<@", "#>", "#>>", "@@", "@@@", "@?", "?|", "?&", "^@", "~*", "!~", "!~*", "~~", "~~*",
          "!~~", "!~~*", "<->", "<=>", "<<=", ">>=", "**", "..");

  private Operators() {}

  /** {@return how long the operator at {@code offset} is: 1 if it is none of more characters} */
  static int length(String text, int offset) {
    for (int length = Math.min(LONGEST, text.length() - offset); length > 1; length--) {
      if (LONG.contains(text.substring(offset, offset + length))) {
        return length;
      }
    }
    return 1;
  }
}
