package io.limbeck.adapter.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** What classes and their properties stand for in the database, in the order they are declared. */
final class Members {
  private final Map<Member, List<List<Thing>>> uses = new LinkedHashMap<>();
  private final Set<String> types = new HashSet<>();
  private final List<SourceHint> hints = new ArrayList<>();

  /**
   * A table or a column.
   *
   * @param column empty for the table itself
   */
  record Thing(Table table, Optional<Column> column) {}

  private Members() {}

  static Members of(Metadata metadata) {
    Members members = new Members();
    metadata.getEntityBindings().stream()
        .filter(entity -> entity.getSuperclass() == null)
        .sorted(Comparator.comparing(PersistentClass::getEntityName))
        .forEach(members::visit);
    return members;
  }

  /** {@return whether the class of this name has a part in the mapping} */
  boolean knows(String type) {
    return types.contains(type);
  }

  /**
   * {@return what a member stands for, once for each use: a class that others inherit or embed may
   * have several}
   */
  List<List<Thing>> uses(Member member) {
    return uses.getOrDefault(member, List.of());
  }

  /** {@return what annotations say was renamed} */
  List<SourceHint> hints() {
    return hints;
  }

  /** {@return the columns of each table that belong to properties, in the order of these} */
  Map<Table, List<Column>> columns() {
    Map<Table, List<Column>> columns = new HashMap<>();
    uses.values().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .filter(thing -> thing.column().isPresent())
        .forEach(thing ->
            columns
                .computeIfAbsent(thing.table(), table -> new ArrayList<>())
                .add(thing.column().get()));
    return columns;
  }

  private void visit(PersistentClass entity) {
    Class<?> type = entity.getMappedClass();
    @Nullable PersistentClass parent = entity.getSuperclass();
    Table table = entity.getTable();
    // An abstract class whose subclasses repeat its columns in tables of their own has none itself.
    if (table.isPhysicalTable()) {
      boolean own = parent == null || !table.equals(parent.getTable());
      add(
          Member.type(type.getName()),
          own ? List.of(new Thing(table, Optional.empty())) : List.of());
    }
    DeclaredProperty.hints(Member.type(type.getName()), type).forEach(hints::add);
    if (parent == null || table instanceof DenormalizedTable) {
      visit(type, null, allProperties(entity), table);
    } else {
      visit(type, parent.getMappedClass(), entity.getProperties(), table);
    }
    entity.getDirectSubclasses().stream()
        .sorted(Comparator.comparing(PersistentClass::getEntityName))
        .forEach(this::visit);
  }

  private static List<Property> allProperties(PersistentClass entity) {
    List<Property> properties = new ArrayList<>(entity.getPropertyClosure());
    if (entity.hasIdentifierProperty()) {
      properties.add(entity.getIdentifierProperty());
    } else if (entity.getIdentifier() instanceof Component several) {
      properties.addAll(several.getProperties());
    }
    return properties;
  }

  /**
   * @param above the class that had its turn already, if there is one
   * @param of the table of the entity that the properties are, at whatever depth, in
   */
  private void visit(
      Class<?> type, @Nullable Class<?> above, Collection<Property> properties, Table of) {
    DeclaredProperty.fromTheTop(type, above).forEach(each -> types.add(each.getName()));
    for (DeclaredProperty declared : DeclaredProperty.inOrder(type, above, properties)) {
      Value value = declared.property().getValue();
      hints.addAll(declared.hints());
      if (of.isPhysicalTable()) {
        add(declared.member(), things(value, of));
      }
      if (value instanceof Component component && component.getAggregateColumn() == null) {
        visit(component, of);
      } else if (value instanceof org.hibernate.mapping.Collection collection
          && collection.getElement() instanceof Component component) {
        visit(component, collection.getCollectionTable());
      }
    }
  }

  private void visit(Component component, Table of) {
    if (!component.isDynamic()) {
      visit(component.getComponentClass(), null, component.getProperties(), of);
    }
  }

  private void add(Member member, List<Thing> things) {
    uses.computeIfAbsent(member, each -> new ArrayList<>()).add(things);
  }

  private static List<Thing> things(Value value, Table of) {
    return switch (value) {
      case org.hibernate.mapping.Collection many ->
          many.isOneToMany()
              ? List.of()
              : List.of(new Thing(many.getCollectionTable(), Optional.empty()));
      case Component component when component.getAggregateColumn() != null ->
          List.of(new Thing(table(value, of), Optional.of(component.getAggregateColumn())));
      default ->
          value.getSelectables().stream()
              .filter(Column.class::isInstance)
              .map(column -> new Thing(table(value, of), Optional.of((Column) column)))
              .toList();
    };
  }

  /** {@return where a value is kept: inherited ones are repeated in some tables of subclasses} */
  private static Table table(Value value, Table of) {
    for (Table at = of;
        at instanceof DenormalizedTable repeating;
        at = repeating.getIncludedTable()) {
      if (repeating.getIncludedTable().equals(value.getTable())) {
        return of;
      }
    }
    return value.getTable();
  }
}
