package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What constraints of one table are called. A name that a database makes up ({@code t_a_key},
 * {@code t_check1}, H2's {@code CONSTRAINT_1A}) says nothing, and depends on what else the table
 * has: only a name that somebody gave is compared.
 */
final class ConstraintNames {
  private static final Pattern H2S = Pattern.compile("constraint_[0-9a-f]+(_\\d+)?");

  private final CommonTable table;
  private final Set<Name> wanted = new HashSet<>();

  ConstraintNames(CommonTable table, Matching<Constraint> constraints) {
    this.table = table;
    constraints.missing().forEach(constraint -> constraint.name().ifPresent(wanted::add));
    constraints.pairs().stream()
        .filter(this::isRenamed)
        .forEach(pair -> pair.wanted().name().ifPresent(wanted::add));
  }

  /** {@return the table without the names that nobody gave} */
  static Table given(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints().stream().map(each -> each.named(given(each, table.name()))).toList(),
        table.indexes(),
        table.options());
  }

  /** {@return the constraint as people speak of it: without a name that says nothing} */
  static Constraint told(Constraint constraint) {
    return constraint.named(constraint.name().filter(name -> !H2S.matcher(folded(name)).matches()));
  }

  /** {@return the table without the names that say nothing} */
  static Table told(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints().stream().map(ConstraintNames::told).toList(),
        table.indexes(),
        table.options());
  }

  private static Optional<Name> given(Constraint constraint, Name table) {
    String usual = folded(constraint.named(Optional.empty()).nameIn(table));
    return constraint.name().filter(name -> !isMadeUp(folded(name), usual));
  }

  private static boolean isMadeUp(String name, String usual) {
    return H2S.matcher(name).matches()
        || (name.startsWith(usual) && name.substring(usual.length()).matches("\\d*"));
  }

  private static String folded(Name name) {
    return name.text().toLowerCase(Locale.ROOT);
  }

  /** {@return whether both sides were given names, and other ones} */
  boolean isRenamed(Pair<Constraint> pair) {
    Optional<Name> given = given(pair.was(), table.oldName());
    Optional<Name> other = pair.wanted().name();
    return given.isPresent() && other.isPresent() && !given.equals(other);
  }

  /** {@return whether it has to be dropped to get its name, or to leave it to another} */
  boolean areInTheWay(Pair<Constraint> pair) {
    return isRenamed(pair) ? isInUse(pair.wanted().name()) : leavesItsName(pair);
  }

  /** Two that exchange their names cannot be renamed one after the other. */
  private boolean isInUse(Optional<Name> name) {
    return table.was().constraints().stream()
        .anyMatch(each -> name.equals(Optional.of(each.nameIn(table.oldName()))));
  }

  private boolean leavesItsName(Pair<Constraint> pair) {
    return pair.here().name().filter(wanted::contains).isPresent();
  }

  /** {@return a constraint that is dropped, to be added again under the best name there is} */
  Constraint again(Pair<Constraint> pair) {
    Optional<Name> now = pair.here().name().filter(name -> !leavesItsName(pair));
    Optional<Name> other =
        pair.wanted().name().filter(name -> isRenamed(pair) || !isInUse(Optional.of(name)));
    return pair.wanted().named(other.or(() -> now));
  }

  /**
   * Gives constraints that are added names that nothing else has: what the database would make up
   * for each, and a number behind it.
   *
   * @param staying what is not dropped
   */
  List<Constraint> free(List<Constraint> added, List<Pair<Constraint>> staying) {
    Set<Name> taken = new HashSet<>(wanted);
    for (Pair<Constraint> pair : staying) {
      taken.add(pair.was().nameIn(table.oldName()));
      taken.add(pair.here().nameIn(table.newName()));
    }
    added.forEach(constraint -> constraint.name().ifPresent(taken::add));
    return added.stream()
        .map(constraint -> constraint.name().isPresent() ? constraint : free(constraint, taken))
        .toList();
  }

  private Constraint free(Constraint constraint, Set<Name> taken) {
    Name madeUp = constraint.nameIn(table.newName());
    if (taken.add(madeUp)) {
      return constraint;
    }
    int number = 1;
    while (!taken.add(new Name(madeUp.text() + number))) {
      number++;
    }
    return constraint.named(Optional.of(new Name(madeUp.text() + number)));
  }
}
