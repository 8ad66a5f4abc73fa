package io.limbeck.adapter.postgresql.schema;

import io.limbeck.adapter.sql.StandardDialect;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.AddColumn;
import io.limbeck.domain.operation.Operation.ChangeIdentity;
import io.limbeck.domain.operation.Operation.ChangeType;
import io.limbeck.domain.operation.Operation.CreateTable;
import io.limbeck.domain.operation.Operation.ReplaceStored;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of scripts for PostgreSQL: the standard's, and PostgreSQL's own for what only it has. An
 * operation is one statement, or several where PostgreSQL needs them.
 */
public final class PostgresqlDialect extends StandardDialect {

  public PostgresqlDialect() {
    super(Identifiers::quoted, Expression::sql);
  }

  @Override
  public List<String> render(Operation operation) {
    return switch (operation) {
      case CreateTable(Table table) -> created(table);
      case AddColumn(Name table, Column column) ->
          counted(table, List.of(column), super.render(operation));
      case ChangeType change ->
          alterColumn(change.table(), change.column(), "SET DATA TYPE " + Casts.of(change));
      case ChangeIdentity change -> Counting.changed(change);
      case ReplaceStored replace ->
          EnumValues.added(replace).orElseGet(() -> super.render(operation));
      default -> super.render(operation);
    };
  }

  private List<String> created(Table table) {
    List<String> statements =
        new ArrayList<>(
            counted(table.name(), table.columns(), super.render(new CreateTable(table))));
    for (String option : table.options()) {
      switch (option) {
        case TableOptions.SECURITY, TableOptions.FORCED_SECURITY ->
            statements.addAll(alter(table.name(), TableOptions.action(option)));
        default -> {}
      }
    }
    return statements;
  }

  @Override
  protected String table(Name name, String items, List<String> options) {
    return TableOptions.create(Identifiers.quoted(name), items, options);
  }

  @Override
  protected String column(Name table, Column column) {
    return super.column(table, Counting.asDefault(table, column));
  }

  /** Puts the sequences of columns before the statements, and says behind whose they are. */
  private static List<String> counted(Name table, List<Column> columns, List<String> statements) {
    List<String> all = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    for (Column column : columns) {
      Optional<Identity> own =
          column.identity().filter(identity -> Counting.needsSequence(table, column, identity));
      own.ifPresent(identity -> {
        all.add(Counting.sequence(identity));
        behind.add(Counting.owned(table, column.name(), identity));
      });
    }
    all.addAll(statements);
    all.addAll(behind);
    return all;
  }
}
