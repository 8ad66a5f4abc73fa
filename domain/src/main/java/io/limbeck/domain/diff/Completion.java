package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds to what is wanted what its source could not have said, as it is now. Nobody after this has
 * to know of silence.
 */
final class Completion {
  private final Silence silence;
  private final List<String> notes;

  /**
   * @param notes where to put a sentence for each thing that is added
   */
  Completion(Silence silence, List<String> notes) {
    this.silence = silence;
    this.notes = notes;
  }

  /**
   * {@return the wanted schema and what its source could not have said}
   *
   * @param was what is there
   * @param here its tables after the renames, in the same order
   */
  Schema of(Schema was, List<Table> here, Schema wanted) {
    Matching<Table> tables = Matching.byName(was.tables(), here, wanted.tables(), Table::name);
    List<Table> completed = new ArrayList<>(tables.missing());
    for (Pair<Table> pair : tables.pairs()) {
      completed.add(new TableCompletion(silence, notes, pair.here(), pair.wanted()).completed());
    }
    return new Schema(completed, stored(was.stored(), wanted.stored(), going(tables)));
  }

  private static Going going(Matching<Table> tables) {
    Going going = new Going();
    tables.gone().forEach(table -> going.relation(table.name()));
    for (Pair<Table> pair : tables.pairs()) {
      for (Name column : TableCompletion.columnsGone(pair.here(), pair.wanted())) {
        going.column(pair.was().name(), column);
      }
    }
    return going;
  }

  private List<Stored> stored(List<Stored> here, List<Stored> wanted, Going going) {
    Map<Stored.Kind, Set<Name>> said = new HashMap<>();
    wanted.forEach(
        one -> said.computeIfAbsent(one.kind(), kind -> new HashSet<>()).add(one.name()));
    List<Stored> unsaid = new ArrayList<>();
    for (Stored one : here) {
      if (said.getOrDefault(one.kind(), Set.of()).contains(one.name())) {
        continue;
      }
      if (silence.isAbout(aspect(one))) {
        unsaid.add(one);
      } else if (one.kind() != Stored.Kind.TRIGGER) {
        going.relation(one.name());
      }
    }
    List<Stored> completed = new ArrayList<>(wanted);
    Set<Stored> taken = going.takesAlong(unsaid);
    for (Stored one : unsaid) {
      String thing = Things.stored(one);
      if (taken.contains(one)) {
        notes.add("The %s goes with what it stands on.".formatted(thing));
      } else {
        notes.add(kept(thing, aspect(one)));
        completed.add(one);
      }
    }
    return completed;
  }

  private static Aspect aspect(Stored stored) {
    return switch (stored.kind()) {
      case VIRTUAL_TABLE -> Aspect.VIRTUAL_TABLES;
      case VIEW -> Aspect.VIEWS;
      case TRIGGER -> Aspect.TRIGGERS;
    };
  }

  static String kept(String thing, Aspect aspect) {
    return "The %s stays as it is: the models say nothing about %s.".formatted(thing, aspect);
  }
}
