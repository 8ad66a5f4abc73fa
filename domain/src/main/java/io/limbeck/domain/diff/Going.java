package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  /** {@return those of {@code standing} that cannot stand while all this is gone} */
  Set<Stored> takesAlong(List<Stored> standing) {
    Set<Name> gone = new HashSet<>(relations);
    Set<Stored> left = new LinkedHashSet<>(standing);
    Set<Stored> taken = new LinkedHashSet<>();
    // Whether the last round took a view, so that what stands on it has to be looked at again.
    boolean more = true;
    while (more) {
      more = false;
      for (Stored each : standing) {
        if (left.contains(each) && standsOnOneOf(gone, Words.of(each.definition()))) {
          left.remove(each);
          taken.add(each);
          more |= each.kind() == Stored.Kind.VIEW && gone.add(each.name());
        }
      }
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
