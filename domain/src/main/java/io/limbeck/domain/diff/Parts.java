package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.AddColumn;
import io.limbeck.domain.operation.Operation.AddConstraint;
import io.limbeck.domain.operation.Operation.CreateIndex;
import io.limbeck.domain.operation.Operation.CreateStored;
import io.limbeck.domain.operation.Operation.CreateTable;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts of a schema that stand on others, and the order in which they are built: each finds what it
 * needs. Taken down they are the other way round, so there is only one order to think about.
 */
final class Parts {
  private final List<AddColumn> computed = new ArrayList<>();
  private final List<AddConstraint> keysAndChecks = new ArrayList<>();
  private final List<CreateIndex> indexes = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<AddConstraint> foreignKeys = new ArrayList<>();
  private final List<Stored> stored = new ArrayList<>();

  /** A column that is computed from others of its table. */
  void add(Name table, Column column) {
    computed.add(new AddColumn(table, column));
  }

  void add(Name table, Constraint constraint) {
    List<AddConstraint> level = constraint instanceof ForeignKey ? foreignKeys : keysAndChecks;
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

  List<Operation> built() {
    List<Operation> operations = new ArrayList<>();
    operations.addAll(Dependencies.first(computed, this::sources));
    operations.addAll(keysAndChecks);
    operations.addAll(indexes);
    operations.addAll(tablesBuilt());
    operations.addAll(foreignKeys);
    storedInOrder().forEach(one -> operations.add(new CreateStored(one)));
    return operations;
  }

  List<Operation> takenDown() {
    return built().reversed().stream().map(Operation::reversed).toList();
  }

  private List<AddColumn> sources(AddColumn add) {
    Set<Name> words = Words.of(add.column().generated().orElseThrow().expression());
    return computed.stream()
        .filter(other -> other.table().equals(add.table()))
        .filter(other -> words.contains(other.column().name()))
        .toList();
  }

  /** Where foreign keys go round in a circle, those that came too early are added afterwards. */
  private List<Operation> tablesBuilt() {
    Map<Name, Table> byName = new HashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    List<Operation> creations = new ArrayList<>();
    List<Operation> additions = new ArrayList<>();
    Set<Name> missing = new HashSet<>(byName.keySet());
    for (Table table : Dependencies.first(tables, child -> parents(child, byName))) {
      missing.remove(table.name());
      List<Constraint> possible = new ArrayList<>(table.constraints());
      for (ForeignKey key : table.constraints(ForeignKey.class)) {
        if (missing.contains(key.parent())) {
          possible.remove(key);
          additions.add(new AddConstraint(table.name(), key));
        }
      }
      creations.add(
          new CreateTable(
              new Table(
                  table.name(), table.columns(), possible, table.indexes(), table.options())));
    }
    creations.addAll(additions);
    return creations;
  }

  private static List<Table> parents(Table child, Map<Name, Table> tables) {
    return child.constraints(ForeignKey.class).stream()
        .map(ForeignKey::parent)
        .filter(tables::containsKey)
        .map(tables::get)
        .toList();
  }

  /** Virtual tables, then views, each behind those that it mentions, then triggers. */
  private List<Stored> storedInOrder() {
    Map<Name, Stored> views = new LinkedHashMap<>();
    ofKind(Stored.Kind.VIEW).forEach(view -> views.put(view.name(), view));
    List<Stored> ordered = new ArrayList<>(ofKind(Stored.Kind.VIRTUAL_TABLE));
    ordered.addAll(Dependencies.first(List.copyOf(views.values()), view -> mentioned(view, views)));
    ordered.addAll(ofKind(Stored.Kind.TRIGGER));
    return ordered;
  }

  private List<Stored> ofKind(Stored.Kind kind) {
    return stored.stream().filter(one -> one.kind() == kind).toList();
  }

  private static List<Stored> mentioned(Stored view, Map<Name, Stored> views) {
    return Words.of(view.definition()).stream().filter(views::containsKey).map(views::get).toList();
  }
}
