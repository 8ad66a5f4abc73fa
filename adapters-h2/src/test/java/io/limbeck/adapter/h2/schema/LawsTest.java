package io.limbeck.adapter.h2.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any two schemas on a real H2; a failure names their seed. */
class LawsTest {
  private static final int PAIRS = Integer.getInteger("limbeck.stress", 300);

  static LongStream seeds() {
    return LongStream.range(0, PAIRS);
  }

  /** {@return from another world to nearly the same} */
  private static String other(long seed) {
    return RandomDdl.variant(seed, seed + 1, List.of(100, 40, 15, 5).get((int) (seed % 4)));
  }

  @Test
  void the_pairs_differ_in_every_way() {
    Set<Class<?>> needed = new HashSet<>(List.of(Operation.class.getPermittedSubclasses()));
    needed.removeAll(
        List.of(Operation.RenameTable.class, Operation.RenameColumn.class, Operation.ByHand.class));

    seeds()
        .takeWhile(seed -> !needed.isEmpty())
        .mapToObj(
            seed -> SchemaDiff.between(Schemas.of(RandomDdl.of(seed)), Schemas.of(other(seed))))
        .flatMap(diff -> diff.operations().stream())
        .forEach(operation -> needed.remove(operation.getClass()));

    assertThat(needed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_written_and_read_again_is_the_same(long seed) throws SQLException {
    Schema schema = Schemas.of(RandomDdl.of(seed));
    try (Connection connection = Schemas.database("")) {

      Schemas.execute(connection, SchemaDiff.between(Schema.empty(), schema).operations());

      assertThat(SchemaDiff.between(Schemas.read(connection), schema))
          .isEqualTo(new SchemaDiff(List.of(), List.of(), List.of()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_schema_does_not_differ_from_one_that_was_made_alike(long seed) {
    assertThat(Schemas.of(RandomDdl.of(seed))).isEqualTo(Schemas.of(RandomDdl.of(seed)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_operations_make_one_schema_the_other_and_their_reverses_lead_back(long seed)
      throws SQLException {
    Schema to = Schemas.of(other(seed));
    try (Connection connection = Schemas.database(RandomDdl.of(seed))) {
      Schema from = Schemas.read(connection);
      SchemaDiff diff = SchemaDiff.between(from, to);

      Schemas.execute(connection, diff.operations());
      assertThat(SchemaDiff.between(Schemas.read(connection), to).differences()).isEmpty();

      Schemas.execute(connection, diff.reversed());
      assertThat(SchemaDiff.between(Schemas.read(connection), from).differences()).isEmpty();
    }
  }
}
