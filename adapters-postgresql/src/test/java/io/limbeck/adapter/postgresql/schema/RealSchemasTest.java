package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole schemas: what is read, is written and read again. */
class RealSchemasTest {
  private static final Pattern EXTENSION = Pattern.compile("(?m)^CREATE EXTENSION.*;$");

  static List<String> names() {
    return Schemas.NAMES;
  }

  /** {@return what a schema needs beforehand and does not hold} */
  static String extensions(String name) {
    return EXTENSION
        .matcher(Schemas.script(name))
        .results()
        .map(MatchResult::group)
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_schema_that_is_written_and_read_again_is_the_same(String name) throws SQLException {
    Schema schema = Schemas.of(Schemas.script(name));
    try (Connection connection = Server.database(extensions(name))) {

      Schemas.execute(connection, SchemaDiff.between(Schema.empty(), schema).operations());
      Schema again = Schemas.read(connection);

      assertThat(Places.between(schema, again)).isEmpty();
      assertThat(again).isEqualTo(schema);
      assertThat(SchemaDiff.between(schema, again).operations()).isEmpty();
    }
  }
}
