package io.limbeck.application.author;

import io.limbeck.application.database.Dialect;
import io.limbeck.application.script.Draft;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operations as the sections of a script, with comments where a person must look. */
final class GeneratedBody {
  private GeneratedBody() {}

  static Draft.Body of(SchemaDiff diff, Dialect dialect) {
    return new Draft.Body(
        "", section(diff.operations(), dialect), section(diff.reversed(), dialect));
  }

  private static List<String> section(List<Operation> operations, Dialect dialect) {
    List<String> pieces = new ArrayList<>();
    for (Operation operation : operations) {
      remark(operation).ifPresent(remark -> pieces.add("-- " + remark));
      pieces.addAll(dialect.render(operation));
    }
    return pieces;
  }

  private static Optional<String> remark(Operation operation) {
    return switch (operation) {
      case Operation.DropTable drop ->
          Optional.of("This loses the rows of %s.".formatted(drop.table().name()));
      case Operation.DropColumn(Name table, Column column) ->
          column.generated().isPresent()
              ? Optional.empty()
              : Optional.of("This loses the values of %s.%s.".formatted(table, column.name()));
      case Operation.AddColumn(Name table, Column column) ->
          column.notNull()
                  && column.defaultValue().isEmpty()
                  && column.generated().isEmpty()
                  && column.identity().isEmpty()
              ? Optional.of(
                  "This fails if %s has rows: give %s a default, or fill it before NOT NULL."
                      .formatted(table, column.name()))
              : Optional.empty();
      case Operation.ChangeNotNull(Name table, Name column, boolean notNull) ->
          notNull
              ? Optional.of("This fails if %s.%s is NULL anywhere.".formatted(table, column))
              : Optional.empty();
      case Operation.ByHand byHand -> Optional.of("By hand: " + byHand.what());
      case Operation.CreateTable create -> Optional.empty();
      case Operation.RenameTable rename -> Optional.empty();
      case Operation.RenameColumn rename -> Optional.empty();
      case Operation.ChangeType change -> Optional.empty();
      case Operation.ChangeDefault change -> Optional.empty();
      case Operation.AddConstraint add -> Optional.empty();
      case Operation.DropConstraint drop -> Optional.empty();
      case Operation.RenameConstraint rename -> Optional.empty();
      case Operation.CreateIndex create -> Optional.empty();
      case Operation.DropIndex drop -> Optional.empty();
      case Operation.CreateStored create -> Optional.empty();
      case Operation.DropStored drop -> Optional.empty();
      case Operation.ReplaceStored replace -> Optional.empty();
      case Operation.ChangeIdentity change -> Optional.empty();
    };
  }
}
