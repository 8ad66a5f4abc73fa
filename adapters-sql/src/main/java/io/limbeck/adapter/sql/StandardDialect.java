package io.limbeck.adapter.sql;

import io.limbeck.application.database.Dialect;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.AddColumn;
import io.limbeck.domain.operation.Operation.AddConstraint;
import io.limbeck.domain.operation.Operation.ByHand;
import io.limbeck.domain.operation.Operation.ChangeDefault;
import io.limbeck.domain.operation.Operation.ChangeNotNull;
import io.limbeck.domain.operation.Operation.ChangeType;
import io.limbeck.domain.operation.Operation.CreateIndex;
import io.limbeck.domain.operation.Operation.CreateStored;
import io.limbeck.domain.operation.Operation.CreateTable;
import io.limbeck.domain.operation.Operation.DropColumn;
import io.limbeck.domain.operation.Operation.DropConstraint;
import io.limbeck.domain.operation.Operation.DropIndex;
import io.limbeck.domain.operation.Operation.DropStored;
import io.limbeck.domain.operation.Operation.DropTable;
import io.limbeck.domain.operation.Operation.RenameColumn;
import io.limbeck.domain.operation.Operation.RenameConstraint;
import io.limbeck.domain.operation.Operation.RenameTable;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The words of the SQL standard, and PostgreSQL's where it has none: one statement per operation,
 * and the indexes of a new table behind it. A constraint is always given its name. What only one
 * kind of database knows is said in its words: values hold it only where they came from there.
 */
public final class StandardDialect implements Dialect {
  private final Function<Name, String> names;
  private final UnaryOperator<Name> madeUp;
  private final Clauses clauses;

  /**
   * @param names writes a name as SQL, in quotes only where the database needs them
   */
  public StandardDialect(Function<Name, String> names) {
    this(names, UnaryOperator.identity(), generated -> generated.stored() ? "STORED" : "VIRTUAL");
  }

  /**
   * @param names writes a name as SQL, in quotes only where the database needs them
   * @param madeUp gives a name that nobody gave the letters that need no quotes
   * @param keeping the word for how a column is computed; empty for none
   */
  public StandardDialect(
      Function<Name, String> names,
      UnaryOperator<Name> madeUp,
      Function<Column.Generated, String> keeping) {
    this.names = names;
    this.madeUp = madeUp;
    this.clauses = new Clauses(names, keeping);
  }

  @Override
  public List<String> render(Operation operation) {
    return switch (operation) {
      case CreateTable(Table table) -> created(table);
      case DropTable(Table table) -> List.of("DROP TABLE " + sql(table.name()));
      case RenameTable(Name table, Name to) -> alter(table, "RENAME TO " + sql(to));
      case AddColumn(Name table, Column column) ->
          alter(table, "ADD COLUMN " + clauses.column(column));
      case DropColumn(Name table, Column column) ->
          alter(table, "DROP COLUMN " + sql(column.name()));
      case RenameColumn(Name table, Name column, Name to) ->
          alter(table, "RENAME COLUMN %s TO %s".formatted(sql(column), sql(to)));
      case ChangeType change ->
          alterColumn(change.table(), change.column(), "SET DATA TYPE " + typed(change));
      case ChangeNotNull(Name table, Name column, boolean notNull) ->
          alterColumn(table, column, (notNull ? "SET" : "DROP") + " NOT NULL");
      case ChangeDefault change ->
          alterColumn(
              change.table(),
              change.column(),
              change
                  .to()
                  .map(value -> "SET DEFAULT " + Clauses.value(value))
                  .orElse("DROP DEFAULT"));
      case AddConstraint(Name table, Constraint constraint) ->
          alter(table, "ADD " + clauses.constraint(constraint, name(constraint, table)));
      case DropConstraint(Name table, Constraint constraint) ->
          alter(table, "DROP CONSTRAINT " + sql(name(constraint, table)));
      case RenameConstraint(Name table, Name constraint, Name to) ->
          alter(table, "RENAME CONSTRAINT %s TO %s".formatted(sql(constraint), sql(to)));
      case CreateIndex create -> List.of(clauses.index(create.table(), create.index()));
      case DropIndex drop -> List.of("DROP INDEX " + sql(drop.index().name()));
      case CreateStored(Stored stored) -> List.of(stored.definition().sql());
      case DropStored(Stored stored) ->
          List.of("DROP %s %s".formatted(kind(stored), sql(stored.name())));
      case ByHand byHand -> List.of();
    };
  }

  private List<String> created(Table table) {
    List<String> items = new ArrayList<>();
    // The documented place of AUTOINCREMENT is beside its column.
    Optional<PrimaryKey> counting = table.primaryKey().filter(PrimaryKey::autoincrement);
    for (Column column : table.columns()) {
      String beside =
          counting
              .filter(key -> key.columns().contains(column.name()))
              .map(key -> " " + clauses.besideColumn(key, name(key, table.name())))
              .orElse("");
      items.add("  " + clauses.column(column) + beside);
    }
    Set<Name> taken = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      Name name = free(name(constraint, table.name()), taken, constraint.name().isPresent());
      if (!Optional.of(constraint).equals(counting)) {
        items.add("  " + clauses.constraint(constraint, name));
      }
    }
    String options = table.options().isEmpty() ? "" : " " + String.join(", ", table.options());
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE %s (\n%s\n)%s"
            .formatted(sql(table.name()), String.join(",\n", items), options));
    table.indexes().forEach(index -> statements.add(clauses.index(table.name(), index)));
    return statements;
  }

  private Name name(Constraint constraint, Name table) {
    return constraint.name().orElseGet(() -> madeUp.apply(constraint.nameIn(table)));
  }

  /** {@return the name, with a number behind it if it was not given and another has it} */
  private static Name free(Name name, Set<Name> taken, boolean given) {
    Name free = name;
    for (int number = 1; !taken.add(free) && !given; number++) {
      free = new Name(name.text() + number);
    }
    return free;
  }

  private List<String> alter(Name table, String action) {
    return List.of("ALTER TABLE %s %s".formatted(sql(table), action));
  }

  private List<String> alterColumn(Name table, Name column, String action) {
    return alter(table, "ALTER COLUMN %s %s".formatted(sql(column), action));
  }

  /** A type must be named here, if only by the word that no type comes to. */
  private static String typed(ChangeType change) {
    return change.to().sql().isEmpty() ? change.to().canonical() : change.to().sql();
  }

  private static String kind(Stored stored) {
    return switch (stored.kind()) {
      case VIRTUAL_TABLE -> "TABLE";
      case VIEW -> "VIEW";
      case TRIGGER -> "TRIGGER";
    };
  }

  private String sql(Name name) {
    return names.apply(name);
  }
}
