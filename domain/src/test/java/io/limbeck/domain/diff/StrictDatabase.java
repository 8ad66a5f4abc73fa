package io.limbeck.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries operations out on a schema and refuses what the strictest of databases would: whatever is
 * made finds all it needs, and nothing goes while something stands on it. It understands only the
 * SQL of {@link RandomSchema}.
 */
final class StrictDatabase {
  private final Map<Name, Table> tables = new TreeMap<>();
  private final List<Stored> stored = new ArrayList<>();

  StrictDatabase(Schema schema) {
    schema.tables().forEach(table -> tables.put(table.name(), table));
    stored.addAll(schema.stored());
  }

  Schema schema() {
    return new Schema(List.copyOf(tables.values()), stored);
  }

  StrictDatabase after(List<Operation> operations) {
    operations.forEach(this::execute);
    return this;
  }

  private void execute(Operation operation) {
    switch (operation) {
      case Operation.CreateTable(Table table) -> create(table);
      case Operation.DropTable(Table table) -> drop(table);
      case Operation.RenameTable(Name table, Name to) -> rename(table, to);
      case Operation.AddColumn(Name table, Column column) -> add(table(table), column);
      case Operation.DropColumn(Name table, Column column) -> drop(table(table), column);
      case Operation.RenameColumn(Name table, Name column, Name to) ->
          rename(table(table), column, to);
      case Operation.ChangeType(Name table, Name column, Expression from, Expression to) ->
          change(
              table,
              column,
              before -> {
                assertThat(before.type()).isEqualTo(from);
                return new Column(
                    column,
                    to,
                    before.notNull(),
                    before.defaultValue(),
                    before.generated(),
                    before.collation());
              });
      case Operation.ChangeNotNull(Name table, Name column, boolean notNull) ->
          change(
              table,
              column,
              before -> {
                assertThat(before.notNull()).isNotEqualTo(notNull);
                return new Column(
                    column,
                    before.type(),
                    notNull,
                    before.defaultValue(),
                    before.generated(),
                    before.collation());
              });
      case Operation.ChangeDefault(
              Name table,
              Name column,
              Optional<Expression> from,
              Optional<Expression> to) ->
          change(
              table,
              column,
              before -> {
                assertThat(before.defaultValue()).isEqualTo(from);
                assertThat(before.generated()).isEmpty();
                return new Column(
                    column,
                    before.type(),
                    before.notNull(),
                    to,
                    Optional.empty(),
                    before.collation());
              });
      case Operation.AddConstraint(Name table, Constraint constraint) ->
          add(table(table), constraint);
      case Operation.DropConstraint(Name table, Constraint constraint) ->
          drop(table(table), constraint);
      case Operation.RenameConstraint(Name table, Name constraint, Name to) ->
          rename(constraint, to, table(table));
      case Operation.CreateIndex(Name table, Index index) -> create(table(table), index);
      case Operation.DropIndex(Name table, Index index) -> drop(table(table), index);
      case Operation.CreateStored(Stored one) -> create(one);
      case Operation.DropStored(Stored one) -> drop(one);
      case Operation.ChangeIdentity change -> change(change);
      case Operation.ReplaceStored replace -> replace(replace);
      case Operation.ByHand byHand -> throw new AssertionError(byHand.what());
    }
  }

  private void change(Operation.ChangeIdentity operation) {
    change(
        operation.table(),
        operation.column(),
        before -> {
          assertThat(before.identity()).isEqualTo(operation.from());
          assertThat(before.defaultValue()).isEmpty();
          assertThat(before.notNull()).isTrue();
          return new Column(
              before.name(),
              before.type(),
              true,
              Optional.empty(),
              Optional.empty(),
              before.collation(),
              operation.to());
        });
  }

  private void replace(Operation.ReplaceStored operation) {
    assertThat(stored).contains(operation.from());
    stored.remove(operation.from());
    stored.add(operation.to());
  }

  private void create(Table table) {
    assertThat(relations()).doesNotContain(table.name());
    Table empty = new Table(table.name(), table.columns(), List.of(), List.of(), table.options());
    tables.put(table.name(), empty);
    table.indexes().forEach(index -> create(table(table.name()), index));
    keysFirst(table).forEach(constraint -> add(table(table.name()), constraint));
  }

