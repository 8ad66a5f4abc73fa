package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Stored.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of both sides only the definition is known. A view, a trigger or a virtual table cannot be
 * altered: one that differs is made anew, and so is a view or a trigger that stands on something
 * that goes. A function, a type, a sequence is replaced where it stands.
 */
final class StoredComparison {
  /** What tells a thing from all others. */
  record Key(Kind kind, Name name, String of) {
    static Key of(Stored stored) {
      return new Key(stored.kind(), stored.name(), stored.of().toLowerCase(Locale.ROOT));
    }
  }

  private final Matching<Stored> stored;
  private final Set<Name> relations;

  /**
   * @param relations the bare names of all tables and views
   */
  StoredComparison(List<Stored> was, Renames renames, List<Stored> wanted, Set<Name> relations) {
    this.stored = Matching.byName(was, renames::applied, wanted, Key::of);
    this.relations = relations;
  }

  /**
   * @param going the tables and columns that go; gets the views and virtual tables
   * @param aside tells what stands on a type
   */
  void report(Changes changes, Going going, Aside aside) {
    stored
        .differences(
            Things::stored,
            Things::stored,
            pair ->
                isSame(pair)
                    ? List.of()
                    : List.of(new Difference.Redefined(Things.stored(pair.was()))))
        .forEach(changes::found);
    for (Stored gone : stored.gone()) {
      changes.gone().add(gone);
      note(gone, going);
    }
    stored.missing().forEach(missing -> changes.coming().add(missing));
    List<Pair<Stored>> staying = new ArrayList<>();
    for (Pair<Stored> pair : stored.pairs()) {
      if (isSame(pair) || canBeReplaced(pair)) {
        staying.add(pair);
      } else {
        makeAnew(pair, changes);
        note(pair.was(), going);
      }
    }
    Set<Stored> taken = going.takesAlong(staying.stream().map(Pair::was).toList());
    Set<Stored> standing = new HashSet<>();
    for (Pair<Stored> pair : staying) {
      if (taken.contains(pair.was())) {
        makeAnew(pair, changes);
      } else {
        standing.add(pair.here());
      }
    }
    staying.stream()
        .filter(pair -> !isSame(pair) && standing.contains(pair.here()))
        .forEach(
            pair -> changes.replace(pair.here(), pair.wanted(), aside.of(pair.here(), standing)));
  }

  private static boolean isSame(Pair<Stored> pair) {
    return pair.here().definition().equals(pair.wanted().definition());
  }

  /** The text of a function in SQL is checked when it is created: all has to be there. */
  private boolean canBeReplaced(Pair<Stored> pair) {
    boolean isChecked =
        pair.was().kind() == Kind.FUNCTION
            && (isCheckedSql(pair.was()) || isCheckedSql(pair.wanted()));
    return pair.was().kind().isReplaceable() && !isChecked;
  }

  private boolean isCheckedSql(Stored function) {
    return Words.after("LANGUAGE", function.definition()).equals(Optional.of(new Name("sql")))
        && Words.of(function.definition()).stream().anyMatch(relations::contains);
  }

  private static void note(Stored stored, Going going) {
    switch (stored.kind()) {
      case VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW, FUNCTION, TYPE, DOMAIN ->
          going.relation(stored.name());
      case NAMESPACE, SEQUENCE, INDEX, TRIGGER, COMMENT -> {}
    }
  }

  private static void makeAnew(Pair<Stored> pair, Changes changes) {
    changes.gone().add(pair.was());
    changes.coming().add(pair.wanted());
  }
}
