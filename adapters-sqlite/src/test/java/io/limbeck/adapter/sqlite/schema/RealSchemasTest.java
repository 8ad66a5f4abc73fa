package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.alter.SchemaScript;
import io.limbeck.domain.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole schemas, of other projects too: what is read, is written and read again. */
class RealSchemasTest {

  static List<SchemaScript> scripts() throws IOException {
    return SchemaScript.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void a_schema_that_is_written_and_read_again_is_the_same(SchemaScript script)
      throws SQLException {
    Schema schema = read(script);

    Schema again = Schemas.of(Schemas.script(schema));

    assertThat(again.tables()).isEqualTo(schema.tables());
    assertThat(again.stored()).isEqualTo(schema.stored());
  }

  private static Schema read(SchemaScript script) throws SQLException {
    try (Connection connection = script.load()) {
      return Schemas.read(connection);
    }
  }
}