  private static List<Constraint> keysFirst(Table table) {
    return Stream.concat(
            table.constraints().stream().filter(each -> !(each instanceof ForeignKey)),
            table.constraints(ForeignKey.class).stream())
        .toList();
  }

  private void drop(Table table) {
    Table found = table(table.name());
    assertThat(SameSchema.inOrder(found)).isEqualTo(SameSchema.inOrder(table));
    assertThat(standingOn(table.name())).isEmpty();
    assertThat(foreignKeysTo(table.name()))
        .allMatch(key -> table.constraints().contains(key), "a foreign key of its own");
    tables.remove(table.name());
  }

  private void rename(Name table, Name to) {
    table(table);
    assertThat(relations()).doesNotContain(to);
    assertThat(standingOn(table)).isEmpty();
    renameAll(Renaming.ofTable(table, to));
  }

  private void rename(Table table, Name column, Name to) {
    assertThat(table.column(column)).isPresent();
    assertThat(table.column(to)).isEmpty();
    assertThat(standingOn(table.name(), column)).isEmpty();
    renameAll(Renaming.ofColumn(table.name(), column, to));
  }

  private void renameAll(Renaming renaming) {
    List<Table> renamed = tables.values().stream().map(renaming::in).toList();
    tables.clear();
    renamed.forEach(table -> tables.put(table.name(), table));
  }

  private void add(Table table, Column column) {
    assertThat(table.column(column.name())).isEmpty();
    column.generated().ifPresent(from -> assertHasColumnsOf(table, from.expression()));
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    put(table, columns, table.constraints(), table.indexes());
  }

  private void drop(Table table, Column column) {
    assertThat(table.column(column.name())).contains(column);
    assertThat(table.constraints()).noneMatch(each -> columns(each).contains(column.name()));
    assertThat(table.indexes()).noneMatch(each -> columns(each).contains(column.name()));
    List<Column> columns = new ArrayList<>(table.columns());
    columns.remove(column);
    assertThat(columns)
        .noneMatch(each -> columns(each).contains(column.name()))
        .anyMatch(each -> each.generated().isEmpty());
    assertThat(foreignKeysTo(table.name()))
        .noneMatch(key -> key.parentColumns().contains(column.name()));
    assertThat(standingOn(table.name(), column.name())).isEmpty();
    put(table, columns, table.constraints(), table.indexes());
  }

  private void change(Name name, Name column, UnaryOperator<Column> change) {
    Table table = table(name);
    assertThat(table.column(column)).isPresent();
    put(
        table,
        table.columns().stream()
            .map(each -> each.name().equals(column) ? change.apply(each) : each)
            .toList(),
        table.constraints(),
        table.indexes());
  }

  private void add(Table table, Constraint constraint) {
    assertNameIsFree(table, constraint.nameIn(table.name()));
    for (Name column : columns(constraint)) {
      assertThat(table.column(column)).isPresent();
    }
    if (constraint instanceof PrimaryKey) {
      assertThat(table.primaryKey()).isEmpty();
    }
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(constraint);
    put(table, table.columns(), constraints, table.indexes());
    assertForeignKeysHaveKeys();
  }

  private void drop(Table table, Constraint constraint) {
    assertThat(table.constraints()).contains(constraint);
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.remove(constraint);
    put(table, table.columns(), constraints, table.indexes());
    assertForeignKeysHaveKeys();
  }

  private void rename(Name constraint, Name to, Table table) {
    assertNameIsFree(table, to);
    List<Constraint> found =
        table.constraints().stream()
            .filter(each -> each.name().equals(Optional.of(constraint)))
            .toList();
    assertThat(found).hasSize(1);
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.remove(found.getFirst());
    constraints.add(found.getFirst().named(Optional.of(to)));
    put(table, table.columns(), constraints, table.indexes());
  }

  private static void assertNameIsFree(Table table, Name name) {
    assertThat(table.constraints()).noneMatch(other -> other.nameIn(table.name()).equals(name));
  }

  private void create(Table table, Index index) {
    assertThat(tables.values().stream().flatMap(each -> each.indexes().stream()).map(Index::name))
        .doesNotContain(index.name());
    for (Name column : columns(index)) {
      assertThat(table.column(column)).isPresent();
    }
    List<Index> indexes = new ArrayList<>(table.indexes());
    indexes.add(index);
    put(table, table.columns(), table.constraints(), indexes);
  }

