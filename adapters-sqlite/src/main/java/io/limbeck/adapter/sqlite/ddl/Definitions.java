package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Constraint.Detail;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.Constraint.Named;
import io.limbeck.adapter.sqlite.ddl.Constraint.Parent;
import io.limbeck.adapter.sqlite.ddl.Constraint.Part;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Deferral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads columns and constraints, in a table's definition or in an ALTER statement: the grammar of
 * <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>, but for expressions, which
 * are passed over by their parentheses.
 */
final class Definitions {
  private final Reader reader;

  Definitions(Reader reader) {
    this.reader = reader;
  }

  Column column() throws NotUnderstoodException {
    int start = reader.start();
    Name name = reader.name("the name of a column");
    Span nameSpan = reader.since(start);
    Optional<Span> type = type();
    List<Constraint> constraints = new ArrayList<>();
    while (seesColumnConstraint()) {
      constraints.add(columnConstraint(name));
    }
    return new Column(name, reader.since(start), nameSpan, type, constraints);
  }

  /** {@return the type that comes next, however many words it has} */
  Optional<Span> type() throws NotUnderstoodException {
    int start = reader.start();
    boolean found = false;
    while (reader.seesName() && !seesColumnConstraint()) {
      reader.take("a type");
      found = true;
    }
    if (found && reader.sees("(")) {
      reader.parentheses();
    }
    return found ? Optional.of(reader.since(start)) : Optional.empty();
  }

  boolean seesTableConstraint() {
    return reader.sees("CONSTRAINT")
        || reader.sees("PRIMARY")
        || reader.sees("UNIQUE")
        || reader.sees("CHECK")
        || reader.sees("FOREIGN");
  }

  /** {@return a constraint that is an item of its own} */
  Constraint tableConstraint() throws NotUnderstoodException {
    int start = reader.start();
    Optional<Named> name = constraintName();
    if (reader.takes("PRIMARY", "KEY")) {
      return key(Kind.PRIMARY_KEY, name, start);
    }
    if (reader.takes("UNIQUE")) {
      return key(Kind.UNIQUE, name, start);
    }
    if (reader.takes("CHECK")) {
      return check(name, start, List.of());
    }
    if (reader.takes("FOREIGN", "KEY")) {
      List<Name> columns = reader.names("a column of the foreign key");
      reader.expect("REFERENCES");
      return reference(name, start, columns);
    }
    if (name.isEmpty()) {
      throw reader.unexpected("PRIMARY KEY, UNIQUE, CHECK or FOREIGN KEY");
    }
    return constraint(Kind.NAME_ALONE, name, start, List.of());
  }

  private boolean seesColumnConstraint() {
    return reader.sees("CONSTRAINT")
        || reader.sees("PRIMARY")
        || reader.sees("NOT")
        || reader.sees("NULL")
        || reader.sees("UNIQUE")
        || reader.sees("CHECK")
        || reader.sees("DEFAULT")
        || reader.sees("COLLATE")
        || reader.sees("REFERENCES")
        || reader.sees("DEFERRABLE")
        || reader.sees("AS")
        || reader.sees("GENERATED", "ALWAYS");
  }

  private Constraint columnConstraint(Name column) throws NotUnderstoodException {
    int start = reader.start();
    List<Name> columns = List.of(column);
    Optional<Named> name = constraintName();
    if (reader.takes("PRIMARY", "KEY")) {
      Part part = new Part(column, Optional.empty(), direction());
      Optional<Name> conflict = conflict();
      boolean autoincrement = reader.takes("AUTOINCREMENT");
      Detail key = new Detail.Key(List.of(part), conflict, autoincrement);
      return detailed(Kind.PRIMARY_KEY, name, start, columns, key);
    }
    if (deferral().isPresent()) {
      return constraint(Kind.DEFERRABLE, name, start, columns);
    }
    if (reader.takes("NOT", "NULL")) {
      conflict();
      return constraint(Kind.NOT_NULL, name, start, columns);
    }
    if (reader.takes("NULL")) {
      conflict();
      return constraint(Kind.NULL, name, start, columns);
    }
    if (reader.takes("UNIQUE")) {
      Part part = new Part(column, Optional.empty(), false);
      Detail key = new Detail.Key(List.of(part), conflict(), false);
      return detailed(Kind.UNIQUE, name, start, columns, key);
    }
    if (reader.takes("CHECK")) {
      return check(name, start, columns);
    }
    if (reader.takes("DEFAULT")) {
      Span expression = defaultValue();
      return withExpression(Kind.DEFAULT, name, start, columns, expression);
    }
    if (reader.takes("COLLATE")) {
      Name collation = reader.name("the name of a collation");
      return detailed(Kind.COLLATE, name, start, columns, new Detail.Collation(collation));
    }
    if (reader.takes("REFERENCES")) {
      return reference(name, start, columns);
    }
    if (reader.takes("GENERATED", "ALWAYS", "AS") || reader.takes("AS")) {
      Span expression = reader.parentheses();
      boolean stored = reader.takes("STORED");
      reader.takes("VIRTUAL");
      return new Constraint(
          Kind.GENERATED,
          name,
          reader.since(start),
          columns,
          Optional.of(expression),
          Optional.of(new Detail.Generated(stored)));
    }
    if (name.isEmpty()) {
      throw reader.unexpected("a constraint");
    }
    return constraint(Kind.NAME_ALONE, name, start, columns);
  }

