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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern CREATE =
      Pattern.compile("^CREATE FORCE (?<kind>TRIGGER|MATERIALIZED VIEW) ");

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

  /**
   * {@return triggers and materialized views; if there are any, with a second query}
   *
   * @param materialized whether there is a materialized view
   */
  List<Stored> others(Connection connection, boolean materialized) throws SQLException {
    List<String> names = new ArrayList<>();
    Rows.each(connection, TRIGGERS, row -> names.add(row.getString("TRIGGER_NAME")));
    List<Stored> others = new ArrayList<>();
    if (!names.isEmpty() || materialized) {
      Rows.each(
          connection,
          // The information schema does not tell what a trigger does if its source was given.
          "SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA " + Wording.quoted(wording.schema()),
          row -> {
            String statement = row.getString("SCRIPT");
            Matcher create = CREATE.matcher(statement);
            if (create.find()) {
              others.add(other(create.group("kind"), statement.substring(create.end())));
            }
          });
    }
    return others;
  }

  /**
   * @param rest "schema"."name" and what follows
   */
  private Stored other(String kind, String rest) {
    List<Token> tokens = Wording.tokens(rest);
    Name name = new Name(Unescaped.name(tokens.get(2)));
    String definition = "CREATE %s %s".formatted(kind, rest.replaceFirst("(;\\s*)+$", ""));
    return new Stored(
        kind.equals("TRIGGER") ? Stored.Kind.TRIGGER : Stored.Kind.MATERIALIZED_VIEW,
        name,
        wording.statement(definition));
  }
}
