package io.limbeck.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.script.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real databases take what is made of entities, with everything in it. */
class MappedSchemaTest {
  private static final String SQLITE = "jdbc:sqlite::memory:";

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "h2", "postgresql"})
  void all_that_annotations_say_is_in_the_ddl(String dialect) throws IOException {
    Golden.assertSame("shop_%s.sql".formatted(dialect), Models.ddl(Models.SHOP, dialect).text());
  }

  @ParameterizedTest
  @CsvSource({"jdbc:sqlite::memory:, sqlite", "jdbc:h2:mem:, h2"})
  void a_database_takes_it(String url, String dialect) throws SQLException {
    for (Path models : List.of(Models.SHOP, Models.HEDGE_FUND)) {
      try (Connection connection = DriverManager.getConnection(url)) {
        run(Models.ddl(models, dialect), connection);
      }
    }
  }

  @Test
  void sqlite_has_the_keys_that_hibernate_leaves_out() throws SQLException {
    try (Connection connection = DriverManager.getConnection(SQLITE)) {
      run(Models.ddl(Models.SHOP), connection);

      assertThat(
              column(
                  connection,
                  "SELECT \"from\" || ' ' || \"table\" || ' ' || on_delete"
                      + " FROM pragma_foreign_key_list('orders') ORDER BY 1"))
          .containsExactly(
              "customer_id Customer CASCADE",
              "payer Customer NO ACTION",
              "replaces_id orders NO ACTION");
      assertThat(
              column(
                  connection,
                  "SELECT origin || ' ' || count(*) FROM pragma_index_list('orders')"
                      + " GROUP BY origin ORDER BY 1"))
          .containsExactly("c 3", "u 3");
    }
  }

  @Test
  void sqlite_counts_up_the_ids_that_the_database_gives() throws SQLException {
    try (Connection connection = DriverManager.getConnection(SQLITE)) {
      run(Models.ddl(Models.HEDGE_FUND), connection);

      connection
          .createStatement()
          .executeUpdate("INSERT INTO hedge_fund_flows (name, nodes, edges) VALUES ('a', '', '')");

      assertThat(column(connection, "SELECT id FROM hedge_fund_flows")).containsExactly("1");
    }
  }

  @Test
  void lines_are_those_of_the_text() {
    Ddl ddl = Models.ddl(Models.SHOP);

    List<String> lines = ddl.text().lines().toList();

    assertThat(ddl.statements())
        .hasSizeGreaterThan(10)
        .allSatisfy(statement ->
            assertThat(lines.get(statement.line() - 1))
                .isEqualTo(
                    statement.sql().lines().count() == 1
                        ? statement.sql() + ";"
                        : statement.sql().lines().findFirst().orElseThrow()));
  }

  private static void run(Ddl ddl, Connection connection) throws SQLException {
    for (Statement statement : ddl.statements()) {
      try (java.sql.Statement jdbc = connection.createStatement()) {
        jdbc.execute(statement.sql());
      }
    }
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
