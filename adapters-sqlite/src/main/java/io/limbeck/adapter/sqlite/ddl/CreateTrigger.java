package io.limbeck.adapter.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a trigger as SQLite keeps it, as far as it says when the trigger fires.
 *
 * @param columns those that an UPDATE must set, in order; empty for every other trigger
 * @param schema what stands before its table's name
 * @param nameSpan where its name stands
 * @param on where the table's name stands, with its schema
 */
public record CreateTrigger(
    String sql,
    Event event,
    List<Name> columns,
    Optional<Name> schema,
    Name table,
    Span nameSpan,
    Span on) {

  /** What fires it. */
  public enum Event {
    INSERT,
    UPDATE,
    DELETE
  }

  /**
   * @param sql a CREATE TRIGGER statement that SQLite took
   * @throws NotUnderstoodException if it is not read for certain
   */
  public static CreateTrigger parse(String sql) throws NotUnderstoodException {
    Reader reader = new Reader("CREATE TRIGGER", sql);
    reader.expect("CREATE");
    reader.takesOneOf("TEMP", "TEMPORARY");
    reader.expect("TRIGGER");
    reader.takes("IF", "NOT", "EXISTS");
    int start = reader.start();
    reader.name("the name of the trigger");
    if (reader.takes(".")) {
      reader.name("the name of the trigger");
    }
    Span nameSpan = reader.since(start);
    if (!reader.takes("INSTEAD", "OF")) {
      reader.takesOneOf("BEFORE", "AFTER");
    }
    Event event = event(reader);
    List<Name> columns = new ArrayList<>();
    if (event == Event.UPDATE && reader.takes("OF")) {
      do {
        columns.add(reader.name("the name of a column"));
      } while (reader.takes(","));
    }
    reader.expect("ON");
    int on = reader.start();
    Name table = reader.name("the name of a table");
    Optional<Name> schema = Optional.empty();
    if (reader.takes(".")) {
      schema = Optional.of(table);
      table = reader.name("the name of a table");
    }
    return new CreateTrigger(sql, event, columns, schema, table, nameSpan, reader.since(on));
  }

  private static Event event(Reader reader) throws NotUnderstoodException {
    for (Event event : Event.values()) {
      if (reader.takes(event.name())) {
        return event;
      }
    }
    throw reader.unexpected("INSERT, UPDATE or DELETE");
  }

  /** {@return what makes the trigger in a schema} */
  public String in(Name schema) {
    return new Edits()
        .replace(new Span(0, nameSpan.start()), "CREATE TRIGGER " + schema.quoted() + ".")
        .appliedTo(sql);
  }

  /** {@return whether it writes {@code name} in double quotes, which may mean a string as well} */
  public boolean doubts(Name name) {
    return DoubleQuotes.hold(sql, name);
  }

  /**
   * {@return a trigger like this one that is temporary and has another name and, if it stands in
   * doubt, means {@code column} where it says it in double quotes}
   *
   * @param table as SQL, with its schema
   */
  public String asTemporary(Name name, String table, Name column) {
    Edits edits =
        new Edits().replace(new Span(0, nameSpan.end()), "CREATE TEMP TRIGGER " + name.quoted());
    edits.replace(on, table);
    DoubleQuotes.replace(sql, on.end(), column, edits);
    return edits.appliedTo(sql);
  }
}
