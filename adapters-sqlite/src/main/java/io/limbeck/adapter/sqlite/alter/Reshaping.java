package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Action;
import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Expressions;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the actions of one statement make of a table's definition, and where each of its columns
 * comes from. Nothing is asked of a database here, and nothing is written.
 */
final class Reshaping {
  private final CreateTable before;
  private final Shape shape;
  private CreateTable after;
  // A column of the new table and the SQL that gives its value from a row of the old one.
  private final SequencedMap<Name, String> sources = new LinkedHashMap<>();
  private final SequencedSet<Name> dropped = new LinkedHashSet<>();
  private final SequencedSet<Name> notNull = new LinkedHashSet<>();
  private final SequencedSet<Name> defaultsChanged = new LinkedHashSet<>();
  private final SequencedSet<Name> retyped = new LinkedHashSet<>();
  private final SequencedMap<Name, String> added = new LinkedHashMap<>();
  private final List<String> newExpressions = new ArrayList<>();
  private boolean onlyAdding = true;
  private boolean computed;

  private Reshaping(CreateTable before, Shape shape) {
    this.before = before;
    this.shape = shape;
    this.after = before;
    for (Column column : before.columns()) {
      sources.put(column.name(), column.name().quoted());
    }
  }

  /**
   * Carries out the actions on the text, whatever their order in the way PostgreSQL does: first
   * what goes, then new types, columns and constraints, then what is said about columns.
   */
  static Reshaping of(CreateTable before, Shape shape, List<Action> actions) throws SQLException {
    Reshaping reshaping = new Reshaping(before, shape);
    for (Action action : actions) {
      if (action instanceof Action.DropConstraint drop) {
        reshaping.writeName(drop.constraint());
      } else if (action instanceof Action.RenameConstraint rename) {
        reshaping.writeName(rename.constraint());
      }
    }
    for (Action action :
        actions.stream().sorted(Comparator.comparingInt(Reshaping::pass)).toList()) {
      reshaping.apply(action);
    }
    reshaping.checkNamesInQuotes();
    return reshaping;
  }

  /**
   * {@return the actions in one step; in two if a column goes and another of its name comes, for
   * what stands on the one must not take the other for it}
   */
  static List<List<Action>> steps(List<Action> actions) {
    Set<Name> dropped = new HashSet<>();
    Set<Name> added = new HashSet<>();
    for (Action action : actions) {
      if (action instanceof Action.DropColumn drop) {
        dropped.add(drop.column());
      } else if (action instanceof Action.AddColumn add) {
        added.add(add.column().name());
      }
    }
    return Collections.disjoint(dropped, added)
        ? List.of(actions)
        : List.copyOf(
            actions.stream()
                .collect(Collectors.partitioningBy(action -> pass(action) > 0))
                .values());
  }

  /**
   * Gives a constraint the name that it answers to without carrying it, so that it still answers to
   * it when another of its kind is gone. It is dropped or renamed anyway.
   */
  private void writeName(Name name) throws SQLException {
    Optional<Constraint> found = ConstraintNames.of(after).implicit(name);
    if (found.isPresent()) {
      after = text().withName(found.get(), name);
    }
  }

  private static int pass(Action action) {
    return switch (action) {
      case Action.DropColumn drop -> 0;
      case Action.DropConstraint drop -> 0;
      case Action.DropNotNull drop -> 0;
      case Action.DropDefault drop -> 0;
      case Action.RenameConstraint rename -> 0;
      case Action.SetType type -> 1;
      case Action.AddColumn add -> 2;
      case Action.AddConstraint add -> 3;
      case Action.SetDefault set -> 4;
      case Action.SetNotNull set -> 4;
      case Action.RenameColumn rename -> 5;
      case Action.RenameTable rename -> 5;
    };
  }

  CreateTable before() {
    return before;
  }

  CreateTable after() {
    return after;
  }

  boolean changesNothing() {
    return after.sql().equals(before.sql()) && !computed;
  }

  /** {@return the SQL for a column's value from a row of the old table; empty for a new column} */
  Optional<String> source(Name column) {
    return Optional.ofNullable(sources.get(column));
  }

  /** {@return whether a value is computed anew with USING} */
  boolean computesValues() {
    return computed;
  }

  SequencedSet<Name> dropped() {
    return dropped;
  }

  /** {@return the columns of the old table that become NOT NULL} */
  SequencedSet<Name> notNull() {
    return notNull;
  }

  /** {@return the columns of the old table whose default changes} */
  SequencedSet<Name> defaultsChanged() {
    return defaultsChanged;
  }

  /**
   * {@return the columns of the old table that may hold other values afterwards: those of another
   * type, and those computed from them}
   */
  SequencedSet<Name> changedValues(Shape shape, Shape wanted) {
    SequencedSet<Name> changed = new LinkedHashSet<>();
    for (Name column : retyped) {
      boolean computed = !column.quoted().equals(sources.get(column));
      if (computed || !shape.storage(column).equals(wanted.storage(column))) {
        changed.add(column);
      }
    }
    int size = 0;
    while (!changed.isEmpty() && changed.size() > size) {
      size = changed.size();
      for (Column column : after.columns()) {
        for (Constraint generated : column.constraints(Kind.GENERATED)) {
          if (!Collections.disjoint(after.columnsOf(generated), changed)) {
            changed.add(column.name());
          }
        }
      }
    }
    return changed;
  }

