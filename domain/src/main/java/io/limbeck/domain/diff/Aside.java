package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Stored.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What has to make way while a type is made anew: its columns become text for a moment, and what
 * stands on them is taken down.
 */
final class Aside {
  private static final Comparator<Stored> ORDER =
      Comparator.comparing(Stored::kind).thenComparing(Stored::name).thenComparing(Stored::of);

  private final Map<Name, TableComparison> tables;
  private final Set<Name> relations;

  /**
   * @param tables those that both sides have, by their new names
   * @param relations the bare names of all tables and views
   */
  Aside(Map<Name, TableComparison> tables, Set<Name> relations) {
    this.tables = tables;
    this.relations = relations;
  }

  /**
   * {@return the operations, in order; none for what is no type}
   *
   * @param standing what is stored and stays
   */
  List<Operation> of(Stored stored, Set<Stored> standing) {
    if (stored.kind() != Kind.TYPE && stored.kind() != Kind.DOMAIN) {
      return List.of();
    }
    Name type = stored.name().bare();
    SequencedMap<Name, TypeUse> uses = new LinkedHashMap<>();
    tables.forEach((name, table) -> uses.put(name, TypeUse.of(type, table)));
    Parts parts = new Parts(relations);
    Going going = new Going();
    going.relation(type);
    for (TypeUse use : uses.values()) {
      use.takeDown(
          parts,
          going,
          key ->
              Optional.ofNullable(uses.get(key.parent()))
                  .filter(parent -> parent.disturbs(key.parentColumns()))
                  .isPresent());
    }
    List<Stored> others =
        standing.stream().filter(one -> !one.equals(stored)).sorted(ORDER).toList();
    going.takesAlong(others).stream().sorted(ORDER).forEach(parts::add);
    others.stream().filter(one -> takesOrGives(one, type)).forEach(parts::add);
    List<Operation> aside = new ArrayList<>(parts.takenDown());
    uses.values().forEach(use -> aside.addAll(use.asText()));
    parts.ground().reversed().forEach(function -> aside.add(new Operation.DropStored(function)));
    return aside;
  }

  /**
   * A function depends on the types of its arguments and its result, not on those it works with.
   */
  private static boolean takesOrGives(Stored function, Name type) {
    return function.kind() == Kind.FUNCTION
        && Words.of(new Expression(function.of(), function.of())).contains(type);
  }
}
