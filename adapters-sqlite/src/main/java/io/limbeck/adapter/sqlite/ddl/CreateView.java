package io.limbeck.adapter.sqlite.ddl;

import java.util.Optional;

/** The definition of a view as SQLite keeps it. */
public final class CreateView {
  private CreateView() {}

  /**
   * {@return the query of a view, saying for certain that it means {@code column} where the view
   * says it in double quotes; empty if it does not}
   *
   * @param sql a CREATE VIEW statement that SQLite took
   * @throws NotUnderstoodException if it is not read for certain
   */
  public static Optional<String> queryOf(String sql, Name column) throws NotUnderstoodException {
    if (!DoubleQuotes.hold(sql, column)) {
      return Optional.empty();
    }
    Reader reader = new Reader("CREATE VIEW", sql);
    reader.expect("CREATE");
    reader.takesOneOf("TEMP", "TEMPORARY");
    reader.expect("VIEW");
    reader.takes("IF", "NOT", "EXISTS");
    reader.name("the name of the view");
    if (reader.takes(".")) {
      reader.name("the name of the view");
    }
    if (reader.sees("(")) {
      reader.parentheses();
    }
    reader.expect("AS");
    Edits edits = new Edits();
    DoubleQuotes.replace(sql, reader.start(), column, edits);
    return Optional.of(edits.appliedTo(sql, new Span(reader.start(), sql.length())));
  }
}
