package io.limbeck.adapter.jpa;

import io.limbeck.application.script.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/**
 * The statements that make all of a mapping model's tables, what is referenced before what refers
 * to it. Hibernate's own DDL is of no use: for SQLite it leaves out every foreign key and every
 * unique constraint, and says nothing of it.
 */
final class MappedSchema {
  private final Metadata metadata;
  private final Target target;
  private final Map<Table, List<Column>> columns;
  private final Set<Table> visited = new HashSet<>();
  private final Set<Table> made = new HashSet<>();
  private final List<String> tables = new ArrayList<>();
  private final List<String> later = new ArrayList<>();

  private MappedSchema(Metadata metadata, Target target, Map<Table, List<Column>> columns) {
    this.metadata = metadata;
    this.target = target;
    this.columns = columns;
  }

  /**
   * {@return the statements with the lines in which they begin when all are printed}
   *
   * @param columns of each table that belong to properties, in the order of these
   */
  static List<Statement> statements(
      Metadata metadata, Target target, Map<Table, List<Column>> columns) {
    return numbered(new MappedSchema(metadata, target, columns).all());
  }

  private List<String> all() {
    List<Table> sorted =
        metadata.collectTableMappings().stream()
            .filter(Table::isPhysicalTable)
            .sorted(Comparator.comparing(Table::getExportIdentifier, String.CASE_INSENSITIVE_ORDER))
            .toList();
    sorted.stream().filter(table -> !table.isView()).forEach(this::visit);
    List<String> all = new ArrayList<>(sequences());
    all.addAll(tables);
    all.addAll(later);
    sorted.stream().filter(Table::isView).map(table -> text(table).createView()).forEach(all::add);
    return all;
  }

  private void visit(Table table) {
    if (!visited.add(table)) {
      return;
    }
    TableText text = text(table);
    text.references().map(ForeignKey::getReferencedTable).forEach(this::visit);
    made.add(table);
    tables.add(text.create(this::canBeMade));
    tables.addAll(text.indexes());
    text.references().filter(reference -> !canBeMade(reference)).map(text::add).forEach(later::add);
  }

  /** In a circle of references one is made last; only SQLite does not mind. */
  private boolean canBeMade(ForeignKey reference) {
    return target == Target.SQLITE || made.contains(reference.getReferencedTable());
  }

  private TableText text(Table table) {
    return new TableText(metadata, target, table, columns.getOrDefault(table, List.of()));
  }

  private List<String> sequences() {
    Dialect dialect = metadata.getDatabase().getDialect();
    List<String> sequences = new ArrayList<>();
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      for (Sequence sequence : namespace.getSequences()) {
        sequences.add(
            "CREATE SEQUENCE %s START WITH %d INCREMENT BY %d"
                .formatted(
                    sequence.getName().getSequenceName().render(dialect),
                    sequence.getInitialValue(),
                    sequence.getIncrementSize()));
      }
    }
    sequences.sort(null);
    return sequences;
  }

  private static List<Statement> numbered(List<String> all) {
    List<Statement> statements = new ArrayList<>();
    int line = 1;
    for (String sql : all) {
      statements.add(new Statement(sql, line));
      line += (int) sql.lines().count() + 1;
    }
    return statements;
  }
}
