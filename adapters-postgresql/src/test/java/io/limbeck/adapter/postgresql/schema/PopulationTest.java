package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sql.Population;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row in each table, whatever its types. */
class PopulationTest {
  private static final Map<String, List<String>> EMPTY =
      Map.of(
          // A trigger lets no row in.
          "forum", List.of("topics"),
          // The circle of foreign keys; and what meets eight conditions at once.
          "odd", List.of("group", "numbers", "Users"),
          // Its columns are not all its own.
          "telemetry", List.of("machines"));

  static List<String> names() {
    return Schemas.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void nearly_every_table_of_real_schemas_gets_a_row(String name) throws SQLException {
    try (Connection connection = Server.database(Schemas.script(name))) {
      Population population = new Population(connection, Schemas.read(connection));

      List<Name> empty = population.fill();

      assertThat(empty)
          .extracting(Name::toString)
          .containsExactlyElementsOf(EMPTY.getOrDefault(name, List.of()));
    }
  }

  @Test
  void every_type_has_a_value() throws SQLException {
    String types =
        """
        smallint integer bigint numeric(8,2) real money oid text varchar(5) char(3) name bytea uuid
        json jsonb xml boolean date timestamp timestamptz time timetz interval inet cidr macaddr
        macaddr8 point tsvector tsquery int4range tstzrange int4multirange integer[] text[] mood
        positive place pg_lsn
        """;
    StringBuilder script =
        new StringBuilder(
            """
            CREATE TYPE mood AS ENUM ('fine'); CREATE TYPE place AS (a TEXT);
            CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 5);
            """);
    String[] all = types.strip().split("\\s+");
    for (int i = 0; i < all.length; i++) {
      boolean unknown = List.of("place", "pg_lsn").contains(all[i]);
      script.append("CREATE TABLE t%d (a %s%s);".formatted(i, all[i], unknown ? "" : " NOT NULL"));
    }
    try (Connection connection = Server.database(script.toString())) {
      Schema schema = Schemas.read(connection);

      assertThat(new Population(connection, schema).fill()).isEmpty();
    }
  }

  @Test
  void a_column_that_counts_and_a_table_in_another_schema_get_rows() throws SQLException {
    try (Connection connection =
        Server.database(
            """
            CREATE SCHEMA audit;
            CREATE TABLE audit."Log" (id INTEGER GENERATED ALWAYS AS IDENTITY, a TEXT NOT NULL);
            CREATE TABLE t (id SERIAL);
            """)) {
      Population population = new Population(connection, Schemas.read(connection));

      assertThat(population.fill()).isEmpty();
      assertThat(population.counts())
          .containsEntry(new Name("audit", "Log"), 1L)
          .containsEntry(new Name("t"), 1L);
    }
  }
}
