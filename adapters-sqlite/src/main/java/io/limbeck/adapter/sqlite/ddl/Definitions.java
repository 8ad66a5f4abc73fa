package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.Constraint.Named;
import io.limbeck.adapter.sqlite.ddl.Constraint.Parent;
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
      List<Name> columns = reader.names("a column of the key");
      conflict();
      return constraint(Kind.PRIMARY_KEY, name, start, columns);
    }
    if (reader.takes("UNIQUE")) {
      List<Name> columns = reader.names("a column of the key");
      conflict();
      return constraint(Kind.UNIQUE, name, start, columns);
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
      reader.takesOneOf("ASC", "DESC");
      conflict();
      reader.takes("AUTOINCREMENT");
      return constraint(Kind.PRIMARY_KEY, name, start, columns);
    }
    if (deferrable()) {
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
      conflict();
      return constraint(Kind.UNIQUE, name, start, columns);
    }
    if (reader.takes("CHECK")) {
      return check(name, start, columns);
    }
    if (reader.takes("DEFAULT")) {
      Span expression = defaultValue();
      return withExpression(Kind.DEFAULT, name, start, columns, expression);
    }
    if (reader.takes("COLLATE")) {
      reader.name("the name of a collation");
      return constraint(Kind.COLLATE, name, start, columns);
    }
    if (reader.takes("REFERENCES")) {
      return reference(name, start, columns);
    }
    if (reader.takes("GENERATED", "ALWAYS", "AS") || reader.takes("AS")) {
      Span expression = reader.parentheses();
      reader.takesOneOf("STORED", "VIRTUAL");
      return withExpression(Kind.GENERATED, name, start, columns, expression);
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
    while (reader.sees("ON", "DELETE") || reader.sees("ON", "UPDATE") || reader.sees("MATCH")) {
      if (reader.takes("MATCH")) {
        reader.name("SIMPLE, PARTIAL or FULL");
      } else {
        reader.take("ON");
        reader.take("DELETE or UPDATE");
        action();
      }
    }
    deferrable();
    return new Constraint(
        Kind.FOREIGN_KEY,
        name,
        reader.since(start),
        columns,
        Optional.empty(),
        Optional.of(new Parent(table, key)));
  }

  private void action() throws NotUnderstoodException {
    boolean found =
        reader.takes("SET", "NULL")
            || reader.takes("SET", "DEFAULT")
            || reader.takes("NO", "ACTION")
            || reader.takesOneOf("CASCADE", "RESTRICT");
    if (!found) {
      throw reader.unexpected("SET NULL, SET DEFAULT, CASCADE, RESTRICT or NO ACTION");
    }
  }

  private boolean deferrable() {
    boolean found = reader.takes("NOT", "DEFERRABLE") || reader.takes("DEFERRABLE");
    if (found && !reader.takes("INITIALLY", "DEFERRED")) {
      reader.takes("INITIALLY", "IMMEDIATE");
    }
    return found;
  }

  private void conflict() throws NotUnderstoodException {
    if (reader.takes("ON", "CONFLICT")) {
      reader.name("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE");
    }
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

  private Constraint withExpression(
      Kind kind, Optional<Named> name, int start, List<Name> columns, Span expression) {
    return new Constraint(
        kind, name, reader.since(start), columns, Optional.of(expression), Optional.empty());
  }
}
