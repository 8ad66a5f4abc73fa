package io.limbeck.adapter.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Java source as what is code in it and what is comment. */
final class JavaText {
  private final String text;
  private final StringBuilder code;
  private final List<Comment> comments = new ArrayList<>();

  /**
   * @param inside without the signs that begin and end it
   * @param end the offset after its last character
   */
  record Comment(String inside, int start, int end) {}

  /** Whatever does not end in {@code text} goes on to its end: the compiler will tell. */
  JavaText(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      at = next(at);
    }
  }

  List<Comment> comments() {
    return comments;
  }

  /** {@return the offset of the last code before {@code offset} in its line; empty if none} */
  Optional<Integer> codeBefore(int offset) {
    int at = offset - 1;
    while (at >= 0 && code.charAt(at) != '\n' && Character.isWhitespace(code.charAt(at))) {
      at--;
    }
    return at < 0 || code.charAt(at) == '\n' ? Optional.empty() : Optional.of(at);
  }

  /** {@return the offset of the first code from {@code offset} on; empty if there is none} */
  Optional<Integer> codeFrom(int offset) {
    int at = offset;
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
    return at == code.length() ? Optional.empty() : Optional.of(at);
  }

  /** {@return the offset of the first brace from {@code offset} on that is code} */
  int openingFrom(int offset) {
    return code.indexOf("{", offset);
  }

  /** {@return the offset after what begins at {@code at}: a comment, a literal or a character} */
  private int next(int at) {
    if (text.startsWith("//", at)) {
      int lineEnd = text.indexOf('\n', at);
      return comment(at, lineEnd < 0 ? text.length() : lineEnd, 0);
    }
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      return close < 0 ? text.length() : comment(at, close + 2, 2);
    }
    if (text.startsWith("\"\"\"", at)) {
      return endOfQuoted(at + 3, "\"\"\"");
    }
    return switch (text.charAt(at)) {
      case '"' -> endOfQuoted(at + 1, "\"");
      case '\'' -> endOfQuoted(at + 1, "'");
      default -> at + 1;
    };
  }

  private int comment(int start, int end, int closing) {
    comments.add(new Comment(text.substring(start + 2, end - closing), start, end));
    for (int at = start; at < end; at++) {
      if (text.charAt(at) != '\n') {
        code.setCharAt(at, ' ');
      }
    }
    return end;
  }

  private int endOfQuoted(int start, String quote) {
    int at = start;
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + quote.length();
  }
}
