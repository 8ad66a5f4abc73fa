package io.limbeck.adapter.h2;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Reads the schema of a H2 database, the one that is current on the connection, from the
 * information schema; a query for each kind of thing. H2 has already made all spellings of an
 * expression one. A constraint that was given no name has the one H2 made up for it.
 */
final class H2Schema {
  private static final String COLUMNS =
      """
      SELECT c.* FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE'
      ORDER BY c.table_name, c.ordinal_position
      """;
  private static final String CONSTRAINTS =
      """
      SELECT c.table_name, c.constraint_name, c.constraint_type, k.check_clause, r.delete_rule,
        r.update_rule, p.table_name AS parent
      FROM information_schema.table_constraints c
      LEFT JOIN information_schema.check_constraints k
        ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
      LEFT JOIN information_schema.referential_constraints r
        ON r.constraint_schema = c.constraint_schema AND r.constraint_name = c.constraint_name
      LEFT JOIN information_schema.table_constraints p
        ON p.constraint_schema = r.unique_constraint_schema
        AND p.constraint_name = r.unique_constraint_name
      WHERE c.table_schema = CURRENT_SCHEMA
      """;
  private static final String KEYS =
      """
      SELECT u.constraint_name, u.column_name, p.column_name AS parent_column
      FROM information_schema.key_column_usage u
      LEFT JOIN information_schema.referential_constraints r
        ON r.constraint_schema = u.constraint_schema AND r.constraint_name = u.constraint_name
      LEFT JOIN information_schema.key_column_usage p
        ON p.constraint_schema = r.unique_constraint_schema
        AND p.constraint_name = r.unique_constraint_name
        AND p.ordinal_position = u.position_in_unique_constraint
      WHERE u.table_schema = CURRENT_SCHEMA
      ORDER BY u.constraint_name, u.ordinal_position
      """;
  private static final String INDEXES =
      """
      SELECT i.table_name, i.index_name, i.index_type_name, c.column_name,
        c.ordering_specification
      FROM information_schema.indexes i
      JOIN information_schema.index_columns c USING (index_schema, index_name)
      WHERE i.table_schema = CURRENT_SCHEMA AND NOT i.is_generated
      ORDER BY i.index_name, c.ordinal_position
      """;
  private static final String VIEWS =
      "SELECT table_name, view_definition FROM information_schema.views"
          + " WHERE table_schema = CURRENT_SCHEMA";

  private final Connection connection;
  private final SequencedMap<String, Parts> tables = new LinkedHashMap<>();

  private H2Schema(Connection connection) {
    this.connection = connection;
  }

