package io.limbeck.domain.diff;

import static io.limbeck.domain.schema.Stored.Kind.VIEW;
import static io.limbeck.domain.schema.Stored.Kind.VIRTUAL_TABLE;

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

  /** A table, a virtual table or a view. */
  void relation(Name name) {
    relations.add(name);
  }

  void column(Name table, Name column) {
    columns.computeIfAbsent(table, name -> new HashSet<>()).add(column);
  }

  /**
   * {@return those of {@code standing} that cannot stand while all this is gone; no virtual tables,
   * for they hold rows}
   */
  Set<Stored> takesAlong(List<Stored> standing) {
    Set<Name> gone = new HashSet<>(relations);
    List<Stored> left =
        new ArrayList<>(standing.stream().filter(one -> one.kind() != VIRTUAL_TABLE).toList());
    Set<Stored> taken = new HashSet<>();
    boolean more = !relations.isEmpty() || !columns.isEmpty();
    while (more) {
      List<Stored> next =
          left.stream().filter(one -> standsOnOneOf(gone, Words.of(one.definition()))).toList();
      left.removeAll(next);
      taken.addAll(next);
      next.stream().filter(one -> one.kind() == VIEW).forEach(view -> gone.add(view.name()));
      more = !next.isEmpty();
    }
    return taken;
  }

  private boolean standsOnOneOf(Set<Name> gone, Set<Name> words) {
    return words.stream()
        .anyMatch(word ->
            gone.contains(word)
                || columns.getOrDefault(word, Set.of()).stream().anyMatch(words::contains));
  }
}
