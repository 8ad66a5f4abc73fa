package io.limbeck.domain.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index that was made for itself, not by a constraint.
 *
 * @param parts in order; not empty
 * @param where which rows are in it; empty for all
 */
public record Index(Name name, boolean unique, List<Part> parts, Optional<Expression> where) {
  public Index {
    parts = List.copyOf(parts);
  }

  /**
   * What an index sorts by.
   *
   * @param key a column or an expression
   * @param collation empty for the column's own
   */
  public record Part(Expression key, Optional<Name> collation, boolean descending) {}
}
