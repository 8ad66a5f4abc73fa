package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Other;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The constraints of a table on both sides. One that stands on something that is replaced is made
 * anew, although it does not differ.
 */
final class ConstraintComparison {
  private static final String WITHOUT_ROWID = "WITHOUT ROWID";

  private final CommonTable table;
  private final Set<Name> replaced;
  private final Set<Name> retyped;
  private final Matching<Constraint> constraints;
  private final ConstraintNames names;

  /**
   * @param replaced the columns that are dropped and added again
   * @param retyped the columns that get another type
   */
  ConstraintComparison(CommonTable table, Set<Name> replaced, Set<Name> retyped) {
    this.table = table;
    this.replaced = replaced;
    this.retyped = retyped;
    this.constraints =
        Matching.ofConstraints(
            table.was().constraints(), table.renames()::applied, table.wanted().constraints());
    this.names = new ConstraintNames(table, constraints);
  }

  List<Difference> differences() {
    return ConstraintDifferences.of(table, constraints, names);
  }

  /** {@return those but foreign keys that stay throughout, as they are after the renames} */
  List<Constraint> staying() {
    return constraints.pairs().stream()
        .filter(pair -> !(pair.here() instanceof ForeignKey))
        .filter(pair -> !isMadeAnew(pair, key -> false))
        .map(Pair::here)
        .toList();
  }

  /** {@return all that stay throughout, as they are after the renames} */
  List<Constraint> staying(Predicate<ForeignKey> losesItsKey) {
    return constraints.pairs().stream()
        .filter(pair -> !isMadeAnew(pair, losesItsKey))
        .map(Pair::here)
        .toList();
  }

  /**
   * Takes down and builds what goes, comes, or is made anew.
   *
   * @param losesItsKey whether a foreign key, by its new names, is for a moment without the key it
   *     references
   */
  void rebuild(Parts gone, Parts coming, Predicate<ForeignKey> losesItsKey) {
    List<Pair<Constraint>> staying = new ArrayList<>();
    List<Constraint> dropped = new ArrayList<>(changeable(constraints.gone()));
    List<Constraint> added = new ArrayList<>(changeable(constraints.missing()));
    for (Pair<Constraint> pair : constraints.pairs()) {
      if (isMadeAnew(pair, losesItsKey)) {
        dropped.add(pair.was());
        added.add(names.again(pair));
      } else {
        staying.add(pair);
      }
    }
    dropped.forEach(constraint -> gone.add(table.oldName(), constraint));
    names.free(added, staying).forEach(constraint -> coming.add(table.newName(), constraint));
  }

  private List<Constraint> changeable(List<Constraint> some) {
    return some.stream().filter(constraint -> !isFixed(constraint)).toList();
  }

  List<Operation> renames(Predicate<ForeignKey> losesItsKey) {
    return constraints.pairs().stream()
        .filter(pair -> names.isRenamed(pair) && !isMadeAnew(pair, losesItsKey))
        .<Operation>map(pair ->
            new Operation.RenameConstraint(
                table.newName(),
                pair.here().name().orElseThrow(),
                pair.wanted().name().orElseThrow()))
        .toList();
  }

  /** {@return what a person has to do to a key that no statement changes} */
  List<Operation> byHand() {
    Optional<Constraint> gone = constraints.gone().stream().filter(this::isFixed).findFirst();
    Optional<Constraint> missing = constraints.missing().stream().filter(this::isFixed).findFirst();
    return gone.isEmpty() && missing.isEmpty()
        ? List.of()
        : List.of(new Operation.ByHand(keyed(missing), keyed(gone)));
  }

  private String keyed(Optional<Constraint> key) {
    return "Make table %s anew with %s, and copy its rows: no statement changes the key of a table that is WITHOUT ROWID."
        .formatted(
            table.newName(),
            key.map(found -> "PRIMARY KEY " + Things.said(found)).orElse("no primary key"));
  }

  /** The rows of such a table are stored by its key: https://sqlite.org/withoutrowid.html. */
  private boolean isFixed(Constraint constraint) {
    return constraint instanceof PrimaryKey
        && (table.here().options().contains(WITHOUT_ROWID)
            || table.wanted().options().contains(WITHOUT_ROWID));
  }

  private boolean isMadeAnew(Pair<Constraint> pair, Predicate<ForeignKey> losesItsKey) {
    if (isFixed(pair.here())) {
      return false;
    }
    return (pair.here() instanceof ForeignKey key
            && (losesItsKey.test(key) || !Collections.disjoint(key.columns(), retyped)))
        || usesReplaced(pair.here())
        || names.areInTheWay(pair);
  }

  private boolean usesReplaced(Constraint constraint) {
    if (replaced.isEmpty()) {
      return false;
    }
    Set<Name> columns =
        switch (constraint) {
          case PrimaryKey key -> new HashSet<>(key.particulars().with(key.columns()));
          case Unique unique -> new HashSet<>(unique.particulars().with(unique.columns()));
          case ForeignKey key -> Set.copyOf(key.columns());
          case Check check -> Words.of(check.condition());
          case Other other -> Words.of(other.definition());
        };
    return !Collections.disjoint(columns, replaced);
  }
}
