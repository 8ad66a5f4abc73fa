package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From every schema to every other and back, by the statements that scripts would hold. */
class RealPairsTest {
  private static final boolean IS_STRESSED = System.getProperty("limbeck.stress") != null;

  static Stream<Arguments> pairs() {
    List<String> names = new ArrayList<>(Schemas.NAMES);
    names.add(Schemas.NOTHING);
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(one ->
            // The way back of a pair is another one than the way there of the pair turned round.
            IntStream.range(IS_STRESSED ? 0 : one, names.size())
                .mapToObj(other -> Arguments.of(names.get(one), names.get(other))));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("pairs")
  void the_statements_make_one_schema_the_other_and_lead_back(String one, String other)
      throws SQLException {
    Schema from = Schemas.real(one);
    Schema to = Schemas.real(other);
    SchemaDiff diff = SchemaDiff.between(from, to);
    try (Connection connection = Server.database(Schemas.extensions(one, other))) {
      Schemas.execute(connection, SchemaDiff.between(Schema.empty(), from).operations());

      Schemas.execute(connection, diff.operations());
      assertThat(Places.between(to, Schemas.read(connection))).isEmpty();

      Schemas.execute(connection, diff.reversed());
      assertThat(Places.between(from, Schemas.read(connection))).isEmpty();
    }
  }
}
