package io.limbeck.adapter.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/**
 * The statements that make a table.
 *
 * @param declared its columns that belong to properties, in the order of these
 */
record TableText(Metadata metadata, Target target, Table table, List<Column> declared) {

  /**
   * {@return CREATE TABLE}
   *
   * @param inside which foreign keys stand in it
   */
  String create(Predicate<ForeignKey> inside) {
    ConstraintText constraints = constraints();
    List<String> lines = new ArrayList<>();
    for (Column column : columns()) {
      lines.add(new ColumnText(metadata, target, column).definition());
    }
    constraints.primaryKey().forEach(lines::add);
    constraints.uniques().forEach(lines::add);
    references().filter(inside).map(constraints::reference).forEach(lines::add);
    constraints.checks().forEach(lines::add);
    if (Spelling.isSaid(table.getExtraDeclarations())) {
      lines.add(table.getExtraDeclarations());
    }
    return "CREATE TABLE %s (\n  %s\n)%s"
        .formatted(name(), String.join(",\n  ", lines), Spelling.options(table.getOptions()));
  }

  String createView() {
    return "CREATE VIEW %s AS %s".formatted(name(), table.getViewQuery());
  }

  /** {@return the statement that adds a foreign key to the table that is there} */
  String add(ForeignKey reference) {
    return "ALTER TABLE %s ADD %s".formatted(name(), constraints().reference(reference));
  }

  /** {@return the foreign keys that the database is to have, in the order of their columns} */
  Stream<ForeignKey> references() {
    List<Column> columns = columns();
    return table.getForeignKeyCollection().stream()
        .filter(reference -> reference.isCreationEnabled() && reference.isPhysicalConstraint())
        .sorted(
            Comparator.comparingInt(
                reference -> columns.indexOf(reference.getColumns().getFirst())));
  }

  List<String> indexes() {
    return new IndexText(table, spelling()).create();
  }

  /**
   * The properties' columns in their order; what belongs to none comes last, but first in a key.
   */
  private List<Column> columns() {
    SequencedSet<Column> columns = new LinkedHashSet<>();
    if (table.getPrimaryKey() != null) {
      table.getPrimaryKey().getColumns().stream()
          .filter(column -> !declared.contains(column))
          .forEach(columns::add);
    }
    columns.addAll(declared);
    columns.addAll(table.getColumns());
    columns.retainAll(table.getColumns());
    return List.copyOf(columns);
  }

  private ConstraintText constraints() {
    return new ConstraintText(table, spelling());
  }

  private Spelling spelling() {
    return new Spelling(metadata.getDatabase().getDialect());
  }

  private String name() {
    return spelling().name(table);
  }
}
