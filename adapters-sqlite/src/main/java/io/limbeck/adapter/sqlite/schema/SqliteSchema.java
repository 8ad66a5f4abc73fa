package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sqlite.ddl.CreateIndex;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.NotUnderstoodException;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Reads the schema of a SQLite database: what SQLite keeps are the texts of definitions, and what
 * they leave open it is asked. Not read are the names of NOT NULL and of DEFAULT, ON CONFLICT
 * behind NOT NULL, and MATCH, which SQLite itself does not heed.
 */
public final class SqliteSchema {
  // One query, and so one moment. What SQLite and virtual tables make for themselves is left out.
  private static final String OBJECTS =
      """
      WITH kinds AS MATERIALIZED (
        SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main')
      SELECT coalesce(k.type, s.type) AS kind, s.name, s.tbl_name, s.sql, k.wr, k.strict,
        k.type = 'table' AND EXISTS (
          SELECT 1 FROM pragma_index_list(s.name, 'main') WHERE origin = 'pk') AS key_index
      FROM main.sqlite_schema s
      LEFT JOIN kinds k ON k.name = s.name AND s.type IN ('table', 'view')
      WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND k.type IS NOT 'shadow'
      ORDER BY s.rowid
      """;

  private final SequencedMap<Name, TableDefinition> tables = new LinkedHashMap<>();
  private final Map<Name, List<CreateIndex>> indexes = new HashMap<>();
  private final List<Stored> stored = new ArrayList<>();

  private final KnownDefinitions known;

  private SqliteSchema(KnownDefinitions known) {
    this.known = known;
  }

  /**
   * @param hidden tables that are left out, with their indexes and triggers
   * @param known what earlier readings understood, of whatever database; gets what this one does
   * @throws UnusableDatabaseException if a definition is not understood
   */
  public static Schema read(Connection connection, Predicate<Name> hidden, KnownDefinitions known)
      throws SQLException {
    SqliteSchema schema = new SqliteSchema(known);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OBJECTS)) {
      while (rows.next()) {
        if (!hidden.test(new Name(rows.getString("tbl_name")))) {
          schema.add(rows);
        }
      }
    }
    return schema.schema();
  }

  private void add(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String name = row.getString("name");
    String sql = row.getString("sql");
    try {
      switch (kind) {
        case "table" -> {
          TableDefinition table =
              known.table(
                  sql, row.getBoolean("strict"), row.getBoolean("wr"), row.getBoolean("key_index"));
          tables.put(table.name(), table);
        }
        case "index" -> {
          CreateIndex index = known.index(sql);
          indexes.computeIfAbsent(index.table(), table -> new ArrayList<>()).add(index);
        }
        case "virtual" -> add(Stored.Kind.VIRTUAL_TABLE, name, sql);
        case "view" -> add(Stored.Kind.VIEW, name, sql);
        case "trigger" -> add(Stored.Kind.TRIGGER, name, sql);
        default -> throw new IllegalStateException("SQLite has a new kind of object: " + kind);
      }
    } catch (NotUnderstoodException notUnderstood) {
      throw new UnusableDatabaseException(
          "The definition of the %s %s cannot be read: %s."
              .formatted(kind, name, notUnderstood.getMessage()),
          "Look at it with SELECT sql FROM sqlite_schema WHERE name = '%s', and create it anew in"
                  .formatted(name.replace("'", "''"))
              + " plainer words.",
          notUnderstood);
    }
  }

  private void add(Stored.Kind kind, String name, String sql) {
    stored.add(
        new Stored(
            kind, new io.limbeck.domain.schema.Name(name), Wording.anywhere().statement(sql)));
  }

  private Schema schema() {
    List<Table> read = new ArrayList<>();
    tables.forEach((name, table) ->
        read.add(known.read(table, tables, indexes.getOrDefault(name, List.of()))));
    return new Schema(read, stored);
  }
}
