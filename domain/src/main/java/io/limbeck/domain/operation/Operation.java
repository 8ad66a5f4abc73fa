package io.limbeck.domain.operation;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Optional;

/** One change to a schema, as data: planned, printed and reversed, but never executed. */
public sealed interface Operation {

  /** Makes a table with its constraints and its indexes. */
  record CreateTable(Table table) implements Operation {}

  record DropTable(Table table) implements Operation {}

  record RenameTable(Name table, Name to) implements Operation {}

  record AddColumn(Name table, Column column) implements Operation {}

  record DropColumn(Name table, Column column) implements Operation {}

  record RenameColumn(Name table, Name column, Name to) implements Operation {}

  record ChangeType(Name table, Name column, Expression from, Expression to) implements Operation {}

  /**
   * @param notNull whether the column is NOT NULL afterwards; it is not so before
   */
  record ChangeNotNull(Name table, Name column, boolean notNull) implements Operation {}

  record ChangeDefault(Name table, Name column, Optional<Expression> from, Optional<Expression> to)
      implements Operation {}

  record ChangeIdentity(Name table, Name column, Optional<Identity> from, Optional<Identity> to)
      implements Operation {}

  record AddConstraint(Name table, Constraint constraint) implements Operation {}

  record DropConstraint(Name table, Constraint constraint) implements Operation {}

  record RenameConstraint(Name table, Name constraint, Name to) implements Operation {}

  record CreateIndex(Name table, Index index) implements Operation {}

  record DropIndex(Name table, Index index) implements Operation {}

  record CreateStored(Stored stored) implements Operation {}

  record DropStored(Stored stored) implements Operation {}

  /**
   * Gives something another definition under its name.
   *
   * @param aside what has to make way where that takes making it anew, in order; what undoes it
   *     follows, the other way round
   */
  record ReplaceStored(Stored from, Stored to, List<Operation> aside) implements Operation {
    public ReplaceStored {
      aside = List.copyOf(aside);
    }
  }

  /**
   * A difference that no statement makes or undoes: a person has to.
   *
   * @param what a sentence that says what to do
   * @param back a sentence that says what undoes it
   */
  record ByHand(String what, String back) implements Operation {}

  /** {@return the operation that undoes this one} */
  default Operation reversed() {
    return switch (this) {
      case CreateTable(Table table) -> new DropTable(table);
      case DropTable(Table table) -> new CreateTable(table);
      case RenameTable(Name table, Name to) -> new RenameTable(to, table);
      case AddColumn(Name table, Column column) -> new DropColumn(table, column);
      case DropColumn(Name table, Column column) -> new AddColumn(table, column);
      case RenameColumn(Name table, Name column, Name to) -> new RenameColumn(table, to, column);
      case ChangeType(Name table, Name column, Expression from, Expression to) ->
          new ChangeType(table, column, to, from);
      case ChangeNotNull(Name table, Name column, boolean notNull) ->
          new ChangeNotNull(table, column, !notNull);
      case ChangeDefault(
              Name table,
              Name column,
              Optional<Expression> from,
              Optional<Expression> to) ->
          new ChangeDefault(table, column, to, from);
      case ChangeIdentity(
              Name table,
              Name column,
              Optional<Identity> from,
              Optional<Identity> to) ->
          new ChangeIdentity(table, column, to, from);
      case AddConstraint(Name table, Constraint constraint) ->
          new DropConstraint(table, constraint);
      case DropConstraint(Name table, Constraint constraint) ->
          new AddConstraint(table, constraint);
      case RenameConstraint(Name table, Name constraint, Name to) ->
          new RenameConstraint(table, to, constraint);
      case CreateIndex(Name table, Index index) -> new DropIndex(table, index);
      case DropIndex(Name table, Index index) -> new CreateIndex(table, index);
      case CreateStored(Stored stored) -> new DropStored(stored);
      case DropStored(Stored stored) -> new CreateStored(stored);
      case ReplaceStored(Stored from, Stored to, List<Operation> aside) ->
          new ReplaceStored(to, from, aside);
      case ByHand(String what, String back) -> new ByHand(back, what);
    };
  }
}
