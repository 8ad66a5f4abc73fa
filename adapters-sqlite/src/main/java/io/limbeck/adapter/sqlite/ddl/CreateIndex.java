package io.limbeck.adapter.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The definition of an index as SQLite keeps it.
 *
 * @param nameSpan where the index's name stands
 * @param tableSpan where its table's name stands
 * @param parts what it sorts by, in order
 * @param where where its condition stands
 */
public record CreateIndex(
    String sql,
    boolean unique,
    Name name,
    Span nameSpan,
    Name table,
    Span tableSpan,
    List<Part> parts,
    Optional<Span> where) {

  /**
   * A column or an expression that an index sorts by.
   *
   * @param collation as written behind it
   */
  public record Part(Span key, Optional<Name> collation, boolean descending) {}

  /**
   * @param sql a CREATE INDEX statement that SQLite took
   * @throws NotUnderstoodException if it is not read for certain
   */
  public static CreateIndex parse(String sql) throws NotUnderstoodException {
    Reader reader = new Reader("CREATE INDEX", sql);
    reader.expect("CREATE");
    boolean unique = reader.takes("UNIQUE");
    reader.expect("INDEX");
    reader.takes("IF", "NOT", "EXISTS");
    int start = reader.start();
    Name name = reader.name("the name of the index");
    if (reader.takes(".")) {
      start = reader.start();
      name = reader.name("the name of the index");
    }
    Span nameSpan = reader.since(start);
    reader.expect("ON");
    int tableStart = reader.start();
    Name table = reader.name("the name of a table");
    Span tableSpan = reader.since(tableStart);
    List<Part> parts = new ArrayList<>();
    reader.expect("(");
    do {
      parts.add(part(reader));
    } while (reader.takes(","));
    reader.expect(")");
    Optional<Span> where = reader.takes("WHERE") ? Optional.of(rest(reader)) : Optional.empty();
    return new CreateIndex(sql, unique, name, nameSpan, table, tableSpan, parts, where);
  }

  private static Part part(Reader reader) throws NotUnderstoodException {
    int start = reader.start();
    take(reader);
    Span key = reader.since(start);
    Optional<Name> collation = Optional.empty();
    boolean descending = false;
    while (!reader.sees(",") && !reader.sees(")")) {
      if (reader.takes("COLLATE")) {
        collation = Optional.of(reader.name("the name of a collation"));
      } else if (reader.takes("DESC")) {
        descending = true;
      } else if (!reader.takes("ASC")) {
        // What was read as the index's collation is a part of the expression.
        take(reader);
        key = reader.since(start);
        collation = Optional.empty();
      }
    }
    return new Part(key, collation, descending);
  }

  private static void take(Reader reader) throws NotUnderstoodException {
    if (reader.sees("(")) {
      reader.parentheses();
    } else {
      reader.take("a column or an expression");
    }
  }

  private static Span rest(Reader reader) throws NotUnderstoodException {
    int start = reader.start();
    do {
      reader.take("a condition");
    } while (!reader.atEnd());
    return reader.since(start);
  }

  /** {@return the names in its keys and its condition that may be columns} */
  public SequencedSet<Name> mentioned() {
    return Expressions.names(sql.substring(tableSpan.end()));
  }

  /** {@return what makes the index in a schema} */
  public String in(Name schema) {
    return new Edits().insert(nameSpan.start(), schema.quoted() + ".").appliedTo(sql);
  }

  /** {@return the same index under another name, on another table of a schema} */
  public String under(Name schema, Name name, Name otherTable) {
    Edits edits =
        new Edits()
            .replace(nameSpan, schema.quoted() + "." + name.quoted())
            .replace(tableSpan, otherTable.quoted());
    OwnName.qualifiers(sql, tableSpan.end(), table)
        .forEach(span -> edits.replace(span, otherTable.quoted()));
    return edits.appliedTo(sql);
  }
}
