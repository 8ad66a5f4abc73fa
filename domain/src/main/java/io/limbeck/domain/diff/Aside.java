package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.ChangeDefault;
import io.limbeck.domain.operation.Operation.ChangeType;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Stored.Kind;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to make way while a type is made anew: its columns become text, to which and from which
 * every type converts, and what stands on them is taken down.
 */
final class Aside {
  private final Collection<TableComparison> tables;
  private final Set<Name> relations;

  /**
   * @param tables those that both sides have
   * @param relations the bare names of all tables and views
   */
  Aside(Collection<TableComparison> tables, Set<Name> relations) {
    this.tables = tables;
    this.relations = relations;
  }

  /**
   * {@return the operations, in order; none for what is no type}
   *
   * @param standing what is stored and stays
   */
  List<Operation> of(Stored stored, Set<Stored> standing) {
    if (stored.kind() != Kind.TYPE && stored.kind() != Kind.DOMAIN) {
      return List.of();
    }
    Name type = stored.name().bare();
    Parts parts = new Parts(relations);
    Going going = new Going();
    going.relation(type);
    List<Operation> columns = new ArrayList<>();
    for (TableComparison table : tables) {
      add(table, type, parts, going, columns);
    }
    List<Stored> others = standing.stream().filter(one -> one != stored).sorted(ORDER).toList();
    going.takesAlong(others).stream().sorted(ORDER).forEach(parts::add);
    others.stream()
        .filter(one -> one.kind() == Kind.FUNCTION)
        .filter(one -> Words.of(new Expression(one.of(), one.of())).contains(type))
        .forEach(parts::add);
    List<Operation> aside = new ArrayList<>(parts.takenDown());
    aside.addAll(columns);
    parts.ground().reversed().forEach(function -> aside.add(new Operation.DropStored(function)));
    return aside;
  }

  private static final java.util.Comparator<Stored> ORDER =
      java.util.Comparator.comparing(Stored::kind)
          .thenComparing(Stored::name)
          .thenComparing(Stored::of);

  private static void add(
      TableComparison comparison,
      Name type,
      Parts parts,
      Going going,
      List<Operation> operations) {
    Table table = comparison.here();
    Set<Name> words = new HashSet<>(Set.of(type));
    Set<Name> computed = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (Column column : comparison.stayingColumns()) {
      if (Words.of(column.type()).contains(type) && column.generated().isEmpty()) {
        words.add(column.name());
        columns.add(column);
        going.retyped(table.name(), column.name());
      }
    }
    for (Column column : comparison.stayingColumns()) {
      boolean isTyped = Words.of(column.type()).contains(type);
      boolean stands =
          column.generated().isPresent()
              && (isTyped
                  || !Collections.disjoint(
                      Words.of(column.generated().get().expression()), words));
      if (stands) {
        computed.add(column.name());
        going.column(table.name(), column.name());
        parts.add(table.name(), column);
      }
    }
    words.addAll(computed);
    for (Constraint constraint : comparison.stayingConstraints()) {
      if (standsOn(constraint, words, computed)) {
        parts.add(table.name(), constraint);
      }
    }
    for (Index index : comparison.stayingIndexes()) {
      if (standsOn(index, words, computed)) {
        parts.add(table.name(), index);
      }
    }
    columns.forEach(column -> operations.addAll(asText(table.name(), column)));
  }

  private static boolean standsOn(Constraint constraint, Set<Name> words, Set<Name> computed) {
    return switch (constraint) {
      // What these compare by follows the type.
      case Constraint.PrimaryKey key -> !Collections.disjoint(key.columns(), computed);
      case Constraint.Unique unique -> !Collections.disjoint(unique.columns(), computed);
      case Constraint.ForeignKey key -> !Collections.disjoint(key.columns(), words);
      case Constraint.Check check -> !Collections.disjoint(Words.of(check.condition()), words);
      case Constraint.Other other -> !Collections.disjoint(Words.of(other.definition()), words);
    };
  }

  private static boolean standsOn(Index index, Set<Name> words, Set<Name> computed) {
    boolean isPlain =
        index.where().isEmpty()
            && index.parts().stream().allMatch(part -> Words.only(part.key()).isPresent());
    return !Collections.disjoint(Words.of(index), isPlain ? computed : words);
  }

  private static List<Operation> asText(Name table, Column column) {
    List<Operation> operations = new ArrayList<>();
    if (column.defaultValue().isPresent()) {
      operations.add(
          new ChangeDefault(table, column.name(), column.defaultValue(), Optional.empty()));
    }
    String text = column.type().sql().endsWith("[]") ? "text[]" : "text";
    operations.add(
        new ChangeType(table, column.name(), column.type(), new Expression(text, text)));
    return operations;
  }
}
