package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.AddConstraint;
import io.limbeck.domain.operation.Operation.CreateStored;
import io.limbeck.domain.operation.Operation.CreateTable;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Other;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables, what selects from them, and the functions between them, in the order of their needs. */
final class Relations {
  /** A table or something stored. */
  private sealed interface Node {
    record OfTable(Table table) implements Node {}

    record OfStored(Stored stored) implements Node {}
  }

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Name, Table> tables = new HashMap<>();
  // By their names without what they are in: a definition may or may not mention that.
  private final Map<Name, List<Node>> mentionable = new HashMap<>();

  /**
   * @param stored of those, only what is a relation or a function counts
   */
  Relations(List<Table> tables, List<Stored> stored) {
    for (Table table : tables) {
      this.tables.put(table.name(), table);
      nodes.add(new Node.OfTable(table));
    }
    for (Stored.Kind kind :
        List.of(
            Stored.Kind.VIRTUAL_TABLE,
            Stored.Kind.VIEW,
            Stored.Kind.MATERIALIZED_VIEW,
            Stored.Kind.FUNCTION)) {
      stored.stream()
          .filter(one -> one.kind() == kind)
          .forEach(one -> nodes.add(new Node.OfStored(one)));
    }
    nodes.forEach(node ->
        mentionable.computeIfAbsent(name(node).bare(), name -> new ArrayList<>()).add(node));
  }

  private static Name name(Node node) {
    return switch (node) {
      case Node.OfTable(Table table) -> table.name();
      case Node.OfStored(Stored stored) -> stored.name();
    };
  }

  /**
   * {@return what makes everything}
   *
   * @param foreignKeys of tables that are there already
   * @param others of those, too
   */
  List<Operation> built(List<AddConstraint> foreignKeys, List<AddConstraint> others) {
    List<Operation> operations = new ArrayList<>();
    List<AddConstraint> late = new ArrayList<>();
    int behindTables = 0;
    Set<Name> missing = new HashSet<>(tables.keySet());
    for (Node node : Dependencies.first(nodes, this::needs)) {
      switch (node) {
        case Node.OfTable(Table table) -> {
          missing.remove(table.name());
          operations.add(creation(table, missing, late));
          behindTables = operations.size();
        }
        case Node.OfStored(Stored stored) -> operations.add(new CreateStored(stored));
      }
    }
    List<Operation> constraints = new ArrayList<>();
    late.stream().filter(add -> add.constraint() instanceof ForeignKey).forEach(constraints::add);
    constraints.addAll(foreignKeys);
    late.stream().filter(add -> add.constraint() instanceof Other).forEach(constraints::add);
    constraints.addAll(others);
    operations.addAll(behindTables, constraints);
    return operations;
  }

  /** Where foreign keys go round in a circle, those that came too early are added afterwards. */
  private static CreateTable creation(Table table, Set<Name> missing, List<AddConstraint> late) {
    List<Constraint> possible = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      boolean isLate =
          constraint instanceof Other
              || (constraint instanceof ForeignKey key && missing.contains(key.parent()));
      if (isLate) {
        late.add(new AddConstraint(table.name(), constraint));
      } else {
        possible.add(constraint);
      }
    }
    return new CreateTable(
        new Table(table.name(), table.columns(), possible, table.indexes(), table.options()));
  }

  private List<Node> needs(Node node) {
    return switch (node) {
      case Node.OfTable(Table table) -> needs(table);
      case Node.OfStored(Stored stored) ->
          stored.kind() == Stored.Kind.VIRTUAL_TABLE
              ? List.of()
              : mentionedIn(Words.of(stored.definition()));
    };
  }

  private List<Node> needs(Table table) {
    List<Node> needs = new ArrayList<>();
    table
        .constraints(ForeignKey.class)
        .forEach(key ->
            Optional.ofNullable(tables.get(key.parent()))
                .ifPresent(parent -> needs.add(new Node.OfTable(parent))));
    for (String option : table.options()) {
      mentionedIn(Words.of(new Expression(option, option))).stream()
          .filter(Node.OfTable.class::isInstance)
          .forEach(needs::add);
    }
    mentionedIn(words(table)).stream().filter(Relations::isFunction).forEach(needs::add);
    return needs;
  }

  private static boolean isFunction(Node node) {
    return node instanceof Node.OfStored(Stored stored) && stored.kind() == Stored.Kind.FUNCTION;
  }

  /** {@return the words of what a table computes} */
  private static Set<Name> words(Table table) {
    Set<Name> words = new HashSet<>();
    for (Column column : table.columns()) {
      column.defaultValue().ifPresent(value -> words.addAll(Words.of(value)));
      column.generated().ifPresent(from -> words.addAll(Words.of(from.expression())));
    }
    table
        .constraints(Constraint.Check.class)
        .forEach(check -> words.addAll(Words.of(check.condition())));
    table.indexes().forEach(index -> words.addAll(Words.of(index)));
    return words;
  }

  private List<Node> mentionedIn(Set<Name> words) {
    return words.stream()
        .flatMap(word -> mentionable.getOrDefault(word, List.of()).stream())
        .toList();
  }
}
