package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole schemas: what is read, is written and read again. */
class RealSchemasTest {
  static List<String> names() {
    return Schemas.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_schema_that_is_written_and_read_again_is_the_same(String name) throws SQLException {
    Schema schema = Schemas.real(name);
    try (Connection connection = Server.database(Schemas.extensions(name))) {

      Schemas.execute(connection, SchemaDiff.between(Schema.empty(), schema).operations());
      Schema again = Schemas.read(connection);

      assertThat(Places.between(schema, again)).isEmpty();
      assertThat(again).isEqualTo(schema);
      assertThat(SchemaDiff.between(schema, again).operations()).isEmpty();
    }
  }
}
