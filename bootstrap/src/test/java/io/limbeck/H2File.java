package io.limbeck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A H2 file as another program sees it. */
final class H2File {
  private H2File() {}

  /** {@return what a query finds, a line per row, its columns parted by bars} */
  static List<String> query(Path file, String query) {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
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
    return DriverManager.getConnection("jdbc:h2:file:" + file.toString().replace(".mv.db", ""));
  }
}
