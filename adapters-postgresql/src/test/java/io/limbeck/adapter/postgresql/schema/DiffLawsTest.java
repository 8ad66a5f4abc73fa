package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any two schemas on a real server; a failure names their seed. */
class DiffLawsTest {
  private static final int PAIRS = System.getProperty("limbeck.stress") == null ? 40 : 600;

  private static Connection connection;

  static LongStream seeds() {
    return LongStream.range(0, PAIRS);
  }

  /** {@return from another world to nearly the same} */
  private static String other(long seed) {
    return RandomScript.variant(seed, seed + 1, List.of(100, 40, 15, 5).get((int) (seed % 4)));
  }

  @BeforeAll
  static void connect() throws SQLException {
    connection = Server.database();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  /** {@return what a script makes of the schema {@code public}, from which all else is removed} */
  private static Schema made(String script) throws SQLException {
    Server.execute(connection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    try {
      Server.execute(connection, script);
    } catch (SQLException refusal) {
      throw new AssertionError(refusal.getMessage() + "\n" + script, refusal);
    }
    return Schemas.read(connection);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_schema_does_not_differ_from_itself(long seed) throws SQLException {
    Schema schema = made(RandomScript.of(seed));

    assertThat(SchemaDiff.between(schema, Schemas.read(connection)).operations()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_operations_make_one_schema_the_other_and_their_reverses_lead_back(long seed)
      throws SQLException {
    Schema to = made(other(seed));
    Schema from = made(RandomScript.of(seed));
    SchemaDiff diff = SchemaDiff.between(from, to);

    Schemas.execute(connection, diff.operations());
    Schema after = Schemas.read(connection);
    Schemas.execute(connection, diff.reversed());

    assertThat(SchemaDiff.between(after, to).operations()).isEmpty();
    assertThat(SchemaDiff.between(Schemas.read(connection), from).operations()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_difference_the_other_way_leads_back_too(long seed) throws SQLException {
    Schema to = made(other(seed));
    Schema from = made(RandomScript.of(seed));

    Schemas.execute(connection, SchemaDiff.between(from, to).operations());
    Schemas.execute(connection, SchemaDiff.between(Schemas.read(connection), from).operations());

    assertThat(SchemaDiff.between(Schemas.read(connection), from).operations()).isEmpty();
  }
}
