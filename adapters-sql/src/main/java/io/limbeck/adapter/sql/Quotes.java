package io.limbeck.adapter.sql;

import io.limbeck.application.script.ScriptException;

/** Finds where what begins at {@code start} ends: strings, quoted identifiers, comments. */
record Quotes(Source source, int start) {

  /** In a quoted text the quote itself is written twice. */
  int endOfQuoted(int open, char quote) {
    String text = source.text();
    int close = text.indexOf(quote, open + 1);
    while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == quote) {
      close = text.indexOf(quote, close + 2);
    }
    if (close < 0) {
      throw unterminated(
          quote == '\'' ? "string" : "quoted identifier", "Close it with %s.".formatted(quote));
    }
    return close + 1;
  }

  /** In PostgreSQL's {@code E'..'} a backslash protects the character after it. */
  int endOfEscaped(int open) {
    String text = source.text();
    for (int at = open + 1; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == '\'') {
        if (!text.startsWith("'", at + 1)) {
          return at + 1;
        }
        at++;
      }
    }
    throw unterminated("string", "Close it with '.");
  }

  int endOfBracketed() {
    int close = source.text().indexOf(']', start);
    if (close < 0) {
      throw unterminated("quoted identifier", "Close it with ].");
    }
    return close + 1;
  }

  /**
   * {@return the offset after the {@code $$} or {@code $tag$} that begins here; -1 if none does}
   */
  int endOfDollarTag() {
    String text = source.text();
    int at = start + 1;
    if (text.charAt(start) != '$' || new Words(text).isDigit(at)) {
      return -1;
    }
    while (at < text.length() && Words.isPart(text.charAt(at)) && text.charAt(at) != '$') {
      at++;
    }
    return text.startsWith("$", at) ? at + 1 : -1;
  }

  int endOfDollarQuoted(int endOfTag) {
    String tag = source.between(start, endOfTag);
    int close = source.text().indexOf(tag, endOfTag);
    if (close < 0) {
      throw unterminated("string", "Close it with %s.".formatted(tag));
    }
    return close + tag.length();
  }

  /** Comments nest, as in PostgreSQL and H2. */
  int endOfBlockComment() {
    String text = source.text();
    int depth = 1;
    int at = start + 2;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    throw unterminated("comment", "Close it with */, once for every /* in it.");
  }

  /**
   * A carriage return alone ends a comment for PostgreSQL and H2 but not for SQLite, which would
   * take the statement behind it for a part of the comment.
   */
  int endOfLineComment() {
    String text = source.text();
    int lineFeed = text.indexOf('\n', start);
    int end = lineFeed < 0 ? text.length() : lineFeed;
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    int lone = text.indexOf('\r', start, end);
    if (lone >= 0) {
      throw source.error(
          lone,
          "A comment holds a carriage return that ends the line for some databases only.",
          "Save the script with LF or CRLF line ends.");
    }
    return end;
  }

  private ScriptException unterminated(String what, String remedy) {
    return source.error(start, "This %s does not end.".formatted(what), remedy);
  }
}
