package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds to what is wanted what its source could not have said, as it is now. Nobody after this has
 * to know of silence.
 */
final class Completion {
  private final Keeping keeping;

  Completion(Keeping keeping) {
    this.keeping = keeping;
  }

  /**
   * {@return the wanted schema and what its source could not have said}
   *
   * @param was what is there
   * @param renames what becomes of its tables
   */
  Schema of(Schema was, Renames renames, Schema wanted) {
    Matching<Table> tables =
        Matching.byName(was.tables(), renames::applied, wanted.tables(), Table::name);
    Set<Name> indexes = new HashSet<>();
    wanted.tables().forEach(table -> table.indexes().forEach(index -> indexes.add(index.name())));
    List<Table> completed = new ArrayList<>(tables.missing());
    List<Table> going = new ArrayList<>();
    for (Table table : tables.gone()) {
      // A part of another table says nothing of its own that its source could have said.
      boolean stays =
          table.columns().isEmpty() && keeping.keeps(Aspect.OPTIONS, Things.table(table.name()));
      (stays ? completed : going).add(renames.applied(table));
    }
    for (Pair<Table> pair : tables.pairs()) {
      completed.add(new TableCompletion(keeping, pair.here(), pair.wanted(), indexes).completed());
    }
    return new Schema(completed, stored(was.stored(), renames, wanted, going(going, tables)));
  }

  private static Going going(List<Table> gone, Matching<Table> tables) {
    Going going = new Going();
    gone.forEach(table -> going.relation(table.name()));
    for (Pair<Table> pair : tables.pairs()) {
      for (Name column : TableCompletion.columnsGone(pair.here(), pair.wanted())) {
        going.column(pair.was().name(), column);
      }
    }
    return going;
  }

  private List<Stored> stored(List<Stored> was, Renames renames, Schema wanted, Going going) {
    Set<Name> relations = new HashSet<>();
    Set<StoredComparison.Key> others = new HashSet<>();
    wanted.tables().forEach(table -> relations.add(table.name()));
    for (Stored one : wanted.stored()) {
      if (one.kind().isRelation()) {
        relations.add(one.name());
      } else {
        others.add(StoredComparison.Key.of(one));
      }
    }
    List<Stored> unsaid = new ArrayList<>();
    for (Stored one : was) {
      boolean said =
          one.kind().isRelation()
              ? relations.contains(one.name())
              : others.contains(StoredComparison.Key.of(renames.applied(one)));
      if (!said && keeping.covers(aspect(one))) {
        unsaid.add(one);
      } else if (!said && one.kind().isRelation()) {
        going.relation(one.name());
      }
    }
    List<Stored> completed = new ArrayList<>(wanted.stored());
    Set<Stored> taken = going.takesAlong(unsaid);
    for (Stored one : unsaid) {
      if (taken.contains(one)) {
        keeping.cannotKeep(Things.stored(one));
      } else if (keeping.keeps(aspect(one), Things.stored(one))) {
        completed.add(renames.applied(one));
      }
    }
    return completed;
  }

  private static Aspect aspect(Stored stored) {
    return switch (stored.kind()) {
      case VIRTUAL_TABLE -> Aspect.VIRTUAL_TABLES;
      case VIEW, MATERIALIZED_VIEW, INDEX -> Aspect.VIEWS;
      case TRIGGER -> Aspect.TRIGGERS;
      case NAMESPACE, TYPE, DOMAIN -> Aspect.TYPES;
      case SEQUENCE -> Aspect.SEQUENCES;
      case FUNCTION -> Aspect.FUNCTIONS;
      case COMMENT -> Aspect.COMMENTS;
    };
  }
}
