package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings schemas into a form in which those that mean the same are equal. */
final class SameSchema {
  private SameSchema() {}

  /** {@return the schema with everything in an order of its own} */
  static Schema inOrder(Schema schema) {
    return new Schema(schema.tables().stream().map(SameSchema::inOrder).toList(), schema.stored());
  }

  static Table inOrder(Table table) {
    return new Table(
        table.name(),
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList(),
        table.constraints().stream().sorted(Comparator.comparing(Constraint::toString)).toList(),
        table.indexes().stream().sorted(Comparator.comparing(Index::name)).toList(),
        table.options());
  }

  /** {@return the schema with the names of {@code other} where only one of the two gives one} */
  static Schema namedAs(Schema schema, Schema other) {
    return new Schema(
        schema.tables().stream()
            .map(table -> other.table(table.name()).map(as -> namedAs(table, as)).orElse(table))
            .toList(),
        schema.stored());
  }

  private static Table namedAs(Table table, Table other) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Optional<Constraint> same =
          other.constraints().stream().filter(constraint::saysTheSameAs).findFirst();
      boolean bothAreNamed = isNamed(constraint) && same.filter(SameSchema::isNamed).isPresent();
      constraints.add(bothAreNamed ? constraint : same.orElse(constraint));
    }
    return new Table(table.name(), table.columns(), constraints, table.indexes(), table.options());
  }

  /** Other names than those of {@link RandomSchema} were made up by a database. */
  private static boolean isNamed(Constraint constraint) {
    return constraint.name().filter(name -> name.text().startsWith("n")).isPresent();
  }
}
