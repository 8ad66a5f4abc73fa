package io.limbeck.domain.schema;

import java.util.Comparator;
import java.util.Locale;

/**
 * What something in a database is called. Names that differ in case only are equal: databases
 * differ in what they make of case, and nobody means two things by it.
 *
 * @param namespace the part of the database that it is in, which SQL calls a schema too; empty for
 *     the one that needs no mention
 * @param text without quotes; not empty
 */
public record Name(String namespace, String text) implements Comparable<Name> {
  private static final Comparator<Name> ORDER =
      Comparator.comparing((Name name) -> folded(name.namespace)).thenComparing(Name::folded);

  public Name {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a name has at least one character");
    }
  }

  public Name(String text) {
    this("", text);
  }

  /** {@return the same without mention of where it is} */
  public Name bare() {
    return namespace.isEmpty() ? this : new Name(text);
  }

  String folded() {
    return folded(text);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Name other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name
        && folded().equals(name.folded())
        && folded(namespace).equals(folded(name.namespace));
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? text : namespace + "." + text;
  }
}
