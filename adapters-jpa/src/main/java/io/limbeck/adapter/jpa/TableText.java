package io.limbeck.adapter.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

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
    List<String> lines = new ArrayList<>();
    for (Column column : columns()) {
      lines.add(new ColumnText(metadata, target, column).definition());
    }
    if (table.getPrimaryKey() != null) {
      lines.add("PRIMARY KEY " + list(table.getPrimaryKey().getColumns()));
    }
    uniques().forEach(lines::add);
    references().filter(inside).map(this::reference).forEach(lines::add);
    checks().forEach(lines::add);
    if (isSaid(table.getExtraDeclarations())) {
      lines.add(table.getExtraDeclarations());
    }
    return "CREATE TABLE %s (\n  %s\n)%s"
        .formatted(name(), String.join(",\n  ", lines), said(table.getOptions()));
  }

  String createView() {
    return "CREATE VIEW %s AS %s".formatted(name(), table.getViewQuery());
  }

  /** {@return the statement that adds a foreign key to the table that is there} */
  String add(ForeignKey reference) {
    return "ALTER TABLE %s ADD %s".formatted(name(), reference(reference));
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
    List<String> indexes = new ArrayList<>();
    for (Index index : table.getIndexes().values()) {
      indexes.add(
          index(
              index.isUnique(),
              index.getQuotedName(dialect()),
              index.getSelectables(),
              index.getSelectableOrderMap(),
              index.getOptions()));
    }
    for (UniqueKey key : table.getUniqueKeys().values()) {
      if (Naming.isIndex(key.getName())) {
        indexes.add(
            index(
                true,
                Naming.given(key.getName()).orElseThrow(),
                key.getColumns(),
                key.getColumnOrderMap(),
                key.getOptions()));
      }
    }
    indexes.sort(null);
    return indexes;
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

  private Stream<String> uniques() {
    List<UniqueKey> keys =
        table.getUniqueKeys().values().stream()
            .filter(key -> !Naming.isIndex(key.getName()))
            .toList();
    Stream<String> ofColumns =
        table.getColumns().stream()
            .filter(Column::isUnique)
            .filter(column -> !table.isPrimaryKey(column))
            .filter(
                column -> keys.stream().noneMatch(key -> key.getColumns().equals(List.of(column))))
            .map(column -> "UNIQUE " + list(List.of(column)));
    Stream<String> ofTable =
        keys.stream()
            .map(key ->
                named(Naming.given(key.getName()))
                    + "UNIQUE "
                    + list(key.getColumns())
                    + said(key.getOptions()));
    return Stream.concat(ofColumns, ofTable);
  }

  private Stream<String> checks() {
    return Stream.concat(
            table.getColumns().stream().flatMap(column -> column.getCheckConstraints().stream()),
            table.getChecks().stream())
        .map(this::check);
  }

  private String check(CheckConstraint check) {
    return "%sCHECK (%s)%s"
        .formatted(
            named(Optional.ofNullable(check.getName()).filter(name -> !name.isBlank())),
            check.getConstraint(),
            said(check.getOptions()));
  }

  private String reference(ForeignKey reference) {
    String name = named(Naming.given(reference.getName()));
    if (isSaid(reference.getKeyDefinition())) {
      return name + reference.getKeyDefinition();
    }
    List<Column> referenced =
        reference.isReferenceToPrimaryKey()
            ? reference.getReferencedTable().getPrimaryKey().getColumns()
            : reference.getReferencedColumns();
    String action =
        reference.getOnDeleteAction() == null
            ? ""
            : " ON DELETE " + reference.getOnDeleteAction().toSqlString().toUpperCase(Locale.ROOT);
    return "%sFOREIGN KEY %s REFERENCES %s %s%s%s"
        .formatted(
            name,
            list(reference.getColumns()),
            name(reference.getReferencedTable()),
            list(referenced),
            action,
            said(reference.getOptions()));
  }

  private String index(
      boolean unique,
      String name,
      List<? extends Selectable> parts,
      Map<? extends Selectable, String> order,
      String options) {
    String keys =
        parts.stream()
            .map(part -> part.getText(dialect()) + said(order.get(part)).toUpperCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "CREATE %sINDEX %s ON %s (%s)%s"
        .formatted(unique ? "UNIQUE " : "", name, name(), keys, said(options));
  }

  private String list(Collection<Column> columns) {
    return columns.stream()
        .map(column -> column.getQuotedName(dialect()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String named(Optional<String> name) {
    return name.map(given -> "CONSTRAINT " + given + " ").orElse("");
  }

  private static String said(@Nullable String options) {
    return isSaid(options) ? " " + options : "";
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private String name() {
    return name(table);
  }

  private String name(Table other) {
    return Stream.of(
            Optional.ofNullable(other.getCatalogIdentifier()),
            Optional.ofNullable(other.getSchemaIdentifier()),
            Optional.of(other.getNameIdentifier()))
        .flatMap(Optional::stream)
        .map(part -> part.render(dialect()))
        .collect(Collectors.joining("."));
  }

  private Dialect dialect() {
    return metadata.getDatabase().getDialect();
  }
}
