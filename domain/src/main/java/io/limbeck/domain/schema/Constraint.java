package io.limbeck.domain.schema;

import java.util.List;
import java.util.Optional;

/** A condition that the rows of a table meet. */
public sealed interface Constraint {

  /** {@return its name; empty if it was given none} */
  Optional<Name> name();

  /** {@return the same constraint under another name, or none} */
  Constraint named(Optional<Name> other);

  /** {@return whether both say the same, whatever they are called} */
  default boolean saysTheSameAs(Constraint other) {
    return named(Optional.empty()).equals(other.named(Optional.empty()));
  }

  /**
   * @param columns in order; not empty
   * @param autoincrement whether keys of deleted rows are never given again
   */
  record PrimaryKey(Optional<Name> name, List<Name> columns, boolean autoincrement)
      implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey named(Optional<Name> other) {
      return new PrimaryKey(other, columns, autoincrement);
    }
  }

  /**
   * @param columns in order; not empty
   */
  record Unique(Optional<Name> name, List<Name> columns) implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }

    @Override
    public Unique named(Optional<Name> other) {
      return new Unique(other, columns);
    }
  }

  /** A condition on each row. */
  record Check(Optional<Name> name, Expression condition) implements Constraint {
    @Override
    public Check named(Optional<Name> other) {
      return new Check(other, condition);
    }
  }

  /**
   * @param columns in order; not empty
   * @param parentColumns in the order of {@code columns}, as many
   */
  record ForeignKey(
      Optional<Name> name,
      List<Name> columns,
      Name parent,
      List<Name> parentColumns,
      Action onDelete,
      Action onUpdate,
      Deferral deferral)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
      if (columns.size() != parentColumns.size()) {
        throw new IllegalArgumentException(
            "%s references %s: there must be as many".formatted(columns, parentColumns));
      }
    }

    @Override
    public ForeignKey named(Optional<Name> other) {
      return new ForeignKey(other, columns, parent, parentColumns, onDelete, onUpdate, deferral);
    }
  }

  /** What happens to a row when the one it references goes, or changes its key. */
  enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** {@return the words of SQL} */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  /** When a foreign key is checked. */
  enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }
}