  /** What belongs to one table. */
  private record Parts(List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    Parts() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** The columns of a key, and those of its parent if it is a foreign one. */
  private record Key(List<Name> columns, List<Name> parentColumns) {
    Key() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * @param hidden tables and views that are left out
   */
  static Schema read(Connection connection, Predicate<Name> hidden) throws SQLException {
    H2Schema schema = new H2Schema(connection);
    schema.readColumns();
    schema.readConstraints();
    schema.readIndexes();
    List<Stored> views = schema.views();
    List<Table> tables = new ArrayList<>();
    schema.tables.forEach((name, parts) ->
        tables.add(
            new Table(
                new Name(name), parts.columns(), parts.constraints(), parts.indexes(), List.of())));
    return new Schema(tables, views).without(hidden);
  }

  private void readColumns() throws SQLException {
    forEach(
        COLUMNS,
        row ->
            tables
                .computeIfAbsent(row.getString("table_name"), name -> new Parts())
                .columns()
                .add(column(row)));
  }

  private static Column column(ResultSet row) throws SQLException {
    Optional<Column.Generated> generated =
        row.getString("is_generated").equals("ALWAYS")
            ? Optional.of(
                new Column.Generated(expression(row.getString("generation_expression")), true))
            : Optional.empty();
    return new Column(
        new Name(row.getString("column_name")),
        H2Types.of(row),
        row.getString("is_nullable").equals("NO"),
        Optional.ofNullable(row.getString("column_default")).map(H2Schema::expression),
        generated,
        Optional.empty());
  }

  private void readConstraints() throws SQLException {
    SequencedMap<String, Key> keys = new LinkedHashMap<>();
    forEach(
        KEYS,
        row -> {
          Key key = keys.computeIfAbsent(row.getString("constraint_name"), name -> new Key());
          key.columns().add(new Name(row.getString("column_name")));
          Optional.ofNullable(row.getString("parent_column"))
              .ifPresent(column -> key.parentColumns().add(new Name(column)));
        });
    forEach(
        CONSTRAINTS,
        row -> {
          Optional<Parts> table = Optional.ofNullable(tables.get(row.getString("table_name")));
          if (table.isPresent()) {
            Key key = keys.getOrDefault(row.getString("constraint_name"), new Key());
            table.get().constraints().add(constraint(row, key));
          }
        });
  }

  private static Constraint constraint(ResultSet row, Key key) throws SQLException {
    Optional<Name> name = Optional.of(new Name(row.getString("constraint_name")));
    String kind = row.getString("constraint_type");
    return switch (kind) {
      case "PRIMARY KEY" -> new Constraint.PrimaryKey(name, key.columns(), false);
      case "UNIQUE" -> new Constraint.Unique(name, key.columns());
      case "CHECK" -> new Constraint.Check(name, expression(row.getString("check_clause")));
      case "FOREIGN KEY" ->
          new Constraint.ForeignKey(
              name,
              key.columns(),
              new Name(row.getString("parent")),
              key.parentColumns(),
              action(row.getString("delete_rule")),
              action(row.getString("update_rule")),
              Constraint.Deferral.NOT_DEFERRABLE);
      default -> throw new IllegalStateException("H2 has a new kind of constraint: " + kind);
    };
  }

  private static Constraint.Action action(String rule) {
    return Constraint.Action.valueOf(rule.replace(' ', '_'));
  }

  private void readIndexes() throws SQLException {
    record Start(String table, boolean unique) {}
    SequencedMap<String, Start> starts = new LinkedHashMap<>();
    SequencedMap<String, List<Index.Part>> parts = new LinkedHashMap<>();
    forEach(
        INDEXES,
        row -> {
          String name = row.getString("index_name");
          boolean unique = row.getString("index_type_name").startsWith("UNIQUE");
          boolean descending = row.getString("ordering_specification").equals("DESC");
          Expression column = column(row.getString("column_name"));
          starts.put(name, new Start(row.getString("table_name"), unique));
          parts
              .computeIfAbsent(name, first -> new ArrayList<>())
              .add(new Index.Part(column, Optional.empty(), descending));
        });
    starts.forEach((name, start) -> {
      Optional<Parts> table = Optional.ofNullable(tables.get(start.table()));
      table.ifPresent(found ->
          found
              .indexes()
              .add(
                  new Index(
                      new Name(name),
                      start.unique(),
                      parts.getOrDefault(name, List.of()),
                      Optional.empty())));
    });
  }

  private List<Stored> views() throws SQLException {
    List<Stored> views = new ArrayList<>();
    forEach(
        VIEWS,
        row -> {
          Name name = new Name(row.getString("table_name"));
          String query = row.getString("view_definition");
          String definition = "CREATE VIEW %s AS %s".formatted(H2Names.spelled(name), query);
          views.add(new Stored(Stored.Kind.VIEW, name, new Expression(definition, definition)));
        });
    return views;
  }

  private void forEach(String query, Row reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private static Expression column(String name) {
    return new Expression(H2Names.spelled(new Name(name)), name.toLowerCase(Locale.ROOT));
  }

  private static Expression expression(String sql) {
    return new Expression(sql, sql);
  }
}
