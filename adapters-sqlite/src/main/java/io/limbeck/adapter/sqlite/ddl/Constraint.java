package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Deferral;
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
 * @param detail what else it says, if its kind says more
 */
public record Constraint(
    Kind kind,
    Optional<Named> name,
    Span span,
    List<Name> columns,
    Optional<Span> expression,
    Optional<Detail> detail) {

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

  /** What constraints of one kind say, and others do not. */
  public sealed interface Detail {

    /**
     * A primary key or UNIQUE.
     *
     * @param parts in order
     * @param conflict the word behind ON CONFLICT
     */
    record Key(List<Part> parts, Optional<Name> conflict, boolean autoincrement)
        implements Detail {}

    /** A foreign key. */
    record Reference(Parent parent, Action onDelete, Action onUpdate, Deferral deferral)
        implements Detail {}

    record Generated(boolean stored) implements Detail {}

    record Collation(Name name) implements Detail {}
  }

  /**
   * A column of a key.
   *
   * @param collation as written
   */
  public record Part(Name column, Optional<Name> collation, boolean descending) {}

  /**
   * What a foreign key references.
   *
   * @param columns as named, in order; empty for the table's primary key
   */
  public record Parent(Name table, List<Name> columns) {}

  /** {@return what a foreign key references; empty for any other constraint} */
  public Optional<Parent> parent() {
    return detail(Detail.Reference.class).map(Detail.Reference::parent);
  }

  /** {@return what else it says, if that is of one kind} */
  public <T extends Detail> Optional<T> detail(Class<T> kind) {
    return detail.filter(kind::isInstance).map(kind::cast);
  }

  boolean isNamed(Name wanted) {
    return name.filter(named -> named.name().equals(wanted)).isPresent();
  }
}
