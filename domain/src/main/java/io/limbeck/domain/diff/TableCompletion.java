package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adds to a wanted table what its source could not have said. */
final class TableCompletion {
  private final Keeping keeping;
  private final Table here;
  private final Table wanted;
  private final Set<Name> wantedIndexes;
  private final Set<Name> columnsGone;

  /**
   * @param wantedIndexes the names of all wanted indexes, on whatever table
   */
  TableCompletion(Keeping keeping, Table here, Table wanted, Set<Name> wantedIndexes) {
    this.keeping = keeping;
    this.here = here;
    this.wanted = wanted;
    this.wantedIndexes = wantedIndexes;
    this.columnsGone = columnsGone(here, wanted);
  }

  static Set<Name> columnsGone(Table here, Table wanted) {
    return here.columns().stream()
        .map(Column::name)
        .filter(name -> wanted.column(name).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Table completed() {
    return new Table(
        wanted.name(),
        wanted.columns().stream().map(this::completed).toList(),
        new ConstraintCompletion(keeping, here, columnsGone)
            .of(ConstraintNames.given(wanted).constraints()),
        indexes(),
        options());
  }

  private Column completed(Column column) {
    return here.column(column.name()).map(now -> completed(column, now)).orElse(column);
  }

  private Column completed(Column column, Column now) {
    String name = Things.column(here.name(), column.name());
    boolean keepsDefault =
        column.defaultValue().isEmpty()
            && column.generated().isEmpty()
            && column.identity().isEmpty()
            && now.defaultValue().isPresent()
            && keeping.keeps(
                Aspect.DEFAULTS, "default %s of %s".formatted(now.defaultValue().get(), name));
    boolean keepsCollation =
        column.collation().isEmpty()
            && now.collation().isPresent()
            && keeping.keeps(
                Aspect.COLLATIONS, "collation %s of %s".formatted(now.collation().get(), name));
    String collated = column.type().canonical() + " collate ";
    boolean keepsCollated =
        now.type().canonical().startsWith(collated)
            && keeping.keeps(
                Aspect.COLLATIONS,
                "collation %s of %s"
                    .formatted(now.type().canonical().substring(collated.length()), name));
    boolean keepsIdentity =
        column.identity().isEmpty()
            && column.defaultValue().isEmpty()
            && now.identity().isPresent()
            && keeping.keeps(Aspect.AUTOINCREMENT, "identity of " + name);
    return new Column(
        column.name(),
        keepsCollated ? now.type() : column.type(),
        column.notNull(),
        keepsDefault ? now.defaultValue() : column.defaultValue(),
        column.generated(),
        keepsCollation ? now.collation() : column.collation(),
        keepsIdentity ? now.identity() : column.identity());
  }

  private List<Index> indexes() {
    Matching<Index> matching =
        Matching.byName(here.indexes(), UnaryOperator.identity(), wanted.indexes(), Index::name);
    List<Index> completed = new ArrayList<>(matching.missing());
    matching.pairs().forEach(pair -> completed.add(completed(pair)));
    matching.gone().stream().filter(this::stays).forEach(completed::add);
    return completed;
  }

  private Index completed(Pair<Index> pair) {
    Index now = pair.here();
    Index said = pair.wanted();
    boolean keepsWhere =
        now.where().isPresent()
            && said.where().isEmpty()
            && now.parts().equals(said.parts())
            && hasItsColumns(now)
            && keeping.keeps(
                Aspect.PARTIAL_INDEXES,
                "WHERE %s of %s".formatted(now.where().get(), Things.index(here.name(), now)));
    return keepsWhere
        ? new Index(said.name(), said.unique(), said.parts(), now.where(), said.particulars())
        : said;
  }

  private boolean stays(Index index) {
    boolean isPlain =
        index.where().isEmpty()
            && index.parts().stream().allMatch(part -> Words.only(part.key()).isPresent());
    return !isPlain
        && !wantedIndexes.contains(index.name())
        && hasItsColumns(index)
        && keeping.keeps(
            Aspect.PARTIAL_INDEXES,
            "%s %s".formatted(Things.index(here.name(), index), Things.said(index)));
  }

  private boolean hasItsColumns(Index index) {
    return Collections.disjoint(Words.of(index), columnsGone);
  }

  private List<String> options() {
    Set<String> options = new TreeSet<>(wanted.options());
    for (String option : here.options()) {
      String thing = "%s of %s".formatted(option, Things.table(here.name()));
      if (!options.contains(option) && keeping.keeps(Aspect.OPTIONS, thing)) {
        options.add(option);
      }
    }
    return List.copyOf(options);
  }
}
