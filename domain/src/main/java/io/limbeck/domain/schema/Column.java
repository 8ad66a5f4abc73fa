package io.limbeck.domain.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param type with its length, and with its collation where a database alters both as one; two
 *     spellings of one type are equal. Empty text for no type
 * @param defaultValue what stands behind DEFAULT
 * @param collation empty for the database's own
 * @param identity how it counts; such a column has no default besides
 */
public record Column(
    Name name,
    Expression type,
    boolean notNull,
    Optional<Expression> defaultValue,
    Optional<Generated> generated,
    Optional<Name> collation,
    Optional<Identity> identity) {

  /** Makes a column that does not count. */
  public Column(
      Name name,
      Expression type,
      boolean notNull,
      Optional<Expression> defaultValue,
      Optional<Generated> generated,
      Optional<Name> collation) {
    this(name, type, notNull, defaultValue, generated, collation, Optional.empty());
  }

  /**
   * How a column is computed from others.
   *
   * @param stored whether its values are kept, or computed each time
   */
  public record Generated(Expression expression, boolean stored) {}

  /**
   * How a column counts up where a row does not give its value. What the sequence behind it is
   * called makes no difference.
   *
   * @param options what is unusual about its sequence, in SQL; mostly empty
   * @param sequence as it is called in the database that it was read from
   */
  public record Identity(Kind kind, String options, Name sequence) {

    /** The standard's two ways, and PostgreSQL's older one. */
    public enum Kind {
      /** A row must not give a value. */
      ALWAYS,
      /** A row may give a value. */
      BY_DEFAULT,
      /** The default is the next value of a sequence that belongs to the column. */
      SERIAL
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Identity identity
          && kind == identity.kind
          && options.equals(identity.options);
    }

    @Override
    public int hashCode() {
      return kind.hashCode() * 31 + options.hashCode();
    }
  }

  /** {@return the same column under another name} */
  public Column named(Name other) {
    return new Column(other, type, notNull, defaultValue, generated, collation, identity);
  }
}