  /** {@return the constraints of one kind that were not there, in order; a name makes none new} */
  List<Constraint> newConstraints(Kind kind) {
    List<String> old =
        before.allConstraints().stream()
            .filter(constraint -> constraint.kind() == kind)
            .map(constraint -> withoutName(constraint, before))
            .collect(Collectors.toCollection(ArrayList::new));
    return after.allConstraints().stream()
        .filter(constraint -> constraint.kind() == kind)
        .filter(constraint ->
            !Collections.disjoint(added.keySet(), constraint.columns())
                || !old.remove(withoutName(constraint, after)))
        .toList();
  }

  private static String withoutName(Constraint constraint, CreateTable of) {
    int start =
        constraint.name().map(named -> named.span().end()).orElse(constraint.span().start());
    return of.sql().substring(start, constraint.span().end()).strip();
  }

  /** {@return the new columns, and how each is defined, in order} */
  SequencedMap<Name, String> added() {
    return added;
  }

  /** {@return whether new columns are all there is} */
  boolean isOnlyAdding() {
    return onlyAdding;
  }

  private void apply(Action action) throws SQLException {
    onlyAdding &= action instanceof Action.AddColumn;
    switch (action) {
      case Action.AddColumn add -> addColumn(add);
      case Action.DropColumn drop -> dropColumn(drop);
      case Action.SetNotNull set -> setNotNull(column(set.column()));
      case Action.DropNotNull drop -> after = text().without(column(drop.column()), Kind.NOT_NULL);
      case Action.SetDefault set -> setDefault(column(set.column()), set.value());
      case Action.DropDefault drop -> dropDefault(column(drop.column()));
      case Action.SetType set -> setType(column(set.column()), set);
      case Action.AddConstraint add -> addConstraint(add);
      case Action.DropConstraint drop -> dropConstraint(drop);
      case Action.RenameConstraint rename -> renameConstraint(rename);
      case Action.RenameColumn rename -> throw own(rename);
      case Action.RenameTable rename -> throw own(rename);
    }
  }

  private static IllegalArgumentException own(Action rename) {
    return new IllegalArgumentException("SQLite's own: " + rename.sql());
  }

  private void addColumn(Action.AddColumn add) throws SQLException {
    Name name = add.column().name();
    if (after.column(name).isPresent()) {
      if (add.ifNotExists()) {
        return;
      }
      throw refused("table %s has a column %s already".formatted(before.name(), name));
    }
    Set<Name> names = new HashSet<>();
    for (Constraint constraint : add.column().constraints()) {
      checkNameIsFree(constraint.name());
      if (constraint.name().isPresent() && !names.add(constraint.name().get().name())) {
        throw taken(constraint.name().get().name());
      }
      constraint.expression().map(span -> span.of(add.definition())).ifPresent(newExpressions::add);
    }
    if (add.column().has(Kind.PRIMARY_KEY)) {
      checkHasNoKey();
    }
    after = text().withColumn(add.definition());
    added.put(name, add.definition());
  }

  private void dropColumn(Action.DropColumn drop) throws SQLException {
    Optional<Column> found = after.column(drop.column());
    if (found.isEmpty()) {
      if (drop.ifExists()) {
        return;
      }
      throw unknownColumn(drop.column());
    }
    Name name = found.get().name();
    checkMayGo(name);
    // Each time anew: a change moves the places of what stands behind it.
    for (Optional<Constraint> user = userOf(name); user.isPresent(); user = userOf(name)) {
      after = text().without(user.get());
    }
    after = text().withoutColumn(column(name));
    sources.remove(name);
    notNull.remove(name);
    dropped.add(name);
  }

  private void checkMayGo(Name name) throws SQLException {
    if (after.columns().size() == 1) {
      throw refused("%s is the only column of %s".formatted(name, before.name()));
    }
    for (Column other : after.columns()) {
      for (Constraint generated : other.constraints(Kind.GENERATED)) {
        if (!other.name().equals(name) && after.columnsOf(generated).contains(name)) {
          throw refused(
              "the generated column %s is computed from %s".formatted(other.name(), name));
        }
      }
    }
    Optional<Constraint> key = primaryKey();
    if (shape.withoutRowid() && key.isPresent() && key.get().columns().contains(name)) {
      throw refused(
          "%s is part of the key of %s, which is WITHOUT ROWID".formatted(name, before.name()));
    }
  }

  /** {@return a constraint that uses a column and does not go with it by itself} */
  private Optional<Constraint> userOf(Name column) {
    return after.allConstraints().stream()
        .filter(constraint -> constraint.kind().isDroppable())
        .filter(constraint ->
            after.constraints().contains(constraint) || !constraint.columns().contains(column))
        .filter(constraint -> after.columnsOf(constraint).contains(column))
        .findFirst();
  }

