package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A table that both sides have, compared. */
final class TableComparison {
  private final CommonTable table;
  private final ColumnComparison columns;
  private final ConstraintComparison constraints;
  private final IndexComparison indexes;
  private final Keys going = new Keys();
  private final Keys after;
  private Predicate<ForeignKey> makesWay = key -> false;

  TableComparison(CommonTable table) {
    this.table = table;
    this.columns = new ColumnComparison(table);
    this.constraints = new ConstraintComparison(table, columns.replaced(), columns.retyped());
    this.indexes = new IndexComparison(table, columns.replaced());
    this.after = Keys.of(table.wanted());
    without(table.here().constraints(), constraints.staying()).forEach(going::add);
    without(table.here().indexes(), indexes.staying()).forEach(going::add);
  }

  Name name() {
    return table.newName();
  }

  private static <T> List<T> without(List<T> all, List<T> some) {
    return all.stream().filter(each -> !some.contains(each)).toList();
  }

  /**
   * {@return whether a key of these columns goes, for good or for a moment, and there is one in the
   * end. A foreign key depends on one key, and it is not known here on which if there are two}
   */
  boolean interrupts(List<Name> key) {
    return going.contains(key) && after.contains(key);
  }

  ColumnComparison columns() {
    return columns;
  }

  /** {@return whether a column of a key, or one kept beside it, gets another type} */
  boolean retypes(List<Name> key) {
    return Keys.disturbs(table.here(), key, columns.retyped());
  }

  Table here() {
    return table.here();
  }

  /** {@return the columns that are there before any is altered, by their new names} */
  List<Column> standingColumns() {
    return columns.standing();
  }

  List<Constraint> stayingConstraints() {
    return constraints.staying(makesWay);
  }

  List<Index> stayingIndexes() {
    return indexes.staying();
  }

  /** Notes what is made anew or gets another type, by its names before any rename. */
  void noteReplaced(Going going) {
    for (Pair<Column> pair : columns.pairs(true)) {
      going.column(table.oldName(), pair.was().name());
    }
    for (Pair<Column> pair : columns.pairs(false)) {
      if (columns.retyped().contains(pair.here().name())) {
        going.retyped(table.oldName(), pair.was().name());
      }
    }
  }

  void report(Changes changes, Predicate<ForeignKey> losesItsKey) {
    makesWay = losesItsKey;
    columns.differences().forEach(changes::found);
    constraints.differences().forEach(changes::found);
    indexes.differences().forEach(changes::found);
    options().forEach(changes::found);
    columns.rebuild(changes.gone(), changes.coming());
    constraints.rebuild(changes.gone(), changes.coming(), losesItsKey);
    indexes.rebuild(changes.gone(), changes.coming());
    List<Operation> alterations = new ArrayList<>();
    List<Operation> byHand = new ArrayList<>(optionsByHand());
    byHand.addAll(constraints.byHand());
    columns.alter(alterations, byHand);
    alterations.addAll(constraints.renames(losesItsKey));
    alterations.forEach(changes::alter);
  }

  private boolean hasOtherOptions() {
    return !table.here().options().equals(table.wanted().options());
  }

  private List<Difference> options() {
    return hasOtherOptions()
        ? List.of(
            new Difference.Changed(
                Things.table(table.oldName()),
                words(table.here().options()),
                words(table.wanted().options())))
        : List.of();
  }

  private List<Operation> optionsByHand() {
    return hasOtherOptions()
        ? List.of(
            new Operation.ByHand(
                withOptions(table.wanted().options()), withOptions(table.here().options())))
        : List.of();
  }

  private String withOptions(List<String> options) {
    return "Make table %s anew %s, and copy its rows: no statement changes the options of a table."
        .formatted(name(), words(options));
  }

  private static String words(List<String> options) {
    return options.isEmpty() ? "without options" : String.join(", ", options);
  }
}
