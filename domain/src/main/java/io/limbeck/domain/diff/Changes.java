package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.CreateStored;
import io.limbeck.domain.operation.Operation.DropStored;
import io.limbeck.domain.operation.Operation.ReplaceStored;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a comparison has found, collected table by table. */
final class Changes {
  private final List<Difference> differences = new ArrayList<>();
  private final Parts gone;
  private final List<Operation> replacements = new ArrayList<>();
  private final List<Operation> alterations = new ArrayList<>();
  private final Parts coming;

  /**
   * @param relations the bare names of all tables and views, of both sides
   */
  Changes(Set<Name> relations) {
    this.gone = new Parts(relations);
    this.coming = new Parts(relations);
  }

  void found(Difference difference) {
    differences.add(difference);
  }

  /** {@return what is taken down: by the names it has before any rename} */
  Parts gone() {
    return gone;
  }

  void replace(Stored from, Stored to, List<Operation> aside) {
    replacements.add(new ReplaceStored(from, to, aside));
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
   * names, tables are altered, and what stands on others is built. The ground that tables need is
   * there before and goes after}
   */
  List<Operation> operations(Renames renames) {
    List<Stored> ground = coming.ground();
    Set<Name> names = ground.stream().map(Stored::name).collect(Collectors.toSet());
    List<Operation> operations = new ArrayList<>(gone.takenDown());
    List<Operation> last = new ArrayList<>();
    for (Stored one : gone.ground().reversed()) {
      // What comes under its name needs it away.
      (names.contains(one.name()) ? operations : last).add(new DropStored(one));
    }
    operations.addAll(renames.operations());
    ground.forEach(one -> operations.add(new CreateStored(one)));
    operations.addAll(replacements);
    operations.addAll(alterations);
    operations.addAll(coming.built());
    operations.addAll(last);
    return List.copyOf(operations);
  }
}
