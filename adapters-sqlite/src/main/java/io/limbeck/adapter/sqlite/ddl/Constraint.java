package io.limbeck.adapter.sqlite.ddl;

import java.util.List;
import java.util.Optional;

/**
 * A constraint as it stands in a table's definition: beside a column, or as an item of its own.
 *
 * @param name what stands behind {@code CONSTRAINT}, with its place
 * @param span all of it, its name included
 * @param columns those that a key or a foreign key names, in order; the column that any other
 *     stands beside; empty for a CHECK that is an item of its own
 * @param expression of a CHECK, a DEFAULT or a generated column, with its parentheses if it has
 *     some
 * @param parent what a foreign key references
 */
public record Constraint(
    Kind kind,
    Optional<Named> name,
    Span span,
    List<Name> columns,
    Optional<Span> expression,
    Optional<Parent> parent) {

  /** What a constraint says. Everything that can follow {@code CONSTRAINT} counts as one. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    NOT_NULL,
    /** The word NULL, which allows what is allowed anyway. */
    NULL,
    DEFAULT,
    COLLATE,
    GENERATED,
    /** {@code DEFERRABLE} apart from its foreign key. */
    DEFERRABLE,
    /** {@code CONSTRAINT name} with nothing behind it, which SQLite lets pass. */
    NAME_ALONE;

    /** {@return whether DROP CONSTRAINT can name it} */
    public boolean isDroppable() {
      return switch (this) {
        case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, NOT_NULL -> true;
        case NULL, DEFAULT, COLLATE, GENERATED, DEFERRABLE, NAME_ALONE -> false;
      };
    }
  }

  /** A name and where it stands. */
  public record Named(Name name, Span span) {}

  /**
   * What a foreign key references.
   *
   * @param columns as named, in order; empty for the table's primary key
   */
  public record Parent(Name table, List<Name> columns) {}
}
