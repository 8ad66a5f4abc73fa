package io.limbeck.adapter.sqlite.ddl;

/**
 * A stretch of a text.
 *
 * @param start the offset of its first character
 * @param end the offset after its last
 */
public record Span(int start, int end) {

  /** {@return the characters of {@code text} that it covers} */
  public String of(String text) {
    return text.substring(start, end);
  }

  boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
