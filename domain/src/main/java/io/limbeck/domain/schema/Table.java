package io.limbeck.domain.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table and what belongs to it.
 *
 * @param columns in order; not empty
 * @param constraints in no meaningful order; at most one is a primary key
 * @param indexes in the order of their names
 * @param options words about the table as a whole ({@code STRICT}), in alphabetical order
 */
public record Table(
    Name name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    List<String> options) {
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    options = List.copyOf(options);
  }

  public Optional<Column> column(Name wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** {@return the constraints of one kind, in their order} */
  public <T extends Constraint> List<T> constraints(Class<T> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints(Constraint.PrimaryKey.class).stream().findFirst();
  }
}
