package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The indexes of a table on both sides: one that differs, or stands on what does, is made anew. */
final class IndexComparison {
  private final CommonTable table;
  private final Set<Name> replaced;
  private final Matching<Index> indexes;

  /**
   * @param replaced the columns that are dropped and added again
   */
  IndexComparison(CommonTable table, Set<Name> replaced) {
    this.table = table;
    this.replaced = replaced;
    this.indexes =
        Matching.byName(
            table.was().indexes(), table.renames()::applied, table.wanted().indexes(), Index::name);
  }

  List<Difference> differences() {
    return indexes.differences(
        index -> Things.index(table.oldName(), index) + " " + Things.said(index),
        index -> Things.index(table.newName(), index) + " " + Things.said(index),
        pair ->
            pair.here().equals(pair.wanted())
                ? List.of()
                : List.of(
                    new Difference.Changed(
                        Things.index(table.oldName(), pair.was()),
                        Things.said(pair.was()),
                        Things.said(pair.wanted()))));
  }

  /** {@return those that stay throughout, as they are after the renames} */
  List<Index> staying() {
    return indexes.pairs().stream().filter(pair -> !isMadeAnew(pair)).map(Pair::here).toList();
  }

  void rebuild(Parts gone, Parts coming) {
    indexes.gone().forEach(index -> gone.add(table.oldName(), index));
    indexes.missing().forEach(index -> coming.add(table.newName(), index));
    for (Pair<Index> pair : indexes.pairs()) {
      if (isMadeAnew(pair)) {
        gone.add(table.oldName(), pair.was());
        coming.add(table.newName(), pair.wanted());
      }
    }
  }

  private boolean isMadeAnew(Pair<Index> pair) {
    if (!pair.here().equals(pair.wanted())) {
      return true;
    }
    return !replaced.isEmpty() && !Collections.disjoint(Words.of(pair.here()), replaced);
  }
}
