package io.limbeck.adapter.sql;

import io.limbeck.application.script.ScriptException;
import java.util.Arrays;

/** A text and where it is kept: turns offsets into lines and columns. */
public final class Source {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final String location;
  private final int[] lineStarts;

  private Source(String text, String location) {
    this.text = text;
    this.location = location;
    this.lineStarts = lineStarts(text);
  }

  /**
   * @param text a byte order mark at its beginning is left out
   * @param location for messages
   */
  public static Source of(String text, String location) {
    return new Source(
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text,
        location);
  }

  public String text() {
    return text;
  }

  public String location() {
    return location;
  }

  /** {@return the line in which {@code offset} is, counted from 1} */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** {@return how many characters into its line {@code offset} is, counted from 1} */
  public int column(int offset) {
    return text.codePointCount(lineStarts[line(offset) - 1], offset) + 1;
  }

  /** {@return the text between two offsets, the second exclusive} */
  String between(int start, int end) {
    return text.substring(start, end);
  }

  /** {@return whether nothing but white space stands before {@code offset} in its line} */
  boolean beginsLine(int offset) {
    int at = offset;
    while (at > 0 && text.charAt(at - 1) != '\n' && Tokenizer.isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  ScriptException error(int offset, String problem, String remedy) {
    return ScriptException.at(location, line(offset), column(offset), problem, remedy);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
      }
      starts[lines++] = end + 1;
    }
    return Arrays.copyOf(starts, lines);
  }
}
