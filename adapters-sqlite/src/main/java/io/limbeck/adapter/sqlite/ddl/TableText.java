package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import java.util.List;

/**
 * Changes a table's definition by changing its text. What a change is not about keeps every
 * character: comments, layout, quotes and order.
 */
public final class TableText {
  private final CreateTable table;
  private final String sql;
  private final Layout layout;
  private final Items items;

  private TableText(CreateTable table) {
    this.table = table;
    this.sql = table.sql();
    this.layout = new Layout(table.sql());
    this.items = new Items(table.sql(), layout);
  }

  public static TableText of(CreateTable table) {
    return new TableText(table);
  }

  /** Adds a column behind the last one. */
  public CreateTable withColumn(String definition) throws NotUnderstoodException {
    return parsed(items.withBehind(table.columns().getLast().span(), definition));
  }

  /** Adds a constraint behind the last item. */
  public CreateTable withConstraint(String definition) throws NotUnderstoodException {
    Span last =
        table.constraints().isEmpty()
            ? table.columns().getLast().span()
            : table.constraints().getLast().span();
    return parsed(items.withBehind(last, definition));
  }

  /** Takes out a column with all that stands beside it. */
  public CreateTable withoutColumn(Column column) throws NotUnderstoodException {
    return parsed(items.without(column.span()));
  }

  /** Takes out a constraint with its name, wherever it stands. */
  public CreateTable without(Constraint constraint) throws NotUnderstoodException {
    Span span = withNamesBefore(constraint);
    return parsed(
        table.constraints().contains(constraint)
            ? items.without(span)
            : new Edits().remove(withSpaceBefore(span)));
  }

  /** Takes out what stands beside a column, of one kind, as often as it does. */
  public CreateTable without(Column column, Kind kind) throws NotUnderstoodException {
    return withoutAllBut(0, column, kind);
  }

  /** One by one: what ends a comment before the one may be what goes with the other. */
  private CreateTable withoutAllBut(int count, Column column, Kind kind)
      throws NotUnderstoodException {
    List<Constraint> found = column.constraints(kind);
    if (found.size() <= count) {
      return table;
    }
    CreateTable left = without(found.getFirst());
    return of(left).withoutAllBut(count, left.column(column.name()).orElseThrow(), kind);
  }

  /** Writes NOT NULL behind the column's type, in place of a NULL if there is one. */
  public CreateTable withNotNull(Column column) throws NotUnderstoodException {
    CreateTable left = without(column, Kind.NULL);
    int end = left.column(column.name()).orElseThrow().endOfType();
    return CreateTable.parse(new Edits().insert(end, " NOT NULL").appliedTo(left.sql()));
  }

  /**
   * Gives a column a default, in place of the one it has.
   *
   * @param value as it is to stand behind DEFAULT
   */
  public CreateTable withDefault(Column column, String value) throws NotUnderstoodException {
    // SQLite lets several pass and takes the last.
    CreateTable left = withoutAllBut(1, column, Kind.DEFAULT);
    Column found = left.column(column.name()).orElseThrow();
    Edits edits = new Edits();
    if (found.has(Kind.DEFAULT)) {
      edits.replace(found.constraints(Kind.DEFAULT).getFirst().expression().orElseThrow(), value);
    } else {
      edits.insert(found.endOfConstraints(), " DEFAULT " + value);
    }
    return CreateTable.parse(edits.appliedTo(left.sql()));
  }

  /** Gives a column a type, in place of the one it has. */
  public CreateTable withType(Column column, String type) throws NotUnderstoodException {
    Edits edits = new Edits();
    column
        .type()
        .ifPresentOrElse(
            span -> edits.replace(span, type),
            () -> edits.insert(column.nameSpan().end(), " " + type));
    return parsed(edits);
  }

  /** Gives a constraint a name, in place of the one it has. */
  public CreateTable withName(Constraint constraint, Name name) throws NotUnderstoodException {
    Edits edits = new Edits();
    constraint
        .name()
        .ifPresentOrElse(
            named -> edits.replace(named.span(), name.quotedIfNeeded()),
            () ->
                edits.insert(
                    constraint.span().start(), "CONSTRAINT " + name.quotedIfNeeded() + " "));
    return parsed(edits);
  }

  /**
   * {@return the definition of a table like this one under another name: expressions that name the
   * table itself follow}
   */
  public String under(Name name) {
    return under(name.quoted(), name);
  }

  /** {@return the same, with the schema that the table is to be made in} */
  public String under(Name schema, Name name) {
    return under(schema.quoted() + "." + name.quoted(), name);
  }

  /** {@return the same, with expressions that do not name the table at all} */
  public String unqualifiedUnder(Name schema, Name name) {
    Edits edits = new Edits().replace(table.nameSpan(), schema.quoted() + "." + name.quoted());
    for (Span qualifier : OwnName.qualifiers(sql, table.nameSpan().end(), table.name())) {
      edits.remove(new Span(qualifier.start(), layout.next(qualifier.end()).end()));
    }
    return edits.appliedTo(sql);
  }

  private String under(String head, Name name) {
    Edits edits = new Edits().replace(table.nameSpan(), head);
    OwnName.qualifiers(sql, table.nameSpan().end(), table.name())
        .forEach(span -> edits.replace(span, name.quoted()));
    return edits.appliedTo(sql);
  }

  /** A name that names nothing would else name what comes to stand behind it. */
  private Span withNamesBefore(Constraint constraint) {
    int start = constraint.span().start();
    for (Constraint other : table.allConstraints().reversed()) {
      boolean touches = layout.previous(start).end() == other.span().end();
      if (other.kind() == Kind.NAME_ALONE && touches) {
        start = other.span().start();
      }
    }
    return new Span(start, constraint.span().end());
  }

  private Span withSpaceBefore(Span span) {
    return new Span(layout.startOfSpace(span.start(), span.end()), span.end());
  }

  private CreateTable parsed(Edits edits) throws NotUnderstoodException {
    return CreateTable.parse(edits.appliedTo(sql));
  }
}
