package io.limbeck.adapter.h2;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.h2.Driver;

/** H2 as the contracts see it, from outside through connections of one's own. */
interface H2UnderTest extends DatabaseUnderTest {

  @Override
  default Database database(DatabaseSettings settings) {
    return H2Module.storage().database(settings);
  }

  @Override
  default void elsewhere(String... sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  @Override
  default List<String> tables() {
    return column(
        """
        SELECT LOWER(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES
        WHERE UPPER(TABLE_SCHEMA) NOT IN ('INFORMATION_SCHEMA', 'PG_CATALOG') ORDER BY 1
        """);
  }

  @Override
  default List<String> rows(String table) {
    return column("SELECT * FROM %s ORDER BY _ROWID_".formatted(table));
  }

  default List<String> column(String query) {
    try (Connection connection = connect();
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

  default Connection connect() throws SQLException {
    return Driver.load().connect(url(), new Properties());
  }
}
