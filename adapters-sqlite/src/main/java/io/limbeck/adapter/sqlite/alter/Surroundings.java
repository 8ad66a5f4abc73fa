package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an ALTER TABLE must leave as it is: every other thing in the schema, the counters of
 * AUTOINCREMENT, and the statistics.
 */
final class Surroundings {
  // What it is, in words, and how it is.
  private final Map<String, String> things = new LinkedHashMap<>();

  private Surroundings() {}

  /**
   * Looks at everything but {@code table} itself and the indexes of its keys.
   *
   * @param counts whether the table keeps its counter
   */
  static Surroundings of(Sql sql, TableRow table, boolean counts) throws SQLException {
    Surroundings surroundings = new Surroundings();
    List<Name> schemas = new ArrayList<>(List.of(table.schema()));
    if (!table.schema().equals(new Name("temp"))) {
      schemas.add(new Name("temp"));
    }
    for (Name schema : schemas) {
      surroundings.objects(sql, schema, table);
    }
    surroundings.counters(sql, table, counts);
    surroundings.statistics(sql, table);
    return surroundings;
  }

  /**
   * @throws AlterRefusedException if something is not as it was
   */
  void checkAsIn(Surroundings before) throws AlterRefusedException {
    for (Map.Entry<String, String> thing : before.things.entrySet()) {
      if (!thing.getValue().equals(things.get(thing.getKey()))) {
        throw changed(thing.getKey());
      }
    }
    for (String thing : things.keySet()) {
      if (!before.things.containsKey(thing)) {
        throw changed(thing);
      }
    }
  }

  private static AlterRefusedException changed(String thing) {
    return new AlterRefusedException(
        thing + " would not be as before",
        "This is a bug in Limbeck; nothing was changed. Please report it.");
  }

  private void objects(Sql sql, Name schema, TableRow table) throws SQLException {
    things.putAll(
        asMap(
            sql.list(
                """
                SELECT 'the ' || type || ' ' || name, coalesce(sql, 'key') || ' on ' || tbl_name
                FROM %s.sqlite_schema
                WHERE name NOT LIKE 'sqlite!_%%' ESCAPE '!'
                  AND NOT (type = 'table' AND name = ?1 COLLATE NOCASE)
                """
                    .formatted(schema.quoted()),
                row -> Map.entry(row.getString(1), row.getString(2)),
                table.name().text())));
  }

  private void counters(Sql sql, TableRow table, boolean counts) throws SQLException {
    if (new Sequence(sql, table).isPossible()) {
      things.putAll(
          asMap(
              sql.list(
                  """
                  SELECT 'the AUTOINCREMENT counter of ' || name, seq FROM %s.sqlite_sequence
                  WHERE ?1 OR name <> ?2 COLLATE NOCASE
                  """
                      .formatted(table.schema().quoted()),
                  row -> Map.entry(row.getString(1), String.valueOf(row.getString(2))),
                  counts,
                  table.name().text())));
    }
  }

  private void statistics(Sql sql, TableRow table) throws SQLException {
    boolean analyzed =
        sql.number(
                "SELECT count(*) FROM %s WHERE name = 'sqlite_stat1'".formatted(table.catalogue()))
            > 0;
    if (analyzed) {
      things.putAll(
          asMap(
              sql.list(
                  """
                  SELECT 'the statistics of ' || coalesce(idx, tbl), stat FROM %s.sqlite_stat1
                  WHERE tbl <> ?1 COLLATE NOCASE OR coalesce(idx, '') NOT LIKE 'sqlite!_autoindex!_%%' ESCAPE '!'
                  """
                      .formatted(table.schema().quoted()),
                  row -> Map.entry(row.getString(1), String.valueOf(row.getString(2))),
                  table.name().text())));
    }
  }

  private static Map<String, String> asMap(List<Map.Entry<String, String>> entries) {
    Map<String, String> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }
}
