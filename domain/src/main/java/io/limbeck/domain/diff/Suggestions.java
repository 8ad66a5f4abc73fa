package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which hint would make a rename of something that goes and something like it that comes. A
 * suggestion only: that two things are alike does not make them one.
 */
final class Suggestions {
  // Of so many columns one may be another.
  private static final int COLUMNS_FOR_ONE_OTHER = 4;

  private Suggestions() {}

  /** {@return a sentence for each new table that is like one that goes} */
  static List<String> tables(List<Table> gone, List<Table> missing) {
    return sentences(
        gone, missing, Suggestions::areAlike, Table::name, table -> Things.table(table.name()));
  }

  /** {@return a sentence for each new column that is like one that goes} */
  static List<String> columns(Name table, List<Column> gone, List<Column> missing) {
    return sentences(
        gone,
        missing,
        Suggestions::areAlike,
        Column::name,
        column -> Things.column(table, column.name()));
  }

  private static <T> List<String> sentences(
      List<T> gone,
      List<T> missing,
      BiPredicate<T, T> areAlike,
      Function<T, Name> name,
      Function<T, String> thing) {
    List<String> sentences = new ArrayList<>();
    for (T each : missing) {
      String hints =
          gone.stream()
              .filter(old -> areAlike.test(old, each))
              .map(old -> "-- was: " + name.apply(old))
              .collect(Collectors.joining(" or "));
      if (!hints.isEmpty()) {
        sentences.add(
            "If %s is not new but renamed, write %s on its line in the models: nothing is lost then."
                .formatted(thing.apply(each), hints));
      }
    }
    return sentences;
  }

  private static boolean areAlike(Column old, Column other) {
    return old.type().equals(other.type()) && old.notNull() == other.notNull();
  }

  private static boolean areAlike(Table old, Table other) {
    int most = Math.max(old.columns().size(), other.columns().size());
    long shared = old.columns().stream().filter(column -> hasLike(other, column)).count();
    long others = most - shared;
    return (shared > 0 && others == 0)
        || (shared > 1 && others <= Math.max(1, most / COLUMNS_FOR_ONE_OTHER));
  }

  private static boolean hasLike(Table table, Column column) {
    return table
        .column(column.name())
        .filter(other -> other.type().equals(column.type()))
        .isPresent();
  }
}
