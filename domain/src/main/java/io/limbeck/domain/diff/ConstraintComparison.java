package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
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

  private final Table was;
  private final Table here;
  private final Table wanted;
  private final Set<Name> replaced;
  private final Matching<Constraint> constraints;

  /**
   * @param replaced the columns that are dropped and added again
   */
  ConstraintComparison(Pair<Table> table, Set<Name> replaced) {
    this.was = table.was();
    this.here = table.here();
    this.wanted = table.wanted();
    this.replaced = replaced;
    this.constraints =
        Matching.ofConstraints(was.constraints(), here.constraints(), wanted.constraints());
  }

  List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    List<Constraint> missing = new ArrayList<>(constraints.missing());
    for (Constraint gone : constraints.gone()) {
      String thing = Things.constraint(was.name(), gone);
      Optional<Constraint> instead =
          missing.stream().filter(other -> isInsteadOf(gone, other)).findFirst();
      if (instead.isPresent()) {
        missing.remove(instead.get());
        differences.add(
            new Difference.Changed(thing, Things.said(gone), Things.said(instead.get())));
      } else {
        differences.add(new Difference.Surplus(thing + " " + Things.said(gone)));
      }
    }
    for (Constraint constraint : missing) {
      differences.add(
          new Difference.Missing(
              Things.constraint(wanted.name(), constraint) + " " + Things.said(constraint)));
    }
    for (Pair<Constraint> pair : constraints.pairs()) {
      if (hasOtherName(pair)) {
        differences.add(
            new Difference.Renamed(
                Things.constraint(was.name(), pair.was()),
                pair.wanted().name().orElseThrow().text()));
      }
    }
    return differences;
  }

  /** A person takes the one for the other: it has its name, or only one of its kind is possible. */
  private static boolean isInsteadOf(Constraint gone, Constraint other) {
    if (gone instanceof PrimaryKey && other instanceof PrimaryKey) {
      return true;
    }
    if (gone instanceof ForeignKey key && other instanceof ForeignKey otherKey) {
      return key.columns().equals(otherKey.columns());
    }
    return gone.getClass() == other.getClass()
        && gone.name().isPresent()
        && gone.name().equals(other.name());
  }

  /** {@return those that stay throughout, as they are after the renames} */
  List<Constraint> staying() {
    return constraints.pairs().stream().filter(pair -> !isMadeAnew(pair)).map(Pair::here).toList();
  }

  /**
   * Takes down and builds what goes, comes, or is made anew.
   *
   * @param losesItsKey whether a foreign key, by its new names, is for a moment without the key it
   *     references
   */
  void rebuild(Parts gone, Parts coming, Predicate<ForeignKey> losesItsKey) {
    constraints.gone().stream()
        .filter(constraint -> !isFixed(constraint))
        .forEach(constraint -> gone.add(was.name(), constraint));
    constraints.missing().stream()
        .filter(constraint -> !isFixed(constraint))
        .forEach(constraint -> coming.add(wanted.name(), constraint));
    for (Pair<Constraint> pair : constraints.pairs()) {
      boolean loses = pair.here() instanceof ForeignKey key && losesItsKey.test(key);
      if (loses || isMadeAnew(pair)) {
        gone.add(was.name(), pair.was());
        coming.add(wanted.name(), again(pair));
      }
    }
  }

  /** Where the other side gives no name the old one stays, if nothing else is to have it. */
  private Constraint again(Pair<Constraint> pair) {
    return leavesItsName(pair) || pair.wanted().name().isPresent()
        ? pair.wanted()
        : pair.wanted().named(pair.here().name());
  }

  List<Operation> renames(Predicate<ForeignKey> losesItsKey) {
    return constraints.pairs().stream()
        .filter(pair -> hasOtherName(pair) && !isMadeAnew(pair))
        .filter(pair -> !(pair.here() instanceof ForeignKey key && losesItsKey.test(key)))
        .<Operation>map(pair ->
            new Operation.RenameConstraint(
                wanted.name(),
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
            wanted.name(),
            key.map(found -> "PRIMARY KEY " + Things.said(found)).orElse("no primary key"));
  }

  private boolean isFixed(Constraint constraint) {
    return constraint instanceof PrimaryKey
        && (here.options().contains(WITHOUT_ROWID) || wanted.options().contains(WITHOUT_ROWID));
  }

  private boolean isMadeAnew(Pair<Constraint> pair) {
    return !isFixed(pair.here())
        && (usesReplaced(pair.here()) || takesANameInUse(pair) || leavesItsName(pair));
  }

  private boolean usesReplaced(Constraint constraint) {
    Set<Name> columns =
        switch (constraint) {
          case PrimaryKey key -> Set.copyOf(key.columns());
          case Unique unique -> Set.copyOf(unique.columns());
          case ForeignKey key -> Set.copyOf(key.columns());
          case Check check -> Words.of(check.condition());
        };
    return !Collections.disjoint(columns, replaced);
  }

  static boolean hasOtherName(Pair<Constraint> pair) {
    Optional<Name> name = pair.wanted().name();
    return name.isPresent() && pair.here().name().isPresent() && !name.equals(pair.here().name());
  }

  /** Two that exchange their names cannot be renamed one after the other. */
  private boolean takesANameInUse(Pair<Constraint> pair) {
    return hasOtherName(pair) && isNamed(here, pair.wanted().name());
  }

  /** A name that the other side does not give to this one is free for another. */
  private boolean leavesItsName(Pair<Constraint> pair) {
    return pair.wanted().name().isEmpty() && isNamed(wanted, pair.here().name());
  }

  private static boolean isNamed(Table table, Optional<Name> name) {
    return name.isPresent()
        && table.constraints().stream().anyMatch(each -> each.name().equals(name));
  }
}
