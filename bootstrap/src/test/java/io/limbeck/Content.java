package io.limbeck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * What a SQLite file holds, as another program reads it.
 *
 * @param definitions of tables, indexes, views and triggers, by name
 * @param rows of every table, the version table and the history among them; of the history not how
 *     long things took and when
 */
record Content(List<String> definitions, List<String> rows) {
  private static final String HISTORY =
      "number, direction, revision, heads_before, heads_after, message, checksum, script, by_user,"
          + " limbeck";

  /**
   * {@return all of it; nothing if there is no file}
   *
   * @throws AssertionError if the file is damaged
   */
  static Content of(Path file) {
    if (!Files.exists(file)) {
      return new Content(List.of(), List.of());
    }
    try (Connection connection = connect(file)) {
      if (!query(connection, "PRAGMA integrity_check").equals(List.of("ok"))) {
        throw new AssertionError(file + " is damaged");
      }
      List<String> rows = new ArrayList<>();
      for (String table : tables(connection)) {
        String columns = table.equals("limbeck_history") ? HISTORY : "*";
        query(connection, "SELECT %s FROM \"%s\" ORDER BY rowid".formatted(columns, table))
            .forEach(row -> rows.add(table + ": " + row));
      }
      return new Content(
          query(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"),
          rows);
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  /** {@return what a query finds, a line per row, its columns parted by bars} */
  static List<String> query(Path file, String query) {
    try (Connection connection = connect(file)) {
      return query(connection, query);
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  static void execute(Path file, String... statements) {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return new SQLiteConfig().createConnection("jdbc:sqlite:" + file.toUri());
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return query(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  }

  private static List<String> query(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }
}
