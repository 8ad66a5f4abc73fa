package io.limbeck.domain.revision;

import java.util.regex.Pattern;

/** A name for the revisions of one fork of the history. */
public record BranchLabel(String value) implements Comparable<BranchLabel> {
  // A dash is allowed, as in Alembic: "net-2" is a label if a script says so.
  private static final Pattern SHAPE = Pattern.compile("[^\\s,@:+\\p{Cntrl}'\"`;/\\\\]{1,255}");

  /**
   * @throws InvalidNameException if {@code value} is empty, longer than 255 characters, or holds
   *     white space, a comma, a quote, a slash, a semicolon or one of {@code @ : +}
   */
  public BranchLabel {
    if (!SHAPE.matcher(value).matches()) {
      throw InvalidNameException.ofLabel(value);
    }
  }

  @Override
  public int compareTo(BranchLabel other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
