package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.AddColumn;
import io.limbeck.domain.operation.Operation.AddConstraint;
import io.limbeck.domain.operation.Operation.CreateIndex;
import io.limbeck.domain.operation.Operation.CreateStored;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Other;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parts of a schema that stand on others, and the order in which they are built: each finds what it
 * needs. Taken down they are the other way round, so there is only one order to think about.
 */
final class Parts {
  private final Set<Name> relations;
  private final List<AddColumn> computed = new ArrayList<>();
  private final List<AddConstraint> keysAndChecks = new ArrayList<>();
  private final List<CreateIndex> indexes = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<AddConstraint> foreignKeys = new ArrayList<>();
  private final List<AddConstraint> others = new ArrayList<>();
  private final List<Stored> stored = new ArrayList<>();

  /**
   * @param relations the bare names of all tables and views of the schema
   */
  Parts(Set<Name> relations) {
    this.relations = relations;
  }

  /** A column that is computed from others of its table. */
  void add(Name table, Column column) {
    computed.add(new AddColumn(table, column));
  }

  void add(Name table, Constraint constraint) {
    List<AddConstraint> level =
        switch (constraint) {
          case ForeignKey key -> foreignKeys;
          case Other other -> others;
          case Constraint.PrimaryKey key -> keysAndChecks;
          case Constraint.Unique unique -> keysAndChecks;
          case Constraint.Check check -> keysAndChecks;
        };
    level.add(new AddConstraint(table, constraint));
  }

  void add(Name table, Index index) {
    indexes.add(new CreateIndex(table, index));
  }

  void add(Table table) {
    tables.add(table);
  }

  void add(Stored one) {
    stored.add(one);
  }

  /**
   * {@return what tables need: types, sequences, and the functions that need no table, nor one that
   * does}
   */
  List<Stored> ground() {
    List<Stored> ground = new ArrayList<>(stored.stream().filter(Parts::canBeGround).toList());
    Set<Name> above = new HashSet<>(relations);
    boolean more = true;
    while (more) {
      List<Stored> late =
          ground.stream()
              .filter(one -> one.kind() == Stored.Kind.FUNCTION)
              .filter(one -> !Collections.disjoint(Words.of(one.definition()), above))
              .toList();
      ground.removeAll(late);
      late.forEach(one -> above.add(one.name().bare()));
      more = !late.isEmpty();
    }
    return Dependencies.first(List.copyOf(ground), one -> mentioned(one, ground));
  }

  private static boolean canBeGround(Stored one) {
    return switch (one.kind()) {
      case NAMESPACE, TYPE, DOMAIN, SEQUENCE, FUNCTION -> true;
      case VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, TRIGGER, COMMENT -> false;
    };
  }

  private static List<Stored> mentioned(Stored one, List<Stored> ground) {
    Set<Name> words = Words.of(one.definition());
    return ground.stream()
        .filter(other -> words.contains(other.name().bare()))
        .filter(other -> other.kind() != Stored.Kind.FUNCTION || one.kind() != Stored.Kind.TYPE)
        .toList();
  }

  /** {@return what is built on the ground} */
  List<Operation> built() {
    List<Operation> operations = new ArrayList<>();
    operations.addAll(Dependencies.first(computed, this::sources));
    operations.addAll(keysAndChecks);
    operations.addAll(indexes);
    List<Stored> above = new ArrayList<>(stored);
    above.removeAll(ground());
    operations.addAll(new Relations(tables, above).built(foreignKeys, others));
    for (Stored.Kind kind : List.of(Stored.Kind.INDEX, Stored.Kind.TRIGGER, Stored.Kind.COMMENT)) {
      stored.stream()
          .filter(one -> one.kind() == kind)
          .forEach(one -> operations.add(new CreateStored(one)));
    }
    return operations;
  }

  List<Operation> takenDown() {
    return reversed(built());
  }

  /** {@return the operations that undo others, in order} */
  static List<Operation> reversed(List<Operation> operations) {
    return operations.reversed().stream().map(Operation::reversed).toList();
  }

  private List<AddColumn> sources(AddColumn add) {
    Set<Name> words = Words.of(add.column().generated().orElseThrow().expression());
    return computed.stream()
        .filter(other -> other.table().equals(add.table()))
        .filter(other -> words.contains(other.column().name()))
        .toList();
  }
}
