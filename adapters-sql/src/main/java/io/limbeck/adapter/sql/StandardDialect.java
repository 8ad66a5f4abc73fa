package io.limbeck.adapter.sql;

import io.limbeck.application.database.Dialect;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.AddColumn;
import io.limbeck.domain.operation.Operation.AddConstraint;
import io.limbeck.domain.operation.Operation.ByHand;
import io.limbeck.domain.operation.Operation.ChangeDefault;
import io.limbeck.domain.operation.Operation.ChangeIdentity;
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
import io.limbeck.domain.operation.Operation.ReplaceStored;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
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
public class StandardDialect implements Dialect {
  private final Function<Name, String> names;
  private final Function<Expression, String> values;
  private final UnaryOperator<Name> madeUp;
  private final Clauses clauses;

  /**
   * @param names writes a name as SQL, in quotes only where the database needs them
   */
  public StandardDialect(Function<Name, String> names) {
    this(names, Clauses::inParentheses);
  }

  /**
   * @param names writes a name as SQL, in quotes only where the database needs them
   * @param values writes what stands behind DEFAULT, in parentheses only where the database needs
   *     them
   */
  protected StandardDialect(Function<Name, String> names, Function<Expression, String> values) {
    this(names, values, UnaryOperator.identity(), StandardDialect::keeping);
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
    this(names, Clauses::inParentheses, madeUp, keeping);
  }

  private StandardDialect(
      Function<Name, String> names,
      Function<Expression, String> values,
      UnaryOperator<Name> madeUp,
      Function<Column.Generated, String> keeping) {
    this.names = names;
    this.values = values;
    this.madeUp = madeUp;
    this.clauses = new Clauses(names, values, keeping);
  }

  private static String keeping(Column.Generated generated) {
    return generated.stored() ? "STORED" : "VIRTUAL";
  }

  @Override
  public List<String> render(Operation operation) {
    return switch (operation) {
      case CreateTable(Table table) -> created(table);
      case DropTable(Table table) -> List.of("DROP TABLE " + sql(table.name()));
      case RenameTable(Name table, Name to) -> alter(table, "RENAME TO " + sql(to.bare()));
      case AddColumn(Name table, Column column) ->
          alter(table, "ADD COLUMN " + column(table, column));
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
                  .map(value -> "SET DEFAULT " + values.apply(value))
                  .orElse("DROP DEFAULT"));
      case ChangeIdentity change -> identity(change);
      case AddConstraint(Name table, Constraint constraint) ->
          alter(table, "ADD " + clauses.constraint(constraint, name(constraint, table)));
      case DropConstraint(Name table, Constraint constraint) ->
          alter(table, "DROP CONSTRAINT " + sql(name(constraint, table)));
      case RenameConstraint(Name table, Name constraint, Name to) ->
          alter(table, "RENAME CONSTRAINT %s TO %s".formatted(sql(constraint), sql(to)));
      case CreateIndex create -> List.of(clauses.index(create.table(), create.index()));
      case DropIndex(Name table, Index index) ->
          List.of("DROP INDEX " + sql(new Name(table.namespace(), index.name().text())));
      case CreateStored(Stored stored) -> List.of(stored.definition().sql());
      case DropStored(Stored stored) -> List.of(dropped(stored));
      case ReplaceStored replace -> replaced(replace);
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
      items.add("  " + column(table.name(), column) + beside);
    }
    Set<Name> taken = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      Name name = free(name(constraint, table.name()), taken, constraint.name().isPresent());
      if (!Optional.of(constraint).equals(counting)) {
        items.add("  " + clauses.constraint(constraint, name));
      }
    }
    List<String> statements = new ArrayList<>();
    statements.add(table(table.name(), String.join(",\n", items), table.options()));
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

  /** A type must be named here, if only by the word that no type comes to. */
  private static String typed(ChangeType change) {
    return change.to().sql().isEmpty() ? change.to().canonical() : change.to().sql();
  }

  /**
   * {@return the statement that makes a table}
   *
   * @param items its columns and constraints, a line each, parted by commas
   */
  protected String table(Name name, String items, List<String> options) {
    String words = options.isEmpty() ? "" : " " + String.join(", ", options);
    return "CREATE TABLE %s (\n%s\n)%s".formatted(sql(name), items, words);
  }

  /** {@return the definition of a column} */
  protected String column(Name table, Column column) {
    return clauses.column(column);
  }

  private List<String> identity(ChangeIdentity change) {
    String action =
        change
            .to()
            .map(identity ->
                change.from().isPresent()
                    ? "SET " + Clauses.counting(identity).replaceFirst(" AS IDENTITY.*", "")
                    : "ADD " + Clauses.counting(identity))
            .orElse("DROP IDENTITY");
    return alterColumn(change.table(), change.column(), action);
  }

  private String dropped(Stored stored) {
    String name = sql(stored.name());
    return switch (stored.kind()) {
      case NAMESPACE -> "DROP SCHEMA " + name;
      case TYPE -> "DROP TYPE " + name;
      case DOMAIN -> "DROP DOMAIN " + name;
      case SEQUENCE -> "DROP SEQUENCE " + name;
      // Whether it is a function or a procedure makes no difference to ROUTINE.
      case FUNCTION -> "DROP ROUTINE %s%s".formatted(name, arguments(stored.of()));
      case VIRTUAL_TABLE -> "DROP TABLE " + name;
      case VIEW -> "DROP VIEW " + name;
      case MATERIALIZED_VIEW -> "DROP MATERIALIZED VIEW " + name;
      case INDEX -> "DROP INDEX " + name;
      case TRIGGER -> "DROP TRIGGER " + name + (stored.of().isEmpty() ? "" : " ON " + stored.of());
      case COMMENT -> "COMMENT ON %s IS NULL".formatted(stored.of());
    };
  }

  private static String arguments(String signature) {
    int result = signature.lastIndexOf(") RETURNS ");
    return result < 0 ? signature : signature.substring(0, result + 1);
  }

  /** {@return what gives something another definition where it stands, or makes it anew} */
  private List<String> replaced(ReplaceStored replace) {
    Stored to = replace.to();
    String definition = to.definition().sql();
    return switch (to.kind()) {
      case COMMENT -> List.of(definition);
      case FUNCTION -> List.of(definition.replaceFirst("^CREATE ", "CREATE OR REPLACE "));
      case SEQUENCE -> List.of(definition.replaceFirst("^CREATE (UNLOGGED )?", "ALTER "));
      default -> madeAnew(replace);
    };
  }

  private List<String> madeAnew(ReplaceStored replace) {
    List<Operation> operations = new ArrayList<>(replace.aside());
    operations.add(new DropStored(replace.from()));
    operations.add(new CreateStored(replace.to()));
    replace.aside().reversed().forEach(aside -> operations.add(aside.reversed()));
    return operations.stream().flatMap(operation -> render(operation).stream()).toList();
  }

  /** {@return statements that alter a table; one of the action} */
  protected final List<String> alter(Name table, String action) {
    return List.of("ALTER TABLE %s %s".formatted(sql(table), action));
  }

  /** {@return statements that alter a column; one of the action} */
  protected final List<String> alterColumn(Name table, Name column, String action) {
    return alter(table, "ALTER COLUMN %s %s".formatted(sql(column), action));
  }

  /** {@return a name as SQL} */
  protected final String sql(Name name) {
    return names.apply(name);
  }
}
