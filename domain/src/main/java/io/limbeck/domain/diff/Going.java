package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goes, for good or for a moment, and which views and triggers that takes along. A definition
 * is not understood here, so one that only mentions the names counts as standing on them: to make a
 * view anew costs nothing, to leave a broken one stops everything.
 */
final class Going {
  private final Set<Name> relations = new HashSet<>();
  // By the name of their table.
  private final Map<Name, Set<Name>> columns = new HashMap<>();
  private final Map<Name, Set<Name>> retyped = new HashMap<>();

  /** Something that others mention: a table, a virtual table or a view, a type, a function. */
  void relation(Name name) {
    relations.add(name.bare());
  }

  void column(Name table, Name column) {
    columns.computeIfAbsent(table.bare(), name -> new HashSet<>()).add(column);
  }

  /** A column that stays, but whose type does not. */
  void retyped(Name table, Name column) {
    retyped.computeIfAbsent(table.bare(), name -> new HashSet<>()).add(column);
  }

  /** {@return those of {@code standing} that cannot stand while all this is gone} */
  Set<Stored> takesAlong(List<Stored> standing) {
    Set<Name> gone = new HashSet<>(relations);
    List<Stored> left = new ArrayList<>(standing.stream().filter(Going::canMakeWay).toList());
    Set<Stored> taken = new HashSet<>();
    boolean more = !relations.isEmpty() || !columns.isEmpty() || !retyped.isEmpty();
    while (more) {
      List<Stored> next = left.stream().filter(one -> standsOnOneOf(gone, one)).toList();
      left.removeAll(next);
      taken.addAll(next);
      next.stream()
          .filter(one -> one.kind().isRelation())
          .forEach(view -> gone.add(view.name().bare()));
      more = !next.isEmpty();
    }
    return taken;
  }

  /** A virtual table and a sequence hold something, and what is left has its own ways. */
  private static boolean canMakeWay(Stored stored) {
    return switch (stored.kind()) {
      case VIEW, MATERIALIZED_VIEW, INDEX, TRIGGER, COMMENT -> true;
      case NAMESPACE, TYPE, DOMAIN, SEQUENCE, FUNCTION, VIRTUAL_TABLE -> false;
    };
  }

  private boolean standsOnOneOf(Set<Name> gone, Stored stored) {
    Set<Name> words = Words.of(stored.definition());
    return words.stream()
        .anyMatch(word ->
            gone.contains(word)
                || mentions(columns, word, words)
                // What is said about a column is not about its type.
                || (stored.kind() != Stored.Kind.COMMENT && mentions(retyped, word, words)));
  }

  private static boolean mentions(Map<Name, Set<Name>> columns, Name table, Set<Name> words) {
    return columns.getOrDefault(table, Set.of()).stream().anyMatch(words::contains);
  }
}