  private Optional<Named> constraintName() throws NotUnderstoodException {
    if (!reader.takes("CONSTRAINT")) {
      return Optional.empty();
    }
    int start = reader.start();
    Name name = reader.name("the name of a constraint");
    return Optional.of(new Named(name, reader.since(start)));
  }

  /** A primary key or UNIQUE that is an item of its own. */
  private Constraint key(Kind kind, Optional<Named> name, int start) throws NotUnderstoodException {
    List<Part> parts = new ArrayList<>();
    reader.expect("(");
    do {
      Name column = reader.name("a column of the key");
      Optional<Name> collation = Optional.empty();
      while (reader.takes("COLLATE")) {
        collation = Optional.of(reader.name("the name of a collation"));
      }
      parts.add(new Part(column, collation, direction()));
    } while (reader.takes(","));
    boolean autoincrement = reader.takes("AUTOINCREMENT");
    reader.expect(")");
    Detail detail = new Detail.Key(parts, conflict(), autoincrement);
    return detailed(kind, name, start, parts.stream().map(Part::column).toList(), detail);
  }

  /** {@return whether it is downwards} */
  private boolean direction() {
    return !reader.takes("ASC") && reader.takes("DESC");
  }

  private Constraint check(Optional<Named> name, int start, List<Name> columns)
      throws NotUnderstoodException {
    Span expression = reader.parentheses();
    conflict();
    return withExpression(Kind.CHECK, name, start, columns, expression);
  }

  private Constraint reference(Optional<Named> name, int start, List<Name> columns)
      throws NotUnderstoodException {
    Name table = reader.name("the name of a table");
    List<Name> key =
        reader.sees("(") ? reader.names("a column of the table that is referenced") : List.of();
    Action onDelete = Action.NO_ACTION;
    Action onUpdate = Action.NO_ACTION;
    while (true) {
      if (reader.takes("ON", "DELETE")) {
        onDelete = action();
      } else if (reader.takes("ON", "UPDATE")) {
        onUpdate = action();
      } else if (reader.takes("MATCH")) {
        reader.name("SIMPLE, PARTIAL or FULL");
      } else {
        break;
      }
    }
    Deferral deferral = deferral().orElse(Deferral.NOT_DEFERRABLE);
    Detail reference = new Detail.Reference(new Parent(table, key), onDelete, onUpdate, deferral);
    return detailed(Kind.FOREIGN_KEY, name, start, columns, reference);
  }

  private Action action() throws NotUnderstoodException {
    for (Action action : Action.values()) {
      if (reader.takes(action.sql().split(" "))) {
        return action;
      }
    }
    throw reader.unexpected("SET NULL, SET DEFAULT, CASCADE, RESTRICT or NO ACTION");
  }

  /** {@return when a foreign key is checked, if that is said} */
  private Optional<Deferral> deferral() {
    boolean not = reader.takes("NOT", "DEFERRABLE");
    if (!not && !reader.takes("DEFERRABLE")) {
      return Optional.empty();
    }
    boolean deferred = reader.takes("INITIALLY", "DEFERRED");
    reader.takes("INITIALLY", "IMMEDIATE");
    if (not) {
      return Optional.of(Deferral.NOT_DEFERRABLE);
    }
    return Optional.of(deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE);
  }

  private Optional<Name> conflict() throws NotUnderstoodException {
    return reader.takes("ON", "CONFLICT")
        ? Optional.of(reader.name("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE"))
        : Optional.empty();
  }

  /**
   * A literal, with a sign or not, or anything in parentheses; and in a statement, as PostgreSQL
   * writes it, calls and operators too.
   */
  private Span defaultValue() throws NotUnderstoodException {
    int start = reader.start();
    operand();
    while (!reader.sees(",") && !reader.sees(")") && reader.takesOperator()) {
      operand();
    }
    return reader.since(start);
  }

  private void operand() throws NotUnderstoodException {
    reader.takesOneOf("+", "-");
    if (reader.sees("(")) {
      reader.parentheses();
      return;
    }
    Token value = reader.take("a value");
    if (value.kind() == Token.Kind.WORD && reader.sees("(")) {
      reader.parentheses();
    }
  }

  private Constraint constraint(Kind kind, Optional<Named> name, int start, List<Name> columns) {
    return new Constraint(
        kind, name, reader.since(start), columns, Optional.empty(), Optional.empty());
  }

  private Constraint detailed(
      Kind kind, Optional<Named> name, int start, List<Name> columns, Detail detail) {
    return new Constraint(
        kind, name, reader.since(start), columns, Optional.empty(), Optional.of(detail));
  }

  private Constraint withExpression(
      Kind kind, Optional<Named> name, int start, List<Name> columns, Span expression) {
    return new Constraint(
        kind, name, reader.since(start), columns, Optional.of(expression), Optional.empty());
  }
}
