package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.application.database.CountedQueries;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a schema is read, apart from what is in it. */
class ReadingTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300})
  void one_query_reads_any_number_of_tables(int tables) throws SQLException {
    StringBuilder script = new StringBuilder("BEGIN;");
    for (int number = 0; number < tables; number++) {
      script.append(
          "CREATE TABLE t%d (id INTEGER PRIMARY KEY, a TEXT UNIQUE, parent INT REFERENCES t%d);"
              .formatted(number, number / 2));
      script.append("CREATE INDEX i%d ON t%d (a);".formatted(number, number));
      script.append("CREATE VIEW v%d AS SELECT * FROM t%d;".formatted(number, number));
    }
    CountedQueries queries = new CountedQueries();

    try (Connection connection = Schemas.database(script + "COMMIT;")) {
      Schema schema = Schemas.read(queries.on(connection));

      assertThat(schema.tables()).hasSize(tables);
      assertThat(schema.stored()).hasSize(tables);
      assertThat(queries.count()).isEqualTo(1);
    }
  }

  @Test
  void what_is_hidden_goes_with_its_indexes_and_triggers() throws SQLException {
    String script =
        """
        CREATE TABLE shown (a INT);
        CREATE TABLE Hidden (a INT REFERENCES shown);
        CREATE INDEX i ON hidden (a);
        CREATE TRIGGER g AFTER INSERT ON hidden BEGIN SELECT 1; END;
        CREATE TRIGGER h AFTER INSERT ON shown BEGIN SELECT 1; END;
        """;

    try (Connection connection = Schemas.database(script)) {
      Schema schema =
          SqliteSchema.read(connection, new Name("hidden")::equals, new KnownDefinitions());

      assertThat(schema.tables()).extracting(Table::name).hasToString("[shown]");
      assertThat(schema.stored()).extracting(Stored::name).hasToString("[h]");
    }
  }

  @Test
  void what_was_understood_before_is_read_as_if_for_the_first_time() throws SQLException {
    KnownDefinitions known = new KnownDefinitions();
    String child = "CREATE TABLE child (a INT REFERENCES parent);";

    for (String rest :
        List.of(
            "",
            "CREATE TABLE parent (id INT PRIMARY KEY);",
            "CREATE TABLE parent (key INT PRIMARY KEY);",
            "CREATE INDEX i ON child (a);",
            "CREATE UNIQUE INDEX i ON child (a);")) {
      try (Connection connection = Schemas.database(child + rest)) {
        assertThat(SqliteSchema.read(connection, name -> false, known))
            .as(rest)
            .isEqualTo(Schemas.read(connection));
      }
    }
  }

  @Test
  void what_is_temporary_or_attached_is_no_part_of_the_schema() throws SQLException {
    try (Connection connection = Schemas.database("CREATE TABLE t (a INT, b INT PRIMARY KEY)")) {
      Schema before = Schemas.read(connection);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("CREATE TEMP TABLE t (c TEXT) STRICT");
        statement.executeUpdate("CREATE TEMP TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END");
        statement.executeUpdate("ATTACH ':memory:' AS other");
        statement.executeUpdate("CREATE TABLE other.t (d TEXT PRIMARY KEY) WITHOUT ROWID");
      }

      assertThat(Schemas.read(connection)).isEqualTo(before);
    }
  }

  @Test
  void statistics_and_counters_are_no_part_of_the_schema() throws SQLException {
    String script =
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INT UNIQUE);
        INSERT INTO t (a) VALUES (1);
        ANALYZE;
        """;

    assertThat(Schemas.of(script).tables()).extracting(Table::name).hasToString("[t]");
  }

  @Test
  void a_definition_that_is_not_understood_is_told_with_its_place() throws SQLException {
    try (Connection connection = Schemas.database("CREATE TABLE t (a INT)")) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("PRAGMA writable_schema = ON");
        statement.executeUpdate("UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a INT) SLOW'");
      }

      assertThatThrownBy(() -> Schemas.read(connection))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessage(
              "The definition of the table t cannot be read: CREATE TABLE is not understood at its"
                  + " line 1, column 24: 'SLOW' stands where WITHOUT ROWID or STRICT is expected."
                  + " Look at it with SELECT sql FROM sqlite_schema WHERE name = 't', and create it"
                  + " anew in plainer words.");
    }
  }
}
