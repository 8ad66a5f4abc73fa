package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells the hints that hold from those that do not, and says why. */
final class Hints {
  private final Map<Name, Table> from;
  private final Map<Name, Table> to;
  private final List<String> notes;
  private final Renames renames = new Renames();

  private Hints(Map<Name, Table> from, Map<Name, Table> to, List<String> notes) {
    this.from = from;
    this.to = to;
    this.notes = notes;
  }

  /**
   * {@return the renames that {@code hints} give}
   *
   * @param notes where to put a sentence for each that gives none
   */
  static Renames renames(
      List<RenameHint> hints, Map<Name, Table> from, Map<Name, Table> to, List<String> notes) {
    Hints reading = new Hints(from, to, notes);
    // Tables first: a column's hint speaks of its table by the new name.
    for (RenameHint hint : hints) {
      if (hint instanceof RenameHint.OfTable table) {
        reading.read(table);
      }
    }
    for (RenameHint hint : hints) {
      if (hint instanceof RenameHint.OfColumn column) {
        reading.read(column);
      }
    }
    return reading.renames;
  }

  private void read(RenameHint.OfTable hint) {
    if (isDone(hint, from::containsKey)) {
      return;
    }
    Optional<String> objection =
        objection(hint, Things::table, from::containsKey, to::containsKey, renames.tables());
    if (objection.isEmpty()) {
      renames.table(hint.was(), hint.now());
    } else {
      ignore(Things.table(hint.now()), hint, objection.get());
    }
  }

  private void read(RenameHint.OfColumn hint) {
    Optional<Table> was = Optional.ofNullable(from.get(renames.was(hint.table())));
    Optional<Table> now = Optional.ofNullable(to.get(hint.table()));
    if (was.filter(table -> isDone(hint, name -> table.column(name).isPresent())).isPresent()) {
      return;
    }
    Optional<String> objection =
        was.isEmpty() || now.isEmpty()
            ? Optional.of("there is no table %s".formatted(hint.table()))
            : objection(hint, was.get(), now.get());
    if (objection.isEmpty()) {
      renames.column(was.orElseThrow().name(), hint.was(), hint.now());
    } else {
      ignore(Things.column(hint.table(), hint.now()), hint, objection.get());
    }
  }

  /** A hint may stay in the models for good. */
  private static boolean isDone(RenameHint hint, Predicate<Name> isHere) {
    return isHere.test(hint.now()) && !isHere.test(hint.was());
  }

  private Optional<String> objection(RenameHint.OfColumn hint, Table was, Table now) {
    boolean computed =
        was.column(hint.was()).flatMap(Column::generated).isPresent()
            || now.column(hint.now()).flatMap(Column::generated).isPresent();
    if (computed) {
      return Optional.of("what is computed, before or now, keeps no values");
    }
    return objection(
        hint,
        name -> Things.column(hint.table(), name),
        name -> was.column(name).isPresent(),
        name -> now.column(name).isPresent(),
        renames.columns(was.name()));
  }

  private static Optional<String> objection(
      RenameHint hint,
      Function<Name, String> thing,
      Predicate<Name> isHere,
      Predicate<Name> isWanted,
      Map<Name, Name> taken) {
    if (isHere.test(hint.now())) {
      return Optional.of("%s is there already".formatted(thing.apply(hint.now())));
    }
    if (!isWanted.test(hint.now())) {
      return Optional.of("the models have no %s".formatted(thing.apply(hint.now())));
    }
    if (!isHere.test(hint.was())) {
      return Optional.of("there is no %s".formatted(thing.apply(hint.was())));
    }
    if (isWanted.test(hint.was())) {
      return Optional.of("the models have %s as well".formatted(thing.apply(hint.was())));
    }
    if (taken.containsKey(hint.was())) {
      return Optional.of("%s is renamed already".formatted(thing.apply(hint.was())));
    }
    if (taken.containsValue(hint.now())) {
      return Optional.of("another hint says what it was");
    }
    return Optional.empty();
  }

  private void ignore(String thing, RenameHint hint, String objection) {
    notes.add("The hint that %s was %s is ignored: %s.".formatted(thing, hint.was(), objection));
  }
}
