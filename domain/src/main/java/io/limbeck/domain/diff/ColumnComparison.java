package io.limbeck.domain.diff;

import static java.util.function.Predicate.not;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of a table on both sides. No statement changes how a column is computed, or makes one
 * computed that was not: such a column is dropped and added again, and so is each that is computed
 * from it.
 */
final class ColumnComparison {
  private final CommonTable table;
  private final Matching<Column> columns;
  private final Set<Name> replaced = new HashSet<>();
  private final Set<Name> retyped = new HashSet<>();

  ColumnComparison(CommonTable table) {
    this.table = table;
    this.columns =
        Matching.byName(
            table.was().columns(),
            table.renames()::applied,
            table.wanted().columns(),
            Column::name);
    columns.pairs().stream()
        .filter(pair -> !pair.here().type().equals(pair.wanted().type()))
        .forEach(pair -> retyped.add(pair.here().name()));
    boolean more = true;
    while (more) {
      more = findReplaced();
    }
  }

  /** Each that is found may bring others that are computed from it. */
  private boolean findReplaced() {
    boolean found = false;
    for (Pair<Column> pair : columns.pairs()) {
      found |= mustBeReplaced(pair) && replaced.add(pair.here().name());
    }
    return found;
  }

  private boolean mustBeReplaced(Pair<Column> pair) {
    Column here = pair.here();
    if (!here.generated().equals(pair.wanted().generated())) {
      return true;
    }
    if (here.generated().isEmpty()) {
      return false;
    }
    Set<Name> sources = Words.of(here.generated().get().expression());
    return !here.collation().equals(pair.wanted().collation())
        || !Collections.disjoint(sources, replaced)
        || !Collections.disjoint(sources, retyped);
  }

  /** {@return the new names of the columns that are dropped and added again} */
  Set<Name> replaced() {
    return replaced;
  }

  /** {@return the new names of the columns that get another type} */
  Set<Name> retyped() {
    return retyped;
  }

  /** {@return the columns that go for good, but for those that are computed; by their old names} */
  List<Column> gone() {
    return columns.gone().stream().filter(not(ColumnComparison::isComputed)).toList();
  }

  /** {@return the columns that are new, but for those that are computed} */
  List<Column> missing() {
    return columns.missing().stream().filter(not(ColumnComparison::isComputed)).toList();
  }

  /** {@return those that are there before any is altered: the computed ones that go went before} */
  List<Column> standing() {
    Stream<Column> others =
        Stream.concat(columns.gone().stream(), pairs(true).stream().map(Pair::here))
            .filter(not(ColumnComparison::isComputed));
    return Stream.concat(pairs(false).stream().map(Pair::here), others).toList();
  }

  List<Difference> differences() {
    return columns.differences(
        column -> Things.column(table.oldName(), column.name()),
        column -> Things.column(table.newName(), column.name()),
        pair -> ColumnDifferences.of(table.oldName(), pair));
  }

  /** Takes down and builds the columns that are computed. */
  void rebuild(Parts gone, Parts coming) {
    dropped(Pair::was)
        .filter(ColumnComparison::isComputed)
        .forEach(column -> gone.add(table.oldName(), column));
    added()
        .filter(ColumnComparison::isComputed)
        .forEach(column -> coming.add(table.newName(), column));
  }

  /**
   * Alters the columns that are not computed. They are added before others go, so that there is
   * always one.
   *
   * @param byHand what a person has to do while all columns are there
   */
  void alter(List<Operation> operations, List<Operation> byHand) {
    added()
        .filter(not(ColumnComparison::isComputed))
        .forEach(column -> operations.add(add(column)));
    operations.addAll(byHand);
    pairs(false).forEach(pair -> change(pair, operations));
    dropped(Pair::here)
        .filter(not(ColumnComparison::isComputed))
        .forEach(column -> operations.add(drop(column)));
  }

  /** {@return the columns that go, for good or to come again} */
  private Stream<Column> dropped(Function<Pair<Column>, Column> side) {
    return Stream.concat(columns.gone().stream(), pairs(true).stream().map(side));
  }

  private Stream<Column> added() {
    return Stream.concat(columns.missing().stream(), pairs(true).stream().map(Pair::wanted));
  }

  private Operation add(Column column) {
    return new Operation.AddColumn(table.newName(), column);
  }

  private Operation drop(Column column) {
    return new Operation.DropColumn(table.newName(), column);
  }

  /**
   * In an order in which each step is allowed, and back: a default need not fit another type, a
   * column that counts has none and is NOT NULL.
   */
  private void change(Pair<Column> pair, List<Operation> operations) {
    Column here = pair.here();
    Column other = pair.wanted();
    Name in = table.newName();
    Name name = other.name();
    if (!here.collation().equals(other.collation())) {
      operations.add(new Operation.ByHand(collate(other), collate(here)));
    }
    Optional<Expression> value = here.defaultValue();
    boolean retypes = !here.type().equals(other.type());
    if (retypes && value.isPresent() && !value.equals(other.defaultValue())) {
      operations.add(new Operation.ChangeDefault(in, name, value, Optional.empty()));
      value = Optional.empty();
    }
    boolean counts = other.identity().isPresent();
    if (!counts && here.identity().isPresent()) {
      operations.add(new Operation.ChangeIdentity(in, name, here.identity(), Optional.empty()));
    }
    if (retypes) {
      operations.add(new Operation.ChangeType(in, name, here.type(), other.type()));
    }
    if (here.notNull() != other.notNull()) {
      operations.add(new Operation.ChangeNotNull(in, name, other.notNull()));
    }
    if (!value.equals(other.defaultValue())) {
      operations.add(new Operation.ChangeDefault(in, name, value, other.defaultValue()));
    }
    if (counts && !here.identity().equals(other.identity())) {
      operations.add(new Operation.ChangeIdentity(in, name, here.identity(), other.identity()));
    }
  }

  private String collate(Column column) {
    return "Make table %s anew with %s for %s, and copy its rows: no statement changes a collation."
        .formatted(
            table.newName(),
            column.collation().map(name -> "collation " + name).orElse("no collation"),
            column.name());
  }

  /**
   * {@return the columns that both sides have}
   *
   * @param again those that are dropped and added again, or the others
   */
  List<Pair<Column>> pairs(boolean again) {
    return columns.pairs().stream()
        .filter(pair -> replaced.contains(pair.here().name()) == again)
        .toList();
  }

  private static boolean isComputed(Column column) {
    return column.generated().isPresent();
  }
}
