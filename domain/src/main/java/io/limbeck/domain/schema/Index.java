package io.limbeck.domain.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index that was made for itself, not by a constraint.
 *
 * @param parts in order; not empty
 * @param where which rows are in it; empty for all
 */
public record Index(
    Name name,
    boolean unique,
    List<Part> parts,
    Optional<Expression> where,
    Particulars particulars) {
  public Index {
    parts = List.copyOf(parts);
  }

  /** Makes an index as every database has it. */
  public Index(Name name, boolean unique, List<Part> parts, Optional<Expression> where) {
    this(name, unique, parts, where, Particulars.none());
  }

  /**
   * What an index sorts by.
   *
   * @param key a column or an expression
   * @param collation empty for the column's own
   * @param operators the class of operators that it serves; empty for those of the type
   * @param nulls where rows with NULL stand; empty for where the database puts them anyway
   */
  public record Part(
      Expression key,
      Optional<Name> collation,
      Optional<Expression> operators,
      boolean descending,
      Optional<Nulls> nulls) {

    public Part(Expression key, Optional<Name> collation, boolean descending) {
      this(key, collation, Optional.empty(), descending, Optional.empty());
    }

    /** {@return the same about another key} */
    public Part by(Expression other) {
      return new Part(other, collation, operators, descending, nulls);
    }
  }

  /** Where rows with NULL stand in an order. */
  public enum Nulls {
    FIRST,
    LAST
  }

  /**
   * What some databases let an index say besides.
   *
   * @param method how it is kept; empty for the database's own way
   * @param included columns that are kept beside the key and are no part of it; in order
   * @param nullsEqual whether two rows with NULL are the same to a unique index
   * @param storage words about how it is stored, in the order of the alphabet
   */
  public record Particulars(
      Optional<Name> method, List<Name> included, boolean nullsEqual, List<String> storage) {
    private static final Particulars NONE =
        new Particulars(Optional.empty(), List.of(), false, List.of());

    public Particulars {
      included = List.copyOf(included);
      storage = storage.stream().sorted().toList();
    }

    public static Particulars none() {
      return NONE;
    }
  }
}
