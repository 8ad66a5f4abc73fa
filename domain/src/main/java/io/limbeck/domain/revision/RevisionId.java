package io.limbeck.domain.revision;

import java.util.regex.Pattern;

/** The name of a revision: one word without the characters that targets give a meaning to. */
public record RevisionId(String value) implements Comparable<RevisionId> {
  private static final Pattern SHAPE = Pattern.compile("[^\\s,@:+\\-\\p{Cntrl}'\"`;/\\\\]{1,255}");

  /**
   * @throws InvalidNameException if {@code value} is empty, longer than 255 characters, or holds
   *     white space, a comma, a quote, a slash, a semicolon or one of {@code @ : + -}
   */
  public RevisionId {
    if (!SHAPE.matcher(value).matches()) {
      throw InvalidNameException.ofRevision(value);
    }
  }

  @Override
  public int compareTo(RevisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
