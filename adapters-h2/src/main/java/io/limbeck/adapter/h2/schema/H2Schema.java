package io.limbeck.adapter.h2.schema;

import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the schema of an H2 database, the one that is current on the connection, from the
 * information schema; a few queries for each kind of thing. What is temporary is left out.
 */
public final class H2Schema {
  private static final String TABLES =
      """
      SELECT TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES
      WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND TABLE_TYPE IN ('BASE TABLE', 'VIEW')
      """;
  private static final String COLUMNS =
      """
      SELECT * FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA
      ORDER BY TABLE_NAME, ORDINAL_POSITION
      """;

  private final Connection connection;
  private final Wording wording;
  private final SequencedMap<String, Parts> tables = new LinkedHashMap<>();
  private final Map<String, List<Column>> views = new LinkedHashMap<>();

  private H2Schema(Connection connection, Wording wording) {
    this.connection = connection;
    this.wording = wording;
  }

  /** What belongs to one table. */
  record Parts(List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    Parts() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean hasColumn(Name name) {
      return columns.stream().anyMatch(column -> column.name().equals(name));
    }
  }

  /**
   * @param hidden tables and views that are left out
   */
  public static Schema read(Connection connection, Predicate<Name> hidden) throws SQLException {
    H2Names names = new H2Names(Folding.of(connection.getMetaData()));
    Wording wording = new Wording(names, connection.getSchema());
    return new H2Schema(connection, wording).read().without(hidden);
  }

  /**
   * @throws UnusableDatabaseException if two names differ in case only
   */
  private Schema read() throws SQLException {
    Rows.each(
        connection,
        TABLES,
        row -> {
          String name = row.getString("TABLE_NAME");
          if (row.getString("TABLE_TYPE").equals("VIEW")) {
            views.put(name, new ArrayList<>());
          } else {
            tables.put(name, new Parts());
          }
        });
    refuseTwins("tables", Stream.concat(tables.keySet().stream(), views.keySet().stream()));
    readColumns(new ColumnReader(Types.read(connection, wording), wording));
    new ConstraintReader(wording).read(connection, tables);
    new IndexReader(wording).read(connection, tables);
    StoredReader reader = new StoredReader(wording);
    List<Stored> stored = new ArrayList<>(reader.views(connection, views));
    stored.addAll(reader.triggers(connection));
    List<Table> read = new ArrayList<>();
    tables.forEach((name, parts) ->
        read.add(
            new Table(
                new Name(name), parts.columns(), parts.constraints(), parts.indexes(), List.of())));
    return new Schema(read, stored);
  }

  private void readColumns(ColumnReader reader) throws SQLException {
    Rows.each(
        connection,
        COLUMNS,
        row -> {
          String table = row.getString("TABLE_NAME");
          if (tables.containsKey(table)) {
            tables.get(table).columns().add(reader.column(row));
          } else if (views.containsKey(table)) {
            views.get(table).add(reader.column(row));
          }
        });
    tables.forEach((table, parts) ->
        refuseTwins(
            "columns of " + table, parts.columns().stream().map(column -> column.name().text())));
  }

  private static void refuseTwins(String things, Stream<String> names) {
    Map<Name, String> seen = new HashMap<>();
    names.forEach(name -> {
      String twin = seen.put(new Name(name), name);
      if (twin != null) {
        throw new UnusableDatabaseException(
            "The %s \"%s\" and \"%s\" differ in case only, and are taken for one."
                .formatted(things, twin, name),
            "Rename one of them.");
      }
    });
  }
}
