package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what follows the table's name in an ALTER TABLE statement. */
final class Actions {
  private final Reader reader;

  Actions(Reader reader) {
    this.reader = reader;
  }

  List<Action> all() throws NotUnderstoodException {
    List<Action> actions = new ArrayList<>();
    do {
      actions.add(action());
    } while (reader.takes(","));
    reader.takes(";");
    if (!reader.atEnd()) {
      throw reader.unexpected("a comma or its end");
    }
    return actions;
  }

  private Action action() throws NotUnderstoodException {
    int start = reader.start();
    if (reader.takes("ADD")) {
      return add(start);
    }
    if (reader.takes("DROP")) {
      return drop(start);
    }
    if (reader.takes("ALTER")) {
      reader.takes("COLUMN");
      return alter(start, reader.name("the name of a column"));
    }
    if (reader.takes("RENAME")) {
      return rename(start);
    }
    throw reader.unexpected("ADD, DROP, ALTER or RENAME");
  }

  private Action add(int start) throws NotUnderstoodException {
    Definitions definitions = new Definitions(reader);
    if (definitions.seesTableConstraint()) {
      int begin = reader.start();
      Constraint constraint = definitions.tableConstraint();
      if (constraint.kind() == Kind.NAME_ALONE) {
        throw reader.unexpected("PRIMARY KEY, UNIQUE, CHECK or FOREIGN KEY");
      }
      String definition = reader.since(begin).of(reader.sql());
      return new Action.AddConstraint(sql(start), constraintOf(definition), definition);
    }
    reader.takes("COLUMN");
    boolean ifNotExists = reader.takes("IF", "NOT", "EXISTS");
    String definition = withDefaultInParentheses(definitions.column());
    return new Action.AddColumn(sql(start), columnOf(definition), definition, ifNotExists);
  }

  private Action drop(int start) throws NotUnderstoodException {
    if (reader.takes("CONSTRAINT")) {
      boolean ifExists = reader.takes("IF", "EXISTS");
      Name constraint = reader.name("the name of a constraint");
      reader.takes("RESTRICT");
      return new Action.DropConstraint(sql(start), constraint, ifExists);
    }
    reader.takes("COLUMN");
    boolean ifExists = reader.takes("IF", "EXISTS");
    Name column = reader.name("the name of a column");
    reader.takes("RESTRICT");
    return new Action.DropColumn(sql(start), column, ifExists);
  }

  private Action alter(int start, Name column) throws NotUnderstoodException {
    if (reader.takes("SET", "NOT", "NULL")) {
      return new Action.SetNotNull(sql(start), column);
    }
    if (reader.takes("DROP", "NOT", "NULL")) {
      return new Action.DropNotNull(sql(start), column);
    }
    if (reader.takes("SET", "DEFAULT")) {
      String value = expression();
      return new Action.SetDefault(
          sql(start), column, Expressions.needsNoParentheses(value) ? value : "(" + value + ")");
    }
    if (reader.takes("DROP", "DEFAULT")) {
      return new Action.DropDefault(sql(start), column);
    }
    if (reader.takes("TYPE") || reader.takes("SET", "DATA", "TYPE")) {
      String type = type();
      Optional<String> using =
          reader.takes("USING")
              ? Optional.of(DoubleQuotes.certain(expression()))
              : Optional.empty();
      return new Action.SetType(sql(start), column, type, using);
    }
    throw reader.unexpected(
        "SET NOT NULL, DROP NOT NULL, SET DEFAULT, DROP DEFAULT or [SET DATA] TYPE");
  }

  private Action rename(int start) throws NotUnderstoodException {
    if (reader.takes("TO")) {
      Name to = reader.name("the new name of the table");
      return new Action.RenameTable(sql(start), to);
    }
    if (reader.takes("CONSTRAINT")) {
      Name constraint = reader.name("the name of a constraint");
      reader.expect("TO");
      Name to = reader.name("the new name of the constraint");
      return new Action.RenameConstraint(sql(start), constraint, to);
    }
    reader.takes("COLUMN");
    Name column = reader.name("the name of a column");
    reader.expect("TO");
    Name to = reader.name("the new name of the column");
    return new Action.RenameColumn(sql(start), column, to);
  }

  private String type() throws NotUnderstoodException {
    int start = reader.start();
    while (reader.seesName() && !reader.sees("USING") && !reader.sees("COLLATE")) {
      reader.take("a type");
    }
    if (reader.start() == start) {
      throw reader.unexpected("a type");
    }
    if (reader.sees("(")) {
      reader.parentheses();
    }
    return reader.since(start).of(reader.sql());
  }

  /** Everything up to the comma or the end of the statement. */
  private String expression() throws NotUnderstoodException {
    int start = reader.start();
    Token first = reader.peek().orElseThrow(() -> reader.unexpected("a value"));
    if (isSign(first, ",") || isSign(first, ")")) {
      throw reader.unexpected("a value");
    }
    while (!reader.atEnd() && !reader.sees(",") && !reader.sees(";")) {
      if (reader.sees("(")) {
        reader.parentheses();
      } else {
        reader.take("a value");
      }
    }
    reader.refuse(Token.Kind.PARAMETER, start, "a value");
    return reader.since(start).of(reader.sql());
  }

  private String withDefaultInParentheses(Column column) {
    Edits edits = new Edits();
    for (Constraint constraint : column.constraints(Kind.DEFAULT)) {
      Span value = constraint.expression().orElseThrow();
      if (!Expressions.needsNoParentheses(value.of(reader.sql()))) {
        edits.insert(value.start(), "(");
        edits.insert(value.end(), ")");
      }
    }
    return edits.appliedTo(reader.sql(), column.span());
  }

  // Read again where they stand alone: places in them are then places in their own text.
  private static Column columnOf(String definition) throws NotUnderstoodException {
    return new Definitions(new Reader("a column", definition)).column();
  }

  private static Constraint constraintOf(String definition) throws NotUnderstoodException {
    return new Definitions(new Reader("a constraint", definition)).tableConstraint();
  }

  private String sql(int start) {
    return reader.since(start).of(reader.sql());
  }

  private static boolean isSign(Token token, String sign) {
    return token.kind() == Token.Kind.OPERATOR && token.text().equals(sign);
  }
}
