package io.limbeck.domain.schema;

/**
 * A piece of SQL as it was written, and what it comes to: two are equal if they come to the same,
 * however they are written.
 *
 * @param sql as it can stand in a definition, without parentheses around it
 * @param canonical what a database's own rules of spelling make of it, with names in small letters
 */
public record Expression(String sql, String canonical) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && canonical.equals(expression.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return sql;
  }
}
