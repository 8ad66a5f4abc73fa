package io.limbeck.domain.schema;

import java.util.Locale;

/**
 * What something in a schema is called. Names that differ in case only are equal: databases differ
 * in what they make of case, and nobody means two things by it.
 *
 * @param text without quotes; not empty
 */
public record Name(String text) implements Comparable<Name> {
  public Name {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a name has at least one character");
    }
  }

  String folded() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Name other) {
    return folded().compareTo(other.folded());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name && folded().equals(name.folded());
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
