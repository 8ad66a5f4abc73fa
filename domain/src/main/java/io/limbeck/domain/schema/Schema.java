package io.limbeck.domain.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that a database holds, but for its rows.
 *
 * @param tables in the order of their names
 * @param stored what is known by its definition only, in the order of kinds and names
 */
public record Schema(List<Table> tables, List<Stored> stored) {
  public Schema {
    tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    stored =
        stored.stream()
            .sorted(
                Comparator.comparing(Stored::kind)
                    .thenComparing(Stored::name)
                    .thenComparing(Stored::of))
            .toList();
  }

  /** {@return a schema that holds nothing} */
  public static Schema empty() {
    return new Schema(List.of(), List.of());
  }

  public Optional<Table> table(Name wanted) {
    return tables.stream().filter(table -> table.name().equals(wanted)).findFirst();
  }

  /** {@return the schema without the tables and the other things that {@code hidden} names} */
  public Schema without(Predicate<Name> hidden) {
    return new Schema(
        tables.stream().filter(table -> !hidden.test(table.name())).toList(),
        stored.stream().filter(each -> !hidden.test(each.name())).toList());
  }
}
