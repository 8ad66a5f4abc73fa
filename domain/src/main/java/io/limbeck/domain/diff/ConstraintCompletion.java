package io.limbeck.domain.diff;

import io.limbeck.domain.diff.Matching.Pair;
import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Other;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Adds to the wanted constraints of a table what their source could not have said. */
final class ConstraintCompletion {
  private final Keeping keeping;
  private final Table here;
  private final Set<Name> columnsGone;

  ConstraintCompletion(Keeping keeping, Table here, Set<Name> columnsGone) {
    this.keeping = keeping;
    this.here = here;
    this.columnsGone = columnsGone;
  }

  List<Constraint> of(List<Constraint> wanted) {
    List<Constraint> said = wanted.stream().map(this::completed).toList();
    Matching<Constraint> matching =
        Matching.ofConstraints(here.constraints(), UnaryOperator.identity(), said);
    List<Constraint> completed = new ArrayList<>();
    matching.pairs().forEach(pair -> completed.add(named(pair)));
    for (Constraint constraint : matching.gone()) {
      if (stays(constraint, said)) {
        completed.add(constraint);
      }
    }
    List<Optional<Name>> taken = completed.stream().map(Constraint::name).toList();
    for (Constraint constraint : matching.missing()) {
      boolean givesWay =
          keeping.covers(Aspect.CONSTRAINT_NAMES) && taken.contains(constraint.name());
      completed.add(givesWay ? constraint.named(Optional.empty()) : constraint);
    }
    return completed;
  }

  private Constraint completed(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> completed(key);
      case ForeignKey key -> completed(key);
      case Unique unique -> unique;
      case Check check -> check;
      case Other other -> other;
    };
  }

  private PrimaryKey completed(PrimaryKey key) {
    PrimaryKey counting = new PrimaryKey(key.name(), key.columns(), true);
    boolean counts =
        !key.autoincrement()
            && here.primaryKey().filter(counting::saysTheSameAs).isPresent()
            && keeping.keeps(Aspect.AUTOINCREMENT, "AUTOINCREMENT of " + Things.table(here.name()));
    return counts ? counting : key;
  }

  private ForeignKey completed(ForeignKey key) {
    return here.constraints(ForeignKey.class).stream()
        .filter(other -> other.columns().equals(key.columns()))
        .filter(other -> other.parent().equals(key.parent()))
        .filter(other -> other.parentColumns().equals(key.parentColumns()))
        .findFirst()
        .map(now -> completed(key, now))
        .orElse(key);
  }

  private ForeignKey completed(ForeignKey key, ForeignKey now) {
    String name = Things.constraint(here.name(), now);
    boolean keepsAction =
        key.onUpdate() == Action.NO_ACTION
            && now.onUpdate() != Action.NO_ACTION
            && keeping.keeps(
                Aspect.ON_UPDATE, "ON UPDATE %s of %s".formatted(now.onUpdate().sql(), name));
    boolean keepsDeferral =
        key.deferral() == Deferral.NOT_DEFERRABLE
            && now.deferral() != Deferral.NOT_DEFERRABLE
            && keeping.keeps(Aspect.DEFERRAL, "deferral of " + name);
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.parent(),
        key.parentColumns(),
        key.onDelete(),
        keepsAction ? now.onUpdate() : key.onUpdate(),
        keepsDeferral ? now.deferral() : key.deferral(),
        key.full());
  }

  private Constraint named(Pair<Constraint> pair) {
    if (!keeping.covers(Aspect.CONSTRAINT_NAMES)) {
      return pair.wanted();
    }
    Constraint now = pair.here();
    Optional<Name> said = pair.wanted().name();
    if (now.name().isPresent() && said.isPresent() && !now.name().equals(said)) {
      keeping.keeps(Aspect.CONSTRAINT_NAMES, "name of " + Things.constraint(here.name(), now));
    }
    return pair.wanted().named(now.name());
  }

  /**
   * {@return whether it is a check, or like one, and stays: it cannot without its columns, nor
   * beside another of its name}
   */
  private boolean stays(Constraint check, List<Constraint> said) {
    Set<Name> words =
        switch (check) {
          case Check condition -> Words.of(condition.condition());
          case Other other -> Words.of(other.definition());
          case PrimaryKey key -> Set.of();
          case Unique unique -> Set.of();
          case ForeignKey key -> Set.of();
        };
    boolean isRedefined =
        check.name().isPresent()
            && !keeping.covers(Aspect.CONSTRAINT_NAMES)
            && said.stream().anyMatch(other -> other.name().equals(check.name()));
    return !words.isEmpty()
        && !isRedefined
        && Collections.disjoint(words, columnsGone)
        && keeping.keeps(
            Aspect.CHECKS,
            "%s %s".formatted(Things.constraint(here.name(), check), Things.said(check)));
  }
}
