package io.limbeck.adapter.sql;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * In what databases differ that say the same thing in the same words.
 *
 * @param name writes a name as SQL, in quotes only where the database needs them
 * @param value writes what stands behind DEFAULT, in parentheses only where the database needs them
 * @param madeUp gives a name that nobody gave the letters that need no quotes
 * @param keeping the word for how a computed column is kept; empty for none
 */
public record Spelling(
    Function<Name, String> name,
    Function<Expression, String> value,
    UnaryOperator<Name> madeUp,
    Function<Column.Generated, String> keeping) {

  /** {@return the standard's ways} */
  public static Spelling standard(Function<Name, String> name) {
    return new Spelling(
        name,
        Clauses::inParentheses,
        UnaryOperator.identity(),
        generated -> generated.stored() ? "STORED" : "VIRTUAL");
  }

  public Spelling withValue(Function<Expression, String> other) {
    return new Spelling(name, other, madeUp, keeping);
  }

  public Spelling withMadeUp(UnaryOperator<Name> other) {
    return new Spelling(name, value, other, keeping);
  }

  public Spelling withKeeping(Function<Column.Generated, String> other) {
    return new Spelling(name, value, madeUp, other);
  }
}
