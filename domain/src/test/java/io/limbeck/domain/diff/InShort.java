package io.limbeck.domain.diff;

import io.limbeck.domain.operation.Operation;
import java.util.List;

/** Operations in few words. */
final class InShort {
  private InShort() {}

  static List<String> of(List<Operation> operations) {
    return operations.stream().map(InShort::of).toList();
  }

  private static String of(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable create -> "create table " + create.table().name();
      case Operation.DropTable drop -> "drop table " + drop.table().name();
      case Operation.RenameTable rename ->
          "rename table %s to %s".formatted(rename.table(), rename.to());
      case Operation.AddColumn add ->
          "add column %s.%s".formatted(add.table(), add.column().name());
      case Operation.DropColumn drop ->
          "drop column %s.%s".formatted(drop.table(), drop.column().name());
      case Operation.RenameColumn rename ->
          "rename column %s.%s to %s".formatted(rename.table(), rename.column(), rename.to());
      case Operation.ChangeType change ->
          "type of %s.%s: %s, not %s"
              .formatted(change.table(), change.column(), change.to(), change.from());
      case Operation.ChangeNotNull change ->
          "%s.%s: %s"
              .formatted(change.table(), change.column(), change.notNull() ? "not null" : "null");
      case Operation.ChangeDefault change ->
          "default of %s.%s: %s, not %s"
              .formatted(
                  change.table(),
                  change.column(),
                  Things.orNone(change.to()),
                  Things.orNone(change.from()));
      case Operation.AddConstraint add ->
          "add %s %s"
              .formatted(
                  Things.constraint(add.table(), add.constraint()), Things.said(add.constraint()));
      case Operation.DropConstraint drop ->
          "drop %s %s"
              .formatted(
                  Things.constraint(drop.table(), drop.constraint()),
                  Things.said(drop.constraint()));
      case Operation.RenameConstraint rename ->
          "rename constraint %s on %s to %s"
              .formatted(rename.constraint(), rename.table(), rename.to());
      case Operation.CreateIndex create ->
          "create %s %s"
              .formatted(Things.index(create.table(), create.index()), Things.said(create.index()));
      case Operation.DropIndex drop ->
          "drop %s %s"
              .formatted(Things.index(drop.table(), drop.index()), Things.said(drop.index()));
      case Operation.CreateStored create -> "create " + Things.stored(create.stored());
      case Operation.ChangeIdentity change ->
          "%s.%s: %s, not %s"
              .formatted(
                  change.table(),
                  change.column(),
                  Things.counting(change.to()),
                  Things.counting(change.from()));
      case Operation.ReplaceStored replace ->
          "replace %s%s"
              .formatted(
                  Things.stored(replace.from()),
                  replace.aside().isEmpty() ? "" : " " + of(replace.aside()));
      case Operation.DropStored drop -> "drop " + Things.stored(drop.stored());
      case Operation.ByHand byHand -> byHand.what();
    };
  }
}
