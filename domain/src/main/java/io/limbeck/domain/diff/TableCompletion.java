package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds to a wanted table what its source could not have said. */
final class TableCompletion {
  private final Silence silence;
  private final List<String> notes;
  private final Table here;
  private final Table wanted;
  private final Set<Name> columnsGone;

  TableCompletion(Silence silence, List<String> notes, Table here, Table wanted) {
    this.silence = silence;
    this.notes = notes;
    this.here = here;
    this.wanted = wanted;
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
        constraints(),
        indexes(),
        options());
  }

  private Column completed(Column column) {
    Optional<Column> found = here.column(column.name());
    if (found.isEmpty()) {
      return column;
    }
    Column now = found.get();
    String name = Things.column(here.name(), column.name());
    boolean keepsDefault =
        column.defaultValue().isEmpty()
            && column.generated().isEmpty()
            && now.defaultValue().isPresent()
            && silence.isAbout(Aspect.DEFAULTS);
    if (keepsDefault) {
      keep("default %s of %s".formatted(Things.orNone(now.defaultValue()), name), Aspect.DEFAULTS);
    }
    boolean keepsCollation =
        column.collation().isEmpty()
            && now.collation().isPresent()
            && silence.isAbout(Aspect.COLLATIONS);
    if (keepsCollation) {
      keep("collation %s of %s".formatted(now.collation().get(), name), Aspect.COLLATIONS);
    }
    return new Column(
        column.name(),
        column.type(),
        column.notNull(),
        keepsDefault ? now.defaultValue() : column.defaultValue(),
        column.generated(),
        keepsCollation ? now.collation() : column.collation());
  }

  private List<Constraint> constraints() {
    List<Constraint> said = wanted.constraints().stream().map(this::completed).toList();
    Matching<Constraint> matching =
        Matching.ofConstraints(here.constraints(), here.constraints(), said);
    List<Constraint> completed = new ArrayList<>(matching.missing());
    for (Pair<Constraint> pair : matching.pairs()) {
      completed.add(named(pair));
    }
    for (Constraint constraint : matching.gone()) {
      if (constraint instanceof Check check && stays(check, said)) {
        keep(Things.constraint(here.name(), check), Aspect.CHECKS);
        completed.add(check);
      }
    }
    return completed;
  }

  private Constraint completed(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> completed(key);
      case ForeignKey key -> completed(key);
      case Constraint.Unique unique -> unique;
      case Check check -> check;
    };
  }

  private PrimaryKey completed(PrimaryKey key) {
    PrimaryKey counting = new PrimaryKey(key.name(), key.columns(), true);
    boolean keepsCount =
        !key.autoincrement()
            && here.primaryKey().filter(counting::saysTheSameAs).isPresent()
            && silence.isAbout(Aspect.AUTOINCREMENT);
    if (!keepsCount) {
      return key;
    }
    keep("AUTOINCREMENT of " + Things.table(here.name()), Aspect.AUTOINCREMENT);
    return counting;
  }

  private ForeignKey completed(ForeignKey key) {
    Optional<ForeignKey> found =
        here.constraints(ForeignKey.class).stream()
            .filter(other -> other.columns().equals(key.columns()))
            .filter(other -> other.parent().equals(key.parent()))
            .filter(other -> other.parentColumns().equals(key.parentColumns()))
            .findFirst();
    if (found.isEmpty()) {
      return key;
    }
    ForeignKey now = found.get();
    String name = Things.constraint(here.name(), now);
    boolean keepsAction =
        key.onUpdate() == Action.NO_ACTION
            && now.onUpdate() != Action.NO_ACTION
            && silence.isAbout(Aspect.ON_UPDATE);
    if (keepsAction) {
      keep("ON UPDATE %s of %s".formatted(now.onUpdate().sql(), name), Aspect.ON_UPDATE);
    }
    boolean keepsDeferral =
        key.deferral() == Deferral.NOT_DEFERRABLE
            && now.deferral() != Deferral.NOT_DEFERRABLE
            && silence.isAbout(Aspect.DEFERRAL);
    if (keepsDeferral) {
      keep("deferral of " + name, Aspect.DEFERRAL);
    }
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.parent(),
        key.parentColumns(),
        key.onDelete(),
        keepsAction ? now.onUpdate() : key.onUpdate(),
        keepsDeferral ? now.deferral() : key.deferral());
  }

  private Constraint named(Pair<Constraint> pair) {
    Constraint said = pair.wanted();
    boolean differs =
        pair.here().name().isPresent()
            && said.name().isPresent()
            && !said.name().equals(pair.here().name());
    if (!differs || !silence.isAbout(Aspect.CONSTRAINT_NAMES)) {
      return said;
    }
    keep("name of " + Things.constraint(here.name(), pair.here()), Aspect.CONSTRAINT_NAMES);
    return said.named(pair.here().name());
  }

  /** A check cannot stay without its columns, nor beside another of its name. */
  private boolean stays(Check check, List<Constraint> said) {
    return silence.isAbout(Aspect.CHECKS)
        && Collections.disjoint(Words.of(check.condition()), columnsGone)
        && said.stream()
            .noneMatch(other -> other.name().isPresent() && other.name().equals(check.name()));
  }

  private List<Index> indexes() {
    Matching<Index> matching =
        Matching.byName(here.indexes(), here.indexes(), wanted.indexes(), Index::name);
    List<Index> completed = new ArrayList<>(matching.missing());
    for (Pair<Index> pair : matching.pairs()) {
      completed.add(completed(pair));
    }
    for (Index index : matching.gone()) {
      if (isUnsayable(index) && Collections.disjoint(Words.of(index), columnsGone)) {
        keep(Things.index(here.name(), index), Aspect.PARTIAL_INDEXES);
        completed.add(index);
      }
    }
    return completed;
  }

  private Index completed(Pair<Index> pair) {
    Index now = pair.here();
    Index said = pair.wanted();
    boolean keepsWhere =
        silence.isAbout(Aspect.PARTIAL_INDEXES)
            && now.where().isPresent()
            && said.where().isEmpty()
            && now.parts().equals(said.parts());
    if (!keepsWhere) {
      return said;
    }
    keep(
        "WHERE %s of %s".formatted(now.where().get(), Things.index(here.name(), now)),
        Aspect.PARTIAL_INDEXES);
    return new Index(said.name(), said.unique(), said.parts(), now.where());
  }

  private boolean isUnsayable(Index index) {
    boolean plain =
        index.where().isEmpty()
            && index.parts().stream().allMatch(part -> Words.only(part.key()).isPresent());
    return !plain && silence.isAbout(Aspect.PARTIAL_INDEXES);
  }

  private List<String> options() {
    Set<String> options = new TreeSet<>(wanted.options());
    if (silence.isAbout(Aspect.OPTIONS)) {
      for (String option : here.options()) {
        if (options.add(option)) {
          keep("%s of %s".formatted(option, Things.table(here.name())), Aspect.OPTIONS);
        }
      }
    }
    return List.copyOf(options);
  }

  private void keep(String thing, Aspect aspect) {
    notes.add(Completion.kept(thing, aspect));
  }
}
