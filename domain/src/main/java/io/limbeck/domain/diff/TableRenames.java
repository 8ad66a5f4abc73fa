package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Other;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What renames make of one table and its parts, as a database carries them out. */
final class TableRenames {
  private final Renames all;
  private final Name oldTable;
  private final Map<Name, Name> columns;

  TableRenames(Renames all, Name oldTable) {
    this.all = all;
    this.oldTable = oldTable;
    this.columns = all.columns(oldTable);
  }

  Table applied(Table table) {
    return all.areNone()
        ? table
        : new Table(
            all.of(oldTable),
            table.columns().stream().map(this::applied).toList(),
            table.constraints().stream().map(this::applied).toList(),
            table.indexes().stream().map(this::applied).toList(),
            table.options().stream().map(this::applied).toList());
  }

  /** An option may name a table, that it is a part of, or columns. */
  private String applied(String option) {
    return everywhere(new Expression(option, option)).sql();
  }

  /** Renames tables and columns, wherever they stand. */
  private Expression everywhere(Expression expression) {
    return Words.renamed(
        expression, name -> all.tables().containsKey(name) ? all.of(name) : applied(name), all::of);
  }

  /** {@return something that belongs to the table} */
  Stored applied(Stored stored, Name name) {
    return new Stored(stored.kind(), name, applied(stored.of()), everywhere(stored.definition()));
  }

  Column applied(Column column) {
    return new Column(
        applied(column.name()),
        column.type(),
        column.notNull(),
        column.defaultValue(),
        column
            .generated()
            .map(from -> new Column.Generated(applied(from.expression()), from.stored())),
        column.collation(),
        column.identity());
  }

  Constraint applied(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key ->
          new PrimaryKey(
              key.name(),
              applied(key.columns()),
              key.autoincrement(),
              key.particulars().renamed(this::applied));
      case Unique unique ->
          new Unique(
              unique.name(),
              applied(unique.columns()),
              unique.particulars().renamed(this::applied));
      case Check check ->
          new Check(check.name(), applied(check.condition()), applied(check.columns()));
      case ForeignKey key ->
          new ForeignKey(
              key.name(),
              applied(key.columns()),
              all.of(key.parent()),
              all.in(key.parent()).applied(key.parentColumns()),
              key.onDelete(),
              key.onUpdate(),
              key.deferral(),
              key.full());
      case Other other ->
          new Other(other.name(), applied(other.definition()), applied(other.columns()));
    };
  }

  Index applied(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream().map(part -> part.by(applied(part.key()))).toList(),
        index.where().map(this::applied),
        new Index.Particulars(
            index.particulars().method(),
            applied(index.particulars().included()),
            index.particulars().nullsEqual(),
            index.particulars().storage()));
  }

  private Expression applied(Expression expression) {
    return all.areNone() ? expression : Words.renamed(expression, this::applied, all::of);
  }

  private List<Name> applied(List<Name> names) {
    return names.stream().map((UnaryOperator<Name>) this::applied).toList();
  }

  private Name applied(Name column) {
    return columns.getOrDefault(column, column);
  }
}
