package io.limbeck.adapter.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Rows as values that can be compared: integers, reals, texts, blobs as {@code x'hex'}, NULL. */
public final class SqliteRows {
  public static final String NULL = "<null>";

  private SqliteRows() {}

  public static List<List<Object>> of(Connection connection, String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return rows;
      }
      try (ResultSet found = statement.getResultSet()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          for (int index = 1; index <= columns; index++) {
            row.add(value(found.getObject(index)));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Object value(Object found) {
    if (found == null) {
      return NULL;
    }
    if (found instanceof byte[] bytes) {
      return "x'" + HexFormat.of().formatHex(bytes) + "'";
    }
    return found instanceof Integer number ? (Object) number.longValue() : found;
  }

  /**
   * {@return everything in the database that a statement which failed must have left alone: the
   * schema, and the rows of all tables with their rowids and storage classes}
   */
  public static List<String> everything(Connection connection) throws SQLException {
    List<String> all = new ArrayList<>();
    for (List<Object> database : of(connection, "PRAGMA database_list")) {
      String schema = "\"" + database.get(1) + "\"";
      String objects =
          "SELECT type, name, tbl_name, sql FROM %s.sqlite_schema ORDER BY rowid".formatted(schema);
      for (List<Object> object : of(connection, objects)) {
        all.add(schema + object);
        if (object.get(0).equals("table") && !object.get(3).toString().startsWith("CREATE VIRT")) {
          rows(connection, schema, object.get(1).toString(), all);
        }
      }
    }
    return all;
  }

  private static void rows(Connection connection, String schema, String table, List<String> all)
      throws SQLException {
    String name = "%s.\"%s\"".formatted(schema, table.replace("\"", "\"\""));
    String rowid =
        of(
                    connection,
                    "SELECT wr FROM pragma_table_list WHERE name = '%s'"
                        .formatted(table.replace("'", "''")))
                .contains(List.<Object>of(1L))
            ? ""
            : "rowid, ";
    for (List<Object> row : of(connection, "SELECT %s* FROM %s".formatted(rowid, name))) {
      StringBuilder text = new StringBuilder(name);
      row.forEach(value -> text.append(' ').append(value.getClass().getSimpleName()).append(value));
      all.add(text.toString());
    }
  }
}
