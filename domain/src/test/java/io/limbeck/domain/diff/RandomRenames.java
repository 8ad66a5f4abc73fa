package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Some renames of what two schemas have in common, carried out in one of them. */
final class RandomRenames {
  private final List<RenameHint> hints = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private Schema schema;

  /**
   * @param from where nothing is renamed
   * @param to where it is; by its names now
   */
  RandomRenames(Schema from, Schema to, long seed) {
    this.schema = to;
    SplittableRandom random = new SplittableRandom(seed);
    for (Table table : from.tables()) {
      if (to.table(table.name()).isPresent()) {
        rename(table, to.table(table.name()).get(), random);
      }
    }
  }

  private void rename(Table was, Table now, SplittableRandom random) {
    Name table = was.name();
    Name renamed = random.nextInt(3) == 0 ? new Name(table.text().replace('t', 'r')) : table;
    for (Column column : was.columns()) {
      Optional<Column> same = now.column(column.name());
      if (same.filter(other -> other.generated().isEmpty()).isPresent()
          && column.generated().isEmpty()
          && random.nextInt(4) == 0) {
        Name to = new Name(column.name().text().replace('c', 'd'));
        schema = renamed(schema, Renaming.ofColumn(table, column.name(), to));
        hints.add(new RenameHint.OfColumn(renamed, to, column.name()));
        operations.add(new Operation.RenameColumn(renamed, column.name(), to));
      }
    }
    if (!renamed.equals(table)) {
      schema = renamed(schema, Renaming.ofTable(table, renamed));
      hints.add(new RenameHint.OfTable(renamed, table));
      operations.add(new Operation.RenameTable(table, renamed));
    }
  }

  private static Schema renamed(Schema schema, Renaming renaming) {
    return new Schema(
        schema.tables().stream().map(renaming::in).toList(),
        schema.stored().stream().map(renaming::in).toList());
  }

  Schema schema() {
    return schema;
  }

  List<RenameHint> hints() {
    return hints;
  }

  List<Operation> operations() {
    return operations;
  }
}
