package io.limbeck.adapter.sqlite;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/** A SQLite file as another program sees it. */
record SqliteFile(Path path) {

  Connection open() throws SQLException {
    return new SQLiteConfig().createConnection("jdbc:sqlite:" + path.toUri());
  }

  void execute(String... statements) {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  /** {@return the names of all tables, in lower case, sorted; none if there is no file} */
  List<String> tables() {
    return Files.exists(path)
        ? column("SELECT lower(name) FROM sqlite_master WHERE type = 'table' ORDER BY lower(name)")
        : List.of();
  }

  List<String> column(String query) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  /** {@return every file of a folder with a digest of what is in it} */
  static Map<String, String> footprint(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(toMap(Path::toString, SqliteFile::content));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String content(Path file) {
    try {
      return Files.isDirectory(file)
          ? "folder"
          : "%d bytes, %d".formatted(Files.size(file), Arrays.hashCode(Files.readAllBytes(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
