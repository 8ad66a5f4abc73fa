package io.limbeck.domain.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table and what belongs to it.
 *
 * @param columns in order; empty only for a table that has another's, as its options say
 * @param constraints in whatever order; kept by kind, the primary key first, and by what they are
 *     about. At most one is a primary key
 * @param indexes in whatever order; kept by their names
 * @param options words about the table as a whole ({@code STRICT}); kept in alphabetical order
 */
public record Table(
    Name name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    List<String> options) {
  private static final Comparator<Constraint> ORDER =
      Comparator.comparingInt(Table::rank)
          .thenComparing(Table::subject)
          .thenComparing(constraint -> constraint.name().map(Name::folded).orElse(""));

  public Table {
    columns = List.copyOf(columns);
    constraints = constraints.stream().sorted(ORDER).toList();
    indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
    options = options.stream().sorted().toList();
  }

  private static int rank(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> 0;
      case Constraint.Unique unique -> 1;
      case Constraint.ForeignKey reference -> 2;
      case Constraint.Check check -> 3;
      case Constraint.Other other -> 4;
    };
  }

  private static String subject(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> folded(key.columns());
      case Constraint.Unique unique -> folded(unique.columns());
      case Constraint.ForeignKey reference ->
          folded(reference.columns())
              + " "
              + reference.parent().folded()
              + folded(reference.parentColumns());
      case Constraint.Check check -> check.condition().canonical();
      case Constraint.Other other -> other.definition().canonical();
    };
  }

  private static String folded(List<Name> names) {
    return names.stream().map(Name::folded).collect(Collectors.joining(", ", "(", ")"));
  }

  public Optional<Column> column(Name wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** {@return whether it is a part of another table, which has its rows too} */
  public boolean isPartition() {
    return options.stream().anyMatch(option -> option.startsWith("PARTITION OF "));
  }

  /** {@return the constraints of one kind, in their order} */
  public <T extends Constraint> List<T> constraints(Class<T> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints(Constraint.PrimaryKey.class).stream().findFirst();
  }
}
