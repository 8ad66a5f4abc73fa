package io.limbeck.adapter.sqlite.ddl;

import java.util.SequencedSet;

/**
 * The definition of an index as SQLite keeps it.
 *
 * @param nameSpan where the index's name stands
 * @param tableSpan where its table's name stands
 */
public record CreateIndex(String sql, Span nameSpan, Name table, Span tableSpan) {

  /**
   * @param sql a CREATE INDEX statement that SQLite took
   * @throws NotUnderstoodException if it is not read for certain
   */
  public static CreateIndex parse(String sql) throws NotUnderstoodException {
    Reader reader = new Reader("CREATE INDEX", sql);
    reader.expect("CREATE");
    reader.takes("UNIQUE");
    reader.expect("INDEX");
    reader.takes("IF", "NOT", "EXISTS");
    int start = reader.start();
    reader.name("the name of the index");
    if (reader.takes(".")) {
      start = reader.start();
      reader.name("the name of the index");
    }
    Span nameSpan = reader.since(start);
    reader.expect("ON");
    int tableStart = reader.start();
    Name table = reader.name("the name of a table");
    return new CreateIndex(sql, nameSpan, table, reader.since(tableStart));
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
