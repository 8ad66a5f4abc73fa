package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sets of columns that identify a row of a table, which foreign keys can reference. */
final class Keys {
  private final Set<Set<Name>> keys = new HashSet<>();

  static Keys of(Table table) {
    Keys keys = new Keys();
    table.constraints().forEach(keys::add);
    table.indexes().forEach(keys::add);
    return keys;
  }

  void add(Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> keys.add(Set.copyOf(key.columns()));
      case Constraint.Unique unique -> keys.add(Set.copyOf(unique.columns()));
      case Constraint.Check check -> {}
      case Constraint.ForeignKey key -> {}
      case Constraint.Other other -> {}
    }
  }

  void add(Index index) {
    if (!index.unique() || index.where().isPresent()) {
      return;
    }
    Set<Name> columns = new HashSet<>();
    for (Index.Part part : index.parts()) {
      Optional<Name> column = Words.only(part.key());
      if (column.isEmpty() || part.collation().isPresent()) {
        return;
      }
      columns.add(column.get());
    }
    keys.add(columns);
  }

  /**
   * {@return whether what is done to some columns is done to a key too}
   *
   * @param key columns of the table that a foreign key references
   * @param columns to which it is done
   */
  static boolean disturbs(Table table, List<Name> key, Set<Name> columns) {
    Set<Name> kept = new HashSet<>(key);
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case Constraint.PrimaryKey own when isOf(own.columns(), key) ->
            kept.addAll(own.particulars().included());
        case Constraint.Unique own when isOf(own.columns(), key) ->
            kept.addAll(own.particulars().included());
        default -> {}
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        kept.addAll(index.particulars().included());
      }
    }
    return !Collections.disjoint(kept, columns);
  }

  private static boolean isOf(List<Name> columns, List<Name> others) {
    return new HashSet<>(columns).equals(new HashSet<>(others));
  }

  boolean contains(List<Name> columns) {
    return keys.contains(new HashSet<>(columns));
  }
}
