package io.limbeck.domain.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition that the rows of a table meet. */
public sealed interface Constraint {

  /** {@return its name; empty if it was given none, or the one that it has anyway} */
  Optional<Name> name();

  /**
   * {@return what it is called in a table of this name. Without a name of its own that is the one
   * PostgreSQL gives it: {@code t_pkey}, {@code t_a_b_key}, {@code t_a_fkey}, {@code t_a_check},
   * and {@code t_check} where a condition is about more than one column, or none; {@code t_a_excl}
   * for what is known by its definition only}
   */
  default Name nameIn(Name table) {
    return name().orElseGet(() -> new Name(table.text() + "_" + suffix()));
  }

  private String suffix() {
    return switch (this) {
      case PrimaryKey key -> "pkey";
      case Unique unique -> joined(unique.particulars().with(unique.columns())) + "_key";
      case ForeignKey reference -> joined(reference.columns()) + "_fkey";
      case Check check ->
          check.columns().size() == 1 ? joined(check.columns()) + "_check" : "check";
      case Other other -> joined(other.columns()) + "_excl";
    };
  }

  private static String joined(List<Name> columns) {
    return columns.stream().map(Name::text).collect(Collectors.joining("_"));
  }

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
  record PrimaryKey(
      Optional<Name> name, List<Name> columns, boolean autoincrement, Particulars particulars)
      implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }

    public PrimaryKey(Optional<Name> name, List<Name> columns, boolean autoincrement) {
      this(name, columns, autoincrement, Particulars.none());
    }

    @Override
    public PrimaryKey named(Optional<Name> other) {
      return new PrimaryKey(other, columns, autoincrement, particulars);
    }
  }

  /**
   * @param columns in order; not empty
   */
  record Unique(Optional<Name> name, List<Name> columns, Particulars particulars)
      implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }

    public Unique(Optional<Name> name, List<Name> columns) {
      this(name, columns, Particulars.none());
    }

    @Override
    public Unique named(Optional<Name> other) {
      return new Unique(other, columns, particulars);
    }
  }

  /**
   * What some databases let a key say besides its columns.
   *
   * @param columns those of the key that are not compared by their own collation or are sorted
   *     downwards, in its order; mostly empty
   * @param onConflict what is done about a row that violates it, in the database's word; empty if
   *     the row is refused
   * @param nullsEqual whether two rows with NULL in a column of the key are the same by it
   * @param included columns that are kept beside the key and are no part of it; in order
   */
  record Particulars(
      List<KeyColumn> columns,
      Optional<String> onConflict,
      boolean nullsEqual,
      List<Name> included,
      Deferral deferral) {
    private static final Particulars NONE = new Particulars(List.of(), Optional.empty());

    public Particulars {
      columns = List.copyOf(columns);
      included = List.copyOf(included);
    }

    public Particulars(List<KeyColumn> columns, Optional<String> onConflict) {
      this(columns, onConflict, false, List.of(), Deferral.NOT_DEFERRABLE);
    }

    public static Particulars none() {
      return NONE;
    }

    /**
     * How a column stands in a key.
     *
     * @param collation empty for the column's own
     */
    public record KeyColumn(Name column, Optional<Name> collation, boolean descending) {}

    /** {@return the same about columns with other names} */
    public Particulars renamed(UnaryOperator<Name> renaming) {
      return new Particulars(
          columns.stream()
              .map(each ->
                  new KeyColumn(renaming.apply(each.column()), each.collation(), each.descending()))
              .toList(),
          onConflict,
          nullsEqual,
          included.stream().map(renaming).toList(),
          deferral);
    }

    /** {@return the columns of a key and those that are kept beside it} */
    public List<Name> with(List<Name> key) {
      return Stream.concat(key.stream(), included.stream()).toList();
    }

    /** {@return what is said about one column of the key; empty for nothing} */
    public Optional<KeyColumn> of(Name column) {
      return columns.stream().filter(each -> each.column().equals(column)).findFirst();
    }
  }

  /**
   * A condition on each row.
   *
   * @param columns those that the condition is about, in its order; empty where that is not known
   */
  record Check(Optional<Name> name, Expression condition, List<Name> columns)
      implements Constraint {
    public Check {
      columns = List.copyOf(columns);
    }

    public Check(Optional<Name> name, Expression condition) {
      this(name, condition, List.of());
    }

    @Override
    public Check named(Optional<Name> other) {
      return new Check(other, condition, columns);
    }
  }

  /**
   * @param columns in order; not empty
   * @param parentColumns in the order of {@code columns}, as many; empty for the parent's primary
   *     key where it is not known: there may be no such table yet
   * @param full whether either all columns are NULL or none (MATCH FULL)
   */
  record ForeignKey(
      Optional<Name> name,
      List<Name> columns,
      Name parent,
      List<Name> parentColumns,
      Action onDelete,
      Action onUpdate,
      Deferral deferral,
      boolean full)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
      if (!parentColumns.isEmpty() && columns.size() != parentColumns.size()) {
        throw new IllegalArgumentException(
            "%s references %s: there must be as many".formatted(columns, parentColumns));
      }
    }

    public ForeignKey(
        Optional<Name> name,
        List<Name> columns,
        Name parent,
        List<Name> parentColumns,
        Action onDelete,
        Action onUpdate,
        Deferral deferral) {
      this(name, columns, parent, parentColumns, onDelete, onUpdate, deferral, false);
    }

    @Override
    public ForeignKey named(Optional<Name> other) {
      return new ForeignKey(
          other, columns, parent, parentColumns, onDelete, onUpdate, deferral, full);
    }
  }

  /**
   * A condition that only its database understands, like that no two ranges overlap.
   *
   * @param definition what stands behind its name
   * @param columns those that it is about, in its order; empty where that is not known
   */
  record Other(Optional<Name> name, Expression definition, List<Name> columns)
      implements Constraint {
    public Other {
      columns = List.copyOf(columns);
    }

    @Override
    public Other named(Optional<Name> other) {
      return new Other(other, definition, columns);
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

  /** When a key is checked. */
  enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }
}