  private void setNotNull(Column column) throws SQLException {
    if (column.has(Kind.NOT_NULL)) {
      return;
    }
    after = text().withNotNull(column);
    if (sources.containsKey(column.name())) {
      notNull.add(column.name());
    }
  }

  private void setDefault(Column column, String value) throws SQLException {
    if (column.has(Kind.GENERATED)) {
      throw refused("%s is generated and cannot have a default".formatted(column.name()));
    }
    noteDefault(column);
    after = text().withDefault(column, value);
  }

  private void dropDefault(Column column) throws SQLException {
    if (column.has(Kind.DEFAULT)) {
      noteDefault(column);
      after = text().without(column, Kind.DEFAULT);
    }
  }

  /** The rows that are there keep the default that the column came with. */
  private void noteDefault(Column column) {
    if (!added.containsKey(column.name())) {
      defaultsChanged.add(column.name());
    } else {
      sources.putIfAbsent(column.name(), defaultOf(column));
    }
  }

  private String defaultOf(Column column) {
    List<Constraint> defaults = column.constraints(Kind.DEFAULT);
    return defaults.isEmpty()
        ? "NULL"
        : defaults.getLast().expression().orElseThrow().of(after.sql());
  }

  private void setType(Column column, Action.SetType set) throws SQLException {
    if (set.using().isPresent()) {
      if (column.has(Kind.GENERATED)) {
        throw refused("%s is generated: USING cannot give it values".formatted(column.name()));
      }
      sources.put(column.name(), set.using().get());
      computed = true;
    }
    after = text().withType(column, set.type());
    retyped.add(column.name());
  }

  private void addConstraint(Action.AddConstraint add) throws SQLException {
    Constraint constraint = add.constraint();
    checkNameIsFree(constraint.name());
    for (Name name : constraint.columns()) {
      column(name);
    }
    if (constraint.kind() == Kind.PRIMARY_KEY) {
      checkHasNoKey();
    }
    constraint.expression().map(span -> span.of(add.definition())).ifPresent(newExpressions::add);
    after = text().withConstraint(add.definition());
  }

  private void checkNamesInQuotes() throws AlterRefusedException {
    for (String expression : newExpressions) {
      for (Name name : Expressions.doubtfulNames(expression)) {
        if (after.column(name).isEmpty() && !Shape.ROWID.contains(name)) {
          throw refused(
              "table %s has no column %s; a string stands in single quotes"
                  .formatted(before.name(), name));
        }
      }
    }
  }

  private void dropConstraint(Action.DropConstraint drop) throws SQLException {
    Optional<Constraint> found = ConstraintNames.of(after).find(drop.constraint());
    if (found.isEmpty()) {
      if (drop.ifExists()) {
        return;
      }
      throw unknownConstraint(drop.constraint());
    }
    if (found.get().kind() == Kind.PRIMARY_KEY) {
      dropKey(drop, found.get());
    } else {
      after = text().without(found.get());
    }
  }

  /** Where a key alone refused NULL it is refused without it too, as PostgreSQL does. */
  private void dropKey(Action.DropConstraint drop, Constraint key) throws SQLException {
    if (shape.withoutRowid()) {
      throw refused(
          "%s is WITHOUT ROWID, so its key %s cannot go"
              .formatted(before.name(), drop.constraint()));
    }
    after = text().without(key);
    for (Name name : shape.notNullByKey()) {
      Optional<Column> column = after.column(name).filter(found -> !found.has(Kind.NOT_NULL));
      if (column.isPresent()) {
        after = text().withNotNull(column.get());
      }
    }
  }

  private void renameConstraint(Action.RenameConstraint rename) throws SQLException {
    ConstraintNames names = ConstraintNames.of(after);
    Constraint found =
        names.find(rename.constraint()).orElseThrow(() -> unknownConstraint(rename.constraint()));
    if (!rename.constraint().equals(rename.to()) && names.isTaken(rename.to())) {
      throw taken(rename.to());
    }
    after = text().withName(found, rename.to());
  }

  private void checkNameIsFree(Optional<Constraint.Named> name) throws AlterRefusedException {
    if (name.isPresent() && ConstraintNames.of(after).isTaken(name.get().name())) {
      throw taken(name.get().name());
    }
  }

  private void checkHasNoKey() throws AlterRefusedException {
    if (primaryKey().isPresent()) {
      throw refused("table %s has a primary key already".formatted(before.name()));
    }
  }

  private Optional<Constraint> primaryKey() {
    return after.allConstraints().stream()
        .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
        .findFirst();
  }

  private Column column(Name name) throws AlterRefusedException {
    return after.column(name).orElseThrow(() -> unknownColumn(name));
  }

  private AlterRefusedException unknownColumn(Name name) {
    return refused("table %s has no column %s".formatted(before.name(), name));
  }

  private AlterRefusedException unknownConstraint(Name name) {
    return refused("table %s has no constraint %s".formatted(before.name(), name));
  }

  private AlterRefusedException taken(Name name) {
    return refused("table %s has a constraint %s already".formatted(before.name(), name));
  }

  private static AlterRefusedException refused(String reason) {
    return new AlterRefusedException(reason, "");
  }

  private TableText text() {
    return TableText.of(after);
  }
}
