package io.limbeck.domain.schema;

/**
 * Something of which only the definition is known: a view, a trigger, a virtual table.
 *
 * @param definition what makes it
 */
public record Stored(Kind kind, Name name, Expression definition) {

  /** What it is. */
  public enum Kind {
    VIRTUAL_TABLE,
    VIEW,
    TRIGGER
  }
}
