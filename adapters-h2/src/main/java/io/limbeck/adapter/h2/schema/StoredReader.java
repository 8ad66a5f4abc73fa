package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.Token;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what is known by its definition. */
record StoredReader(Wording wording) {
  private static final String VIEWS =
      """
      SELECT TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS
      WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND VIEW_DEFINITION IS NOT NULL
      """;
  private static final String TRIGGERS =
      """
      SELECT TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = CURRENT_SCHEMA
      """;
  // The information schema does not tell what a trigger does if its source was given.
  private static final String SCRIPT = "SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA %s";
  private static final String CREATE_TRIGGER = "CREATE FORCE TRIGGER ";

  /**
   * @param columns of each view; the query alone does not tell all their names
   */
  List<Stored> views(Connection connection, Map<String, List<Column>> columns) throws SQLException {
    List<Stored> views = new ArrayList<>();
    Rows.each(
        connection,
        VIEWS,
        row -> {
          String name = row.getString("TABLE_NAME");
          String list =
              columns.getOrDefault(name, List.of()).stream()
                  .map(column -> Wording.quoted(column.name().text()))
                  .collect(Collectors.joining(", ", "(", ")"));
          String definition =
              "CREATE VIEW %s %s AS %s"
                  .formatted(Wording.quoted(name), list, row.getString("VIEW_DEFINITION"));
          views.add(new Stored(Stored.Kind.VIEW, new Name(name), wording.statement(definition)));
        });
    return views;
  }

  /** {@return all triggers; if there are any, with a second query} */
  List<Stored> triggers(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    Rows.each(connection, TRIGGERS, row -> names.add(row.getString("TRIGGER_NAME")));
    List<Stored> triggers = new ArrayList<>();
    if (!names.isEmpty()) {
      Rows.each(
          connection,
          SCRIPT.formatted(Wording.quoted(wording.schema())),
          row -> {
            String statement = row.getString("SCRIPT");
            if (statement.startsWith(CREATE_TRIGGER)) {
              triggers.add(trigger(statement));
            }
          });
    }
    return triggers;
  }

  private Stored trigger(String statement) {
    // CREATE FORCE TRIGGER "schema"."name" ...;
    List<Token> tokens = Wording.tokens(statement);
    Name name = new Name(tokens.get(5).name());
    String definition = "CREATE TRIGGER " + statement.substring(CREATE_TRIGGER.length());
    return new Stored(
        Stored.Kind.TRIGGER, name, wording.statement(definition.replaceFirst(";\\s*$", "")));
  }
}
