package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** In what a column is not as it is wanted. */
final class ColumnDifferences {
  private final String thing;
  private final Pair<Column> pair;
  private final List<Difference> found = new ArrayList<>();

  private ColumnDifferences(Name table, Pair<Column> pair) {
    this.thing = Things.column(table, pair.was().name());
    this.pair = pair;
  }

  static List<Difference> of(Name table, Pair<Column> pair) {
    ColumnDifferences differences = new ColumnDifferences(table, pair);
    differences.compare("the type of ", Column::type, Things::type);
    differences.compare("NULL in ", Column::notNull, refused -> refused ? "refused" : "allowed");
    differences.compare("the default of ", Column::defaultValue, Things::orNone);
    differences.compare("", Column::generated, Things::computed);
    differences.compare("", Column::identity, Things::counting);
    differences.compare("the collation of ", Column::collation, Things::orNone);
    return differences.found;
  }

  private <T> void compare(String aspect, Function<Column, T> of, Function<T, String> said) {
    T here = of.apply(pair.here());
    T wanted = of.apply(pair.wanted());
    if (!here.equals(wanted)) {
      found.add(new Difference.Changed(aspect + thing, said.apply(here), said.apply(wanted)));
    }
  }
}
