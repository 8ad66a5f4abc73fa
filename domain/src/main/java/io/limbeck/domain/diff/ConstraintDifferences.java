package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what the constraints of a table are not as they are wanted. */
final class ConstraintDifferences {
  private final CommonTable table;
  private final ConstraintNames names;
  private final List<Constraint> missing;
  private final List<Difference> found = new ArrayList<>();

  private ConstraintDifferences(
      CommonTable table, ConstraintNames names, List<Constraint> missing) {
    this.table = table;
    this.names = names;
    this.missing = new ArrayList<>(missing);
  }

  static List<Difference> of(
      CommonTable table, Matching<Constraint> constraints, ConstraintNames names) {
    ConstraintDifferences differences =
        new ConstraintDifferences(table, names, constraints.missing());
    constraints.gone().forEach(differences::gone);
    differences.missing.forEach(differences::missing);
    constraints.pairs().forEach(differences::named);
    return differences.found;
  }

  private void gone(Constraint constraint) {
    String thing = Things.constraint(table.oldName(), ConstraintNames.told(constraint));
    String is = Things.said(constraint);
    Optional<Constraint> instead =
        missing.stream().filter(other -> isInsteadOf(constraint, other)).findFirst();
    if (instead.isEmpty()) {
      found.add(new Difference.Surplus("%s %s".formatted(thing, is)));
    } else {
      missing.remove(instead.get());
      found.add(new Difference.Changed(thing, is, Things.said(instead.get())));
    }
  }

  /** People take the one for the other: it has its name, its columns, or is the only one. */
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

  private void missing(Constraint constraint) {
    found.add(
        new Difference.Missing(
            "%s %s"
                .formatted(
                    Things.constraint(table.newName(), constraint), Things.said(constraint))));
  }

  private void named(Pair<Constraint> pair) {
    Optional<Name> name = pair.wanted().name();
    if (name.isPresent() && names.isRenamed(pair)) {
      found.add(
          new Difference.Renamed(
              Things.constraint(table.oldName(), pair.was()), name.get().text()));
    }
  }
}
