package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * What the constraints of a table answer to: the name they carry, else the one <a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL</a> would have
 * given them.
 */
public final class ConstraintNames {
  private final CreateTable table;
  private final List<Constraint> constraints;
  private final Map<Name, Constraint> implicit = new LinkedHashMap<>();

  private ConstraintNames(CreateTable table) {
    this.table = table;
    this.constraints = table.allConstraints();
  }

  public static ConstraintNames of(CreateTable table) {
    ConstraintNames names = new ConstraintNames(table);
    for (Constraint constraint : names.constraints) {
      if (constraint.name().isEmpty()) {
        names.suffix(constraint).ifPresent(suffix -> names.addImplicit(constraint, suffix));
      }
    }
    return names;
  }

  /**
   * {@return the constraint that answers to a name; empty if none does}
   *
   * @throws AlterRefusedException if several carry it
   */
  Optional<Constraint> find(Name name) throws AlterRefusedException {
    List<Constraint> carrying =
        constraints.stream()
            .filter(constraint -> constraint.kind().isDroppable() && carries(constraint, name))
            .toList();
    if (carrying.size() > 1) {
      throw new AlterRefusedException(
          "%d constraints of %s are called %s".formatted(carrying.size(), table.name(), name),
          "SQLite let that happen: it cannot be told which one is meant.");
    }
    return carrying.isEmpty()
        ? Optional.ofNullable(implicit.get(name))
        : Optional.of(carrying.getFirst());
  }

  /** {@return the constraint that has no name of its own and answers to this one} */
  Optional<Constraint> implicit(Name name) {
    return isCarried(name) ? Optional.empty() : Optional.ofNullable(implicit.get(name));
  }

  /** {@return whether a name cannot be given to another constraint} */
  boolean isTaken(Name name) {
    return implicit.containsKey(name) || isCarried(name);
  }

  /** {@return the name that {@code constraint} answers to; empty for what cannot be dropped} */
  public Optional<Name> nameOf(Constraint constraint) {
    return constraint
        .name()
        .map(Constraint.Named::name)
        .or(() ->
            implicit.entrySet().stream()
                .filter(entry -> entry.getValue().equals(constraint))
                .map(Map.Entry::getKey)
                .findFirst());
  }

  private boolean isCarried(Name name) {
    return constraints.stream().anyMatch(constraint -> carries(constraint, name));
  }

  private static boolean carries(Constraint constraint, Name name) {
    return constraint.name().filter(named -> named.name().equals(name)).isPresent();
  }

  private void addImplicit(Constraint constraint, String suffix) {
    String base = table.name().text() + "_" + suffix;
    Name name = new Name(base);
    for (int number = 1; isTaken(name); number++) {
      name = new Name(base + number);
    }
    implicit.put(name, constraint);
  }

  private Optional<String> suffix(Constraint constraint) {
    return switch (constraint.kind()) {
      case PRIMARY_KEY -> Optional.of("pkey");
      case UNIQUE -> Optional.of(columns(constraint) + "_key");
      case FOREIGN_KEY -> Optional.of(columns(constraint) + "_fkey");
      case CHECK -> {
        SequencedSet<Name> columns = table.columnsOf(constraint);
        yield Optional.of(columns.size() == 1 ? columns.getFirst() + "_check" : "check");
      }
      case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, DEFERRABLE, NAME_ALONE -> Optional.empty();
    };
  }

  private String columns(Constraint constraint) {
    return table.columnsOf(constraint).stream().map(Name::text).collect(Collectors.joining("_"));
  }
}
