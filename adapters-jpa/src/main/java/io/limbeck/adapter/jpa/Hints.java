package io.limbeck.adapter.jpa;

import io.limbeck.adapter.jpa.Members.Thing;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.schema.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Turns what is said beside classes and fields into hints about tables and columns. */
final class Hints {
  private Hints() {}

  /**
   * {@return the hints in the order of {@code said}, each once}
   *
   * @throws io.limbeck.application.models.ModelsException if one stands beside what is neither one
   *     table nor one column, or is no name
   */
  static List<RenameHint> of(Members members, List<SourceHint> said) {
    SequencedSet<RenameHint> hints = new LinkedHashSet<>();
    Stream.concat(said.stream(), members.hints().stream())
        // Sources hold other classes too, and what their comments say is none of our business.
        .filter(hint -> members.knows(hint.member().type()))
        .forEach(hint -> hints.addAll(of(hint, members.uses(hint.member()))));
    return List.copyOf(hints);
  }

  private static List<RenameHint> of(SourceHint hint, List<List<Thing>> uses) {
    if (uses.isEmpty() || uses.stream().anyMatch(things -> things.size() != 1)) {
      throw hint.misplaced();
    }
    return uses.stream().map(List::getFirst).map(thing -> of(thing, hint.was())).toList();
  }

  private static RenameHint of(Thing thing, Name was) {
    Name table = new Name(thing.table().getName());
    return thing
        .column()
        .<RenameHint>map(column -> new RenameHint.OfColumn(table, new Name(column.getName()), was))
        .orElseGet(() -> new RenameHint.OfTable(table, was));
  }
}
