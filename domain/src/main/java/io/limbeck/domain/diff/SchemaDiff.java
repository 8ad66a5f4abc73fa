package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Schema;
import java.util.List;

/**
 * What makes one schema into another.
 *
 * <p>Names match without regard to case, constraints by what they say: a name only matters where
 * both sides give one. The order of columns and of constraints does not matter. What is renamed has
 * to be said in the terms; it is never guessed.
 *
 * @param differences what people want to know, table by table; empty exactly if {@code operations}
 *     is
 * @param operations in an order in which each can be carried out where the ones before it were, on
 *     tables with rows
 * @param notes sentences about what was left alone, hints that are ignored, and hints that could be
 *     given
 */
public record SchemaDiff(
    List<Difference> differences, List<Operation> operations, List<String> notes) {
  public SchemaDiff {
    differences = List.copyOf(differences);
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
  }

  /** {@return what makes {@code from} into {@code to}, everything counting} */
  public static SchemaDiff between(Schema from, Schema to) {
    return between(from, to, Terms.strict());
  }

  /**
   * {@return what makes {@code from} into {@code to}}
   *
   * @param to what is wanted; the terms' hints and silence are about it
   */
  public static SchemaDiff between(Schema from, Schema to, Terms terms) {
    return new Comparison(from, to, terms).result();
  }

  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /** {@return the operations that lead back, in order} */
  public List<Operation> reversed() {
    return operations.reversed().stream().map(Operation::reversed).toList();
  }
}
