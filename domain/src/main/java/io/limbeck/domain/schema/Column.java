package io.limbeck.domain.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param type with its length; two spellings of one type are equal. Empty text for no type
 * @param defaultValue what stands behind DEFAULT
 * @param collation empty for the database's own
 */
public record Column(
    Name name,
    Expression type,
    boolean notNull,
    Optional<Expression> defaultValue,
    Optional<Generated> generated,
    Optional<Name> collation) {

  /**
   * How a column is computed from others.
   *
   * @param stored whether its values are kept, or computed each time
   */
  public record Generated(Expression expression, boolean stored) {}

  /** {@return the same column under another name} */
  public Column named(Name other) {
    return new Column(other, type, notNull, defaultValue, generated, collation);
  }
}
