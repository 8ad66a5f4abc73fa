package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Stored.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The views, triggers and virtual tables on both sides. None can be altered: one that differs is
 * made anew, and so is a view or a trigger that stands on something that goes.
 */
final class StoredComparison {
  private record Key(Kind kind, Name name) {}

  private final Matching<Stored> stored;

  StoredComparison(List<Stored> was, List<Stored> wanted) {
    this.stored =
        Matching.byName(
            was, UnaryOperator.identity(), wanted, each -> new Key(each.kind(), each.name()));
  }

  /**
   * @param going the tables and columns that go; gets the views and virtual tables
   */
  void report(Changes changes, Going going) {
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
    for (Pair<Stored> pair : stored.pairs()) {
      if (!isSame(pair)) {
        makeAnew(pair, changes);
        note(pair.was(), going);
      }
    }
    List<Stored> same =
        stored.pairs().stream().filter(StoredComparison::isSame).map(Pair::was).toList();
    Set<Stored> taken = going.takesAlong(same);
    for (Pair<Stored> pair : stored.pairs()) {
      if (taken.contains(pair.was())) {
        makeAnew(pair, changes);
      }
    }
  }

  private static boolean isSame(Pair<Stored> pair) {
    return pair.was().definition().equals(pair.wanted().definition());
  }

  private static void note(Stored stored, Going going) {
    if (stored.kind() != Kind.TRIGGER) {
      going.relation(stored.name());
    }
  }

  private static void makeAnew(Pair<Stored> pair, Changes changes) {
    changes.gone().add(pair.was());
    changes.coming().add(pair.wanted());
  }
}
