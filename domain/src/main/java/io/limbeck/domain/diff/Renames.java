package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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

  /** {@return a table as a database makes it of the renames} */
  Table applied(Table table) {
    return in(table.name()).applied(table);
  }

  /**
   * {@return a trigger, a comment as a database makes it of the renames; anything else as it is}
   */
  Stored applied(Stored stored) {
    // What does not say whose it is may be anybody's.
    return stored.of().isEmpty() || areNone()
        ? stored
        : switch (stored.kind()) {
          case COMMENT -> in(stored.name()).applied(stored, of(stored.name()));
          case TRIGGER -> in(new Name(stored.of())).applied(stored, stored.name());
          case NAMESPACE, TYPE, DOMAIN, SEQUENCE, FUNCTION, INDEX -> stored;
          case VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW -> stored;
        };
  }

  /** {@return what the renames do to a table and its parts} */
  TableRenames in(Name oldTable) {
    return new TableRenames(this, oldTable);
  }

  boolean areNone() {
    return tables.isEmpty() && columns.isEmpty();
  }
}
