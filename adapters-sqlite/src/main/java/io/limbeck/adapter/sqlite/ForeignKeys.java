package io.limbeck.adapter.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sqlite.SQLiteErrorCode;

/**
 * What foreign keys find nothing at a moment: SQLite does not enforce them while a step runs, so it
 * is looked before and after.
 */
final class ForeignKeys {
  private static final String TABLES =
      """
      SELECT name FROM main.sqlite_master
      WHERE type = 'table' AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(name))
      ORDER BY rowid
      """;

  /** A sentence for each violation, and how often it holds. */
  private final SequencedMap<String, Integer> violations = new LinkedHashMap<>();

  private ForeignKeys() {}

  /** Looks at every row of every table that has a foreign key. */
  static ForeignKeys now(Connection connection) throws SQLException {
    ForeignKeys found = new ForeignKeys();
    try {
      found.check(connection, "PRAGMA main.foreign_key_check");
      return found;
    } catch (SQLException mismatch) {
      // One table whose foreign key names no key hides all others: ask table by table.
      rethrowUnlessMismatch(mismatch);
      return byTable(connection);
    }
  }

  /** {@return the violations that are not among {@code earlier}, a sentence each; may be empty} */
  List<String> since(ForeignKeys earlier) {
    List<String> added = new ArrayList<>();
    violations.forEach((violation, count) -> {
      for (int n = earlier.violations.getOrDefault(violation, 0); n < count; n++) {
        added.add(violation);
      }
    });
    return added;
  }

  private static ForeignKeys byTable(Connection connection) throws SQLException {
    ForeignKeys found = new ForeignKeys();
    for (String table : tables(connection)) {
      try {
        found.check(
            connection,
            "PRAGMA main.foreign_key_check(\"%s\")".formatted(table.replace("\"", "\"\"")));
      } catch (SQLException mismatch) {
        rethrowUnlessMismatch(mismatch);
        found.add(SqliteFailures.reason(mismatch));
      }
    }
    return found;
  }

  private void check(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(pragma)) {
      while (rows.next()) {
        String row = rows.getString("rowid");
        add(
            "%s of %s references no row of %s"
                .formatted(
                    row == null ? "a row" : "rowid " + row,
                    rows.getString("table"),
                    rows.getString("parent")));
      }
    }
  }

  private void add(String violation) {
    violations.merge(violation, 1, Integer::sum);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void rethrowUnlessMismatch(SQLException refusal) throws SQLException {
    if (refusal.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
      throw refusal;
    }
  }
}
