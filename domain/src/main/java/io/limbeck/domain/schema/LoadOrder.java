package io.limbeck.domain.schema;

import io.limbeck.domain.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * In which order tables get their rows where references are checked as rows come: each table comes
 * after those it references. What references itself, or is part of a circle, is loaded with that
 * reference empty, which is filled in when all rows are there.
 *
 * @param loads in order; else in that of the tables
 */
public record LoadOrder(List<Load> loads) {
  public LoadOrder {
    loads = List.copyOf(loads);
  }

  /**
   * A table, and what of it is left empty at first.
   *
   * @param later columns of its references that are filled in afterwards, in the table's order;
   *     none of them is part of its primary key or NOT NULL
   */
  public record Load(Table table, List<Name> later) {
    public Load {
      later = List.copyOf(later);
    }
  }

  /**
   * {@return the order for a database that checks references}
   *
   * @param tables all that get rows; what they reference besides is taken to be there
   * @throws CircularReferencesException if tables reference each other in a circle in which no
   *     reference can be empty
   */
  public static LoadOrder of(List<Table> tables) {
    return new LoadOrder(new Ordering(tables, LoadOrder::canBeEmpty).ordered());
  }

  /** {@return the order for a database that does not; nothing is left empty at first} */
  public static LoadOrder unchecked(List<Table> tables) {
    return new LoadOrder(
        new Ordering(tables, reference -> true)
            .ordered().stream().map(load -> new Load(load.table(), List.of())).toList());
  }

  /** A foreign key of a table. */
  private record Reference(Table table, ForeignKey key) {
    boolean isToItself() {
      return key.parent().equals(table.name());
    }

    /** {@return the columns that can be empty for a while; the others are needed in each row} */
    List<Name> optional() {
      List<Name> identifying =
          table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
      return key.columns().stream()
          .filter(name -> !identifying.contains(name))
          .filter(name ->
              table
                  .column(name)
                  .filter(column -> !column.notNull() && column.generated().isEmpty())
                  .isPresent())
          .toList();
    }
  }

  private static boolean canBeEmpty(Reference reference) {
    return !reference.optional().isEmpty();
  }

  /** Takes one table after the other. */
  private static final class Ordering {
    private final SequencedMap<Name, Table> left = new LinkedHashMap<>();
    private final Predicate<Reference> breakable;
    private final List<Load> ordered = new ArrayList<>();

    Ordering(List<Table> tables, Predicate<Reference> breakable) {
      tables.forEach(table -> left.put(table.name(), table));
      this.breakable = breakable;
    }

    List<Load> ordered() {
      while (!left.isEmpty()) {
        Table next =
            first(table -> missing(table).isEmpty())
                .or(() ->
                    first(
                        table -> isInCircle(table) && missing(table).stream().allMatch(breakable)))
                .orElseThrow(() -> new CircularReferencesException(circle()));
        ordered.add(load(next));
        left.remove(next.name());
      }
      return ordered;
    }

    private Load load(Table table) {
      Set<Name> later = new HashSet<>();
      for (Reference reference : references(table)) {
        if (reference.isToItself() || isLeft(reference)) {
          later.addAll(reference.optional());
        }
      }
      return new Load(
          table, table.columns().stream().map(Column::name).filter(later::contains).toList());
    }

    private Optional<Table> first(Predicate<Table> wanted) {
      return left.values().stream().filter(wanted).findFirst();
    }

    /** {@return the references to other tables that have no rows yet} */
    private List<Reference> missing(Table table) {
      return references(table).stream()
          .filter(reference -> !reference.isToItself() && isLeft(reference))
          .toList();
    }

    private boolean isLeft(Reference reference) {
      return left.containsKey(reference.key().parent());
    }

    private static List<Reference> references(Table table) {
      return table.constraints(ForeignKey.class).stream()
          .map(key -> new Reference(table, key))
          .toList();
    }

    /** A table that only builds on a circle waits for it. */
    private boolean isInCircle(Table table) {
      Set<Name> reached = new HashSet<>();
      List<Table> next = new ArrayList<>(List.of(table));
      while (!next.isEmpty()) {
        for (Reference reference : missing(next.removeLast())) {
          if (reached.add(reference.key().parent())) {
            next.add(at(reference));
          }
        }
      }
      return reached.contains(table.name());
    }

    /** {@return tables that reference each other in a circle, the first in the order of tables} */
    private List<Name> circle() {
      LinkedHashSet<Name> path = new LinkedHashSet<>();
      Table at = left.firstEntry().getValue();
      while (path.add(at.name())) {
        List<Reference> missing = missing(at);
        at =
            missing.stream()
                .filter(reference -> !breakable.test(reference))
                .findFirst()
                .map(this::at)
                .orElseGet(() -> at(missing.getFirst()));
      }
      List<Name> names = List.copyOf(path);
      return names.subList(names.indexOf(at.name()), names.size());
    }

    private Table at(Reference reference) {
      return Objects.requireNonNull(left.get(reference.key().parent()));
    }
  }
}
