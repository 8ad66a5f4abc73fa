package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.ChangeDefault;
import io.limbeck.domain.operation.Operation.ChangeType;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a table a type is used in, at the moment before the table is altered.
 *
 * @param columns those of the type, or of arrays of it, but for those that are computed
 * @param computed those that are computed from them, or as values of the type
 * @param words the name of the type, and those of all these columns
 */
record TypeUse(
    TableComparison comparison, List<Column> columns, List<Column> computed, Set<Name> words) {

  static TypeUse of(Name type, TableComparison comparison) {
    Set<Name> words = new HashSet<>(Set.of(type));
    List<Column> columns = new ArrayList<>();
    List<Column> computed = new ArrayList<>();
    for (Column column : comparison.standingColumns()) {
      if (column.generated().isEmpty() && isOf(type, column)) {
        columns.add(column);
        words.add(column.name());
      }
    }
    for (Column column : comparison.standingColumns()) {
      boolean stands =
          column
              .generated()
              .filter(from -> isOf(type, column) || meets(Words.of(from.expression()), words))
              .isPresent();
      if (stands) {
        computed.add(column);
      }
    }
    computed.forEach(column -> words.add(column.name()));
    return new TypeUse(comparison, columns, computed, words);
  }

  private static boolean isOf(Name type, Column column) {
    return Words.of(column.type()).contains(type);
  }

  private static boolean meets(Set<Name> some, Set<Name> others) {
    return !Collections.disjoint(some, others);
  }

  private Table table() {
    return comparison.here();
  }

  /** {@return whether a key of the table is of the type, or kept beside a column of it} */
  boolean disturbs(List<Name> key) {
    return Keys.disturbs(table(), key, words);
  }

  /**
   * Collects what cannot stand while the columns are of another type.
   *
   * @param losesItsKey whether a foreign key refers to a column of the type
   */
  void takeDown(Parts parts, Going going, Predicate<Constraint.ForeignKey> losesItsKey) {
    Name name = table().name();
    columns.forEach(column -> going.retyped(name, column.name()));
    for (Column column : computed) {
      going.column(name, column.name());
      parts.add(name, column);
    }
    comparison.stayingConstraints().stream()
        .filter(constraint -> stands(constraint, losesItsKey))
        .forEach(constraint -> parts.add(name, constraint));
    comparison.stayingIndexes().stream()
        .filter(this::stands)
        .forEach(index -> parts.add(name, index));
  }

  /** What a key or a plain index compares by follows the type of its columns. */
  private boolean stands(Constraint constraint, Predicate<Constraint.ForeignKey> losesItsKey) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> isComputed(key.particulars().with(key.columns()));
      case Constraint.Unique unique -> isComputed(unique.particulars().with(unique.columns()));
      case Constraint.ForeignKey key ->
          !Collections.disjoint(key.columns(), words) || losesItsKey.test(key);
      case Constraint.Check check -> meets(Words.of(check.condition()), words);
      case Constraint.Other other -> meets(Words.of(other.definition()), words);
    };
  }

  private boolean stands(Index index) {
    boolean isPlain =
        index.where().isEmpty()
            && index.parts().stream().allMatch(part -> Words.only(part.key()).isPresent());
    Set<Name> used = Words.of(index);
    return isPlain ? isComputed(List.copyOf(used)) : meets(used, words);
  }

  private boolean isComputed(List<Name> some) {
    return computed.stream().anyMatch(column -> some.contains(column.name()));
  }

  /** {@return what makes the columns text, to which and from which every type converts} */
  List<Operation> asText() {
    List<Operation> operations = new ArrayList<>();
    Name name = table().name();
    for (Column column : columns) {
      Optional<Expression> value = column.defaultValue();
      if (value.isPresent()) {
        operations.add(new ChangeDefault(name, column.name(), value, Optional.empty()));
      }
      String text = column.type().sql().endsWith("[]") ? "text[]" : "text";
      operations.add(
          new ChangeType(name, column.name(), column.type(), new Expression(text, text)));
    }
    return operations;
  }
}
