package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.alter.SchemaScript;
import io.limbeck.domain.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole schemas, of other projects too: what is read, is written and read again. */
class RealSchemasTest {
  private static final Pattern CREATE = Pattern.compile("(?im)^\\s*CREATE\\s");

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void what_is_read_is_what_sqlite_makes_of_it(SchemaScript script) throws SQLException {
    try (Connection connection = script.load()) {
      SortedSet<String> facts = SqliteFacts.by(connection);

      assertThat(facts).isNotEmpty();
      Schema schema = Schemas.read(connection);
      assertThat(SqliteFacts.by(schema)).containsExactlyElementsOf(facts);
      assertThat(SqliteFacts.types(schema)).isNotEmpty();
      assertThat(SqliteFacts.types(connection)).containsAll(SqliteFacts.types(schema));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void everything_the_script_makes_is_there_and_nothing_that_sqlite_makes_for_itself(
      SchemaScript script) throws SQLException {
    long made = CREATE.matcher(script.sql()).results().count();

    Schema schema = read(script);

    int indexes = schema.tables().stream().mapToInt(table -> table.indexes().size()).sum();
    assertThat(schema.tables().size() + indexes + schema.stored().size()).isEqualTo((int) made);
  }

  private static Schema read(SchemaScript script) throws SQLException {
    try (Connection connection = script.load()) {
      return Schemas.read(connection);
    }
  }
}
