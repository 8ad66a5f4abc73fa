package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** What a comparison has found, collected table by table. */
final class Changes {
  private final List<Difference> differences = new ArrayList<>();
  private final Parts gone = new Parts();
  private final List<Operation> alterations = new ArrayList<>();
  private final Parts coming = new Parts();

  void found(Difference difference) {
    differences.add(difference);
  }

  /** {@return what is taken down: by the names it has before any rename} */
  Parts gone() {
    return gone;
  }

  /** A change to a table that stays, by the names after all renames. */
  void alter(Operation operation) {
    alterations.add(operation);
  }

  /** {@return what is built: by the names after all renames} */
  Parts coming() {
    return coming;
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /**
   * {@return all operations in order: what stands on others is taken down, things get their new
   * names, tables are altered, and what stands on others is built}
   */
  List<Operation> operations(Renames renames) {
    List<Operation> operations = new ArrayList<>(gone.takenDown());
    operations.addAll(renames.operations());
    operations.addAll(alterations);
    operations.addAll(coming.built());
    return List.copyOf(operations);
  }
}
