package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.SqliteRows;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema as a script: the one of this project that holds every quirk of SQLite's DDL, or those of
 * the folder that {@code -Dlimbeck.conformance.schemas=DIR} names.
 */
public record SchemaScript(String name, String sql) {

  public static List<SchemaScript> all() throws IOException {
    Optional<String> folder =
        Optional.ofNullable(System.getProperty("limbeck.conformance.schemas"));
    if (folder.isEmpty()) {
      try (InputStream in = SchemaScript.class.getResourceAsStream("/conformance/torture.sql")) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        return List.of(new SchemaScript("torture.sql", new String(bytes, StandardCharsets.UTF_8)));
      }
    }
    try (Stream<Path> files = Files.list(Path.of(folder.get()))) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(SchemaScript::read)
          .toList();
    }
  }

  private static SchemaScript read(Path file) {
    try {
      return new SchemaScript(file.getFileName().toString(), Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** {@return a database in memory with this schema} */
  public Connection load() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    return connection;
  }

  /** {@return the tables that can be altered, in their order} */
  static List<TableRow> tables(Connection connection) throws SQLException {
    return new Sql(connection)
        .list(
            "SELECT s.name, s.sql FROM sqlite_schema s JOIN pragma_table_list l ON l.schema ="
                + " 'main' AND l.name = s.name WHERE l.type = 'table' AND s.name NOT LIKE"
                + " 'sqlite\\_%' ESCAPE '\\' ORDER BY s.rowid",
            row -> new TableRow(new Name("main"), new Name(row.getString(1)), row.getString(2)));
  }

  /**
   * Puts up to {@code rows} rows into a table, with values of every kind; those that it refuses are
   * left out.
   */
  static void fill(Connection connection, TableRow table, int rows, Random random)
      throws SQLException {
    Sql sql = new Sql(connection);
    List<String> columns =
        sql.list(
            "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0",
            row -> new Name(row.getString(1)).quoted(),
            table.name().text());
    for (int count = 0; count < rows; count++) {
      List<String> values = new ArrayList<>();
      columns.forEach(column -> values.add(value(random)));
      String insert =
          "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
              .formatted(
                  table.qualified(),
                  String.join(", ", columns),
                  values.stream().collect(Collectors.joining(", ")));
      try {
        SqliteRows.of(connection, insert);
      } catch (SQLException refused) {
        // A trigger or a STRICT type may refuse a row that INSERT OR IGNORE does not leave out.
      }
    }
  }

  private static String value(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "NULL";
      case 1 -> String.valueOf(random.nextInt(-10, 1000));
      case 2 -> String.valueOf(random.nextLong());
      case 3 -> String.valueOf(random.nextDouble() * 1000);
      case 4 -> "x'%04x'".formatted(random.nextInt(0xFFFF));
      case 5 -> "'%d'".formatted(random.nextInt(1000));
      case 6 -> "'x'";
      default -> "'t''%s'".formatted(Integer.toString(random.nextInt(1000), 36));
    };
  }
}
