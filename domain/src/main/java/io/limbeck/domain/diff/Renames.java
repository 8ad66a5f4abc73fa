package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** What was renamed between two schemas: tables, and columns of tables. */
final class Renames {
  private final SequencedMap<Name, Name> tables = new LinkedHashMap<>();
  // By the table's old name.
  private final SequencedMap<Name, SequencedMap<Name, Name>> columns = new LinkedHashMap<>();

  void table(Name was, Name now) {
    tables.put(was, now);
  }

  void column(Name oldTable, Name was, Name now) {
    columns.computeIfAbsent(oldTable, table -> new LinkedHashMap<>()).put(was, now);
  }

  /** {@return the new name of a table by its old one; the same if it was not renamed} */
  Name of(Name table) {
    return tables.getOrDefault(table, table);
  }

  /** {@return the old name of a table by its new one; the same if it was not renamed} */
  Name was(Name table) {
    return tables.entrySet().stream()
        .filter(entry -> entry.getValue().equals(table))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(table);
  }

  /** {@return old names and new ones} */
  SequencedMap<Name, Name> tables() {
    return tables;
  }

  /** {@return old names and new ones of a table's columns} */
  Map<Name, Name> columns(Name oldTable) {
    return columns.getOrDefault(oldTable, new LinkedHashMap<>());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    tables.forEach((was, now) -> operations.add(new Operation.RenameTable(was, now)));
    columns.forEach((table, names) ->
        names.forEach(
            (was, now) -> operations.add(new Operation.RenameColumn(of(table), was, now))));
    return operations;
  }

  List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    tables.forEach(
        (was, now) -> differences.add(new Difference.Renamed(Things.table(was), now.text())));
    columns.forEach((table, names) ->
        names.forEach((was, now) ->
            differences.add(new Difference.Renamed(Things.column(table, was), now.text()))));
    return differences;
  }

  /** {@return a table as a database makes it of the renames; all of it keeps its order} */
  Table applied(Table table) {
    if (tables.isEmpty() && columns.isEmpty()) {
      return table;
    }
    Map<Name, Name> names = columns(table.name());
    UnaryOperator<Name> column = name -> names.getOrDefault(name, name);
    UnaryOperator<Expression> expression = sql -> Words.renamed(sql, column, this::of);
    return new Table(
        of(table.name()),
        table.columns().stream().map(each -> applied(each, column, expression)).toList(),
        table.constraints().stream().map(each -> applied(each, column, expression)).toList(),
        table.indexes().stream().map(each -> applied(each, expression)).toList(),
        table.options());
  }

  private static Column applied(
      Column column, UnaryOperator<Name> renaming, UnaryOperator<Expression> expression) {
    return new Column(
        renaming.apply(column.name()),
        column.type(),
        column.notNull(),
        column.defaultValue(),
        column
            .generated()
            .map(from -> new Column.Generated(expression.apply(from.expression()), from.stored())),
        column.collation());
  }

  private Constraint applied(
      Constraint constraint, UnaryOperator<Name> renaming, UnaryOperator<Expression> expression) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          new Constraint.PrimaryKey(
              key.name(),
              applied(key.columns(), renaming),
              key.autoincrement(),
              key.particulars().renamed(renaming));
      case Constraint.Unique unique ->
          new Constraint.Unique(
              unique.name(),
              applied(unique.columns(), renaming),
              unique.particulars().renamed(renaming));
      case Constraint.Check check ->
          new Constraint.Check(
              check.name(),
              expression.apply(check.condition()),
              applied(check.columns(), renaming));
      case Constraint.ForeignKey key -> {
        Map<Name, Name> parents = columns(key.parent());
        yield new Constraint.ForeignKey(
            key.name(),
            applied(key.columns(), renaming),
            of(key.parent()),
            applied(key.parentColumns(), name -> parents.getOrDefault(name, name)),
            key.onDelete(),
            key.onUpdate(),
            key.deferral());
      }
    };
  }

  private static Index applied(Index index, UnaryOperator<Expression> expression) {
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream()
            .map(part ->
                new Index.Part(expression.apply(part.key()), part.collation(), part.descending()))
            .toList(),
        index.where().map(expression));
  }

  private static List<Name> applied(List<Name> names, UnaryOperator<Name> renaming) {
    return names.stream().map(renaming).toList();
  }
}
