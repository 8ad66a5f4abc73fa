package io.limbeck.adapter.jpa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** The constraints of a table. Names that Hibernate made up are none. */
record ConstraintText(Table table, Spelling spelling) {

  Stream<String> primaryKey() {
    return Stream.ofNullable(table.getPrimaryKey())
        .map(key -> "PRIMARY KEY " + spelling.list(key.getColumns()));
  }

  Stream<String> uniques() {
    List<UniqueKey> keys =
        table.getUniqueKeys().values().stream()
            .filter(key -> !Naming.isIndex(key.getName()))
            .toList();
    Stream<String> ofColumns =
        table.getColumns().stream()
            .filter(column -> column.isUnique() && !table.isPrimaryKey(column))
            .filter(
                column -> keys.stream().noneMatch(key -> key.getColumns().equals(List.of(column))))
            .map(column -> "UNIQUE " + spelling.list(List.of(column)));
    return Stream.concat(ofColumns, keys.stream().map(this::unique));
  }

  private String unique(UniqueKey key) {
    return "%sUNIQUE %s%s"
        .formatted(
            named(Naming.given(key.getName())),
            spelling.list(key.getColumns()),
            Spelling.options(key.getOptions()));
  }

  Stream<String> checks() {
    return Stream.concat(
            table.getColumns().stream().flatMap(column -> column.getCheckConstraints().stream()),
            table.getChecks().stream())
        .map(ConstraintText::check);
  }

  private static String check(CheckConstraint check) {
    return "%sCHECK (%s)%s"
        .formatted(
            named(Optional.ofNullable(check.getName()).filter(name -> !name.isBlank())),
            check.getConstraint(),
            Spelling.options(check.getOptions()));
  }

  String reference(ForeignKey reference) {
    String name = named(Naming.given(reference.getName()));
    if (Spelling.isSaid(reference.getKeyDefinition())) {
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
            spelling.list(reference.getColumns()),
            spelling.name(reference.getReferencedTable()),
            spelling.list(referenced),
            action,
            Spelling.options(reference.getOptions()));
  }

  private static String named(Optional<String> name) {
    return name.map(given -> "CONSTRAINT " + given + " ").orElse("");
  }
}
