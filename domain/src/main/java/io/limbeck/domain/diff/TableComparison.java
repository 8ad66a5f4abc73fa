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
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A table that both sides have, compared. */
final class TableComparison {
  private final CommonTable table;
  private final ColumnComparison columns;
  private final ConstraintComparison constraints;
  private final IndexComparison indexes;
  private final Keys before;
  private final Keys throughout = new Keys();
  private final Keys after;
  private Predicate<ForeignKey> makesWay = key -> false;

  TableComparison(CommonTable table) {
    this.table = table;
    this.columns = new ColumnComparison(table);
    this.constraints = new ConstraintComparison(table, columns.replaced(), columns.retyped());
    this.indexes = new IndexComparison(table, columns.replaced());
    this.before = Keys.of(table.here());
    this.after = Keys.of(table.wanted());
    constraints.staying().forEach(throughout::add);
    indexes.staying().forEach(throughout::add);
  }

  Name name() {
    return table.newName();
  }

  /** {@return whether these columns are a key on both sides, but not all the time between} */
  boolean interrupts(List<Name> key) {
    return before.contains(key) && after.contains(key) && !throughout.contains(key);
  }

  ColumnComparison columns() {
    return columns;
  }

  /** {@return whether one of these columns gets another type} */
  boolean retypes(List<Name> some) {
    return !Collections.disjoint(some, columns.retyped());
  }

  Table here() {
    return table.here();
  }

  /** {@return the columns that both sides have and that are not made anew, by their new names} */
  List<Column> stayingColumns() {
    return columns.pairs(false).stream().map(Pair::here).toList();
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