  private void drop(Table table, Index index) {
    assertThat(table.indexes()).contains(index);
    List<Index> indexes = new ArrayList<>(table.indexes());
    indexes.remove(index);
    put(table, table.columns(), table.constraints(), indexes);
    assertForeignKeysHaveKeys();
  }

  private void create(Stored one) {
    if (one.kind() != Stored.Kind.TRIGGER) {
      assertThat(relations()).doesNotContain(one.name());
    }
    List<String> words = Renaming.words(one.definition());
    Set<Name> relations = relations();
    assertThat(words.subList(3, words.size()).stream().filter(word -> word.matches("[tv]\\d")))
        .allMatch(word -> relations.contains(new Name(word)));
    for (Table table : tables.values()) {
      if (words.contains(table.name().text())) {
        assertHasColumnsOf(table, one.definition());
      }
    }
    stored.add(one);
  }

  private void drop(Stored one) {
    assertThat(stored).contains(one);
    stored.remove(one);
    if (one.kind() != Stored.Kind.TRIGGER) {
      assertThat(standingOn(one.name())).isEmpty();
    }
  }

  private Table table(Name name) {
    assertThat(tables).containsKey(name);
    return Objects.requireNonNull(tables.get(name));
  }

  private void put(
      Table table, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    tables.put(
        table.name(), new Table(table.name(), columns, constraints, indexes, table.options()));
  }

  private Set<Name> relations() {
    Set<Name> names = new HashSet<>(tables.keySet());
    stored.stream()
        .filter(one -> one.kind() != Stored.Kind.TRIGGER)
        .forEach(one -> names.add(one.name()));
    return names;
  }

  private List<Stored> standingOn(Name relation) {
    return stored.stream()
        .filter(one -> Renaming.words(one.definition()).indexOf(relation.text()) > 2)
        .toList();
  }

  private List<Stored> standingOn(Name table, Name column) {
    return standingOn(table).stream()
        .filter(one -> Renaming.words(one.definition()).contains(column.text()))
        .toList();
  }

  private List<ForeignKey> foreignKeysTo(Name table) {
    return tables.values().stream()
        .flatMap(each -> each.constraints(ForeignKey.class).stream())
        .filter(key -> key.parent().equals(table))
        .toList();
  }

  private void assertForeignKeysHaveKeys() {
    for (Table child : tables.values()) {
      for (ForeignKey key : child.constraints(ForeignKey.class)) {
        assertThat(keys(table(key.parent())))
            .as("%s.%s", child.name(), key)
            .contains(new HashSet<>(key.parentColumns()));
      }
    }
  }

  private static Set<Set<Name>> keys(Table table) {
    Set<Set<Name>> keys = new HashSet<>();
    table.constraints(PrimaryKey.class).forEach(key -> keys.add(new HashSet<>(key.columns())));
    table.constraints(Unique.class).forEach(key -> keys.add(new HashSet<>(key.columns())));
    table.indexes().stream().filter(Index::unique).forEach(index -> keys.add(columns(index)));
    return keys;
  }

  private static void assertHasColumnsOf(Table table, Expression expression) {
    for (Name column : columns(expression)) {
      assertThat(table.column(column)).isPresent();
    }
  }

  private static Set<Name> columns(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> new HashSet<>(key.columns());
      case Unique unique -> new HashSet<>(unique.columns());
      case ForeignKey key -> new HashSet<>(key.columns());
      case Check check -> columns(check.condition());
      case Constraint.Other other -> columns(other.definition());
    };
  }

  private static Set<Name> columns(Column column) {
    return column.generated().map(from -> columns(from.expression())).orElse(Set.of());
  }

  private static Set<Name> columns(Index index) {
    Set<Name> columns = new HashSet<>();
    index.parts().forEach(part -> columns.addAll(columns(part.key())));
    index.where().ifPresent(where -> columns.addAll(columns(where)));
    return columns;
  }

  private static Set<Name> columns(Expression expression) {
    return Renaming.words(expression).stream()
        .filter(word -> word.matches("[cd]\\d"))
        .map(Name::new)
        .collect(Collectors.toSet());
  }
}
