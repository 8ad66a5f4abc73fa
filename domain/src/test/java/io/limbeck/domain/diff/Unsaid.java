package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left of a schema when it is told by models that can say least. */
final class Unsaid {
  private Unsaid() {}

  static Schema in(Schema schema) {
    return new Schema(schema.tables().stream().map(Unsaid::in).toList(), List.of());
  }

  private static Table in(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case PrimaryKey key -> constraints.add(new PrimaryKey(key.name(), key.columns(), false));
        case Unique unique -> constraints.add(unique);
        case Check check -> {}
        case Constraint.Other other -> {}
        case ForeignKey key ->
            constraints.add(
                Drafts.with(key, key.onDelete(), key.onUpdate(), Deferral.NOT_DEFERRABLE));
      }
    }
    return new Table(
        table.name(),
        table.columns().stream().map(Unsaid::in).toList(),
        constraints,
        table.indexes().stream().filter(index -> index.where().isEmpty()).toList(),
        table.options());
  }

  private static Column in(Column column) {
    return new Column(
        column.name(),
        column.type(),
        column.notNull(),
        Optional.empty(),
        column.generated(),
        Optional.empty());
  }

  /** {@return how many things are lost} */
  static int count(Schema schema) {
    int count = schema.stored().size();
    for (Table table : schema.tables()) {
      count += count(table);
    }
    return count;
  }

  private static int count(Table table) {
    int count = 0;
    for (Column column : table.columns()) {
      count += column.defaultValue().isPresent() ? 1 : 0;
    }
    for (Constraint constraint : table.constraints()) {
      boolean lost =
          switch (constraint) {
            case PrimaryKey key -> key.autoincrement();
            case Unique unique -> false;
            case Check check -> true;
            case Constraint.Other other -> true;
            case ForeignKey key -> key.deferral() != Deferral.NOT_DEFERRABLE;
          };
      count += lost ? 1 : 0;
    }
    for (Index index : table.indexes()) {
      count += index.where().isPresent() ? 1 : 0;
    }
    return count;
  }
}
