package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A table's definition as SQLite keeps it: the text, and where in it everything stands.
 *
 * @param sql the text
 * @param nameSpan where the table's name stands
 * @param columns in the order of the text; not empty
 * @param constraints those that are items of their own, in the order of the text
 * @param close the offset of the parenthesis that ends the items
 */
public record CreateTable(
    String sql,
    Name name,
    Span nameSpan,
    List<Column> columns,
    List<Constraint> constraints,
    int close) {

  /**
   * @param sql a CREATE TABLE statement that SQLite took
   * @throws NotUnderstoodException if it is not read for certain
   */
  public static CreateTable parse(String sql) throws NotUnderstoodException {
    Reader reader = new Reader("CREATE TABLE", sql);
    reader.expect("CREATE");
    reader.takesOneOf("TEMP", "TEMPORARY");
    reader.expect("TABLE");
    reader.takes("IF", "NOT", "EXISTS");
    int start = reader.start();
    Name name = reader.name("the name of the table");
    if (reader.takes(".")) {
      start = reader.start();
      name = reader.name("the name of the table");
    }
    Span nameSpan = reader.since(start);
    Definitions definitions = new Definitions(reader);
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    reader.expect("(");
    do {
      if (definitions.seesTableConstraint()) {
        // SQLite lets the commas between these be left out.
        do {
          constraints.add(definitions.tableConstraint());
        } while (definitions.seesTableConstraint());
      } else if (constraints.isEmpty()) {
        columns.add(definitions.column());
      } else {
        throw reader.unexpected("a constraint");
      }
    } while (reader.takes(","));
    int close = reader.start();
    reader.expect(")");
    options(reader);
    return new CreateTable(sql, name, nameSpan, columns, constraints, close);
  }

  private static void options(Reader reader) throws NotUnderstoodException {
    while (!reader.atEnd()) {
      if (!reader.takes("WITHOUT", "ROWID") && !reader.takes("STRICT") && !reader.takes(",")) {
        throw reader.unexpected("WITHOUT ROWID or STRICT");
      }
    }
  }

  public Optional<Column> column(Name wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** {@return all constraints, those beside columns too, in the order of the text} */
  public List<Constraint> allConstraints() {
    return Stream.concat(
            columns.stream().flatMap(column -> column.constraints().stream()), constraints.stream())
        .toList();
  }

  /** {@return whether its key is AUTOINCREMENT, so that a counter is kept for it} */
  public boolean countsUp() {
    return allConstraints().stream()
        .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
        .flatMap(key -> Lexer.tokens(key.span().of(sql)).stream())
        .anyMatch(token -> token.is("AUTOINCREMENT"));
  }

  /** {@return the names of the columns that {@code constraint} is about, in order} */
  public SequencedSet<Name> columnsOf(Constraint constraint) {
    SequencedSet<Name> names = new LinkedHashSet<>();
    if (constraint.kind() == Kind.CHECK || constraint.kind() == Kind.GENERATED) {
      String expression = constraint.expression().orElseThrow().of(sql);
      SequencedSet<Name> mentioned = Expressions.names(expression);
      mentioned.stream().filter(name -> column(name).isPresent()).forEach(names::add);
    } else {
      names.addAll(constraint.columns());
    }
    return names;
  }
}
