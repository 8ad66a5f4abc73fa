package io.limbeck.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Schema;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for any two schemas; a failure names their seed. Every operation is carried out by a
 * database that refuses it where something is missing or stands in the way.
 */
class LawsTest {
  private static final int PAIRS = 1_500;

  static LongStream seeds() {
    return LongStream.range(0, PAIRS);
  }

  /** {@return from another world to nearly the same} */
  private static Schema other(long seed) {
    return RandomSchema.variant(seed, seed + 1, List.of(100, 40, 15, 5).get((int) (seed % 4)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_schema_does_not_differ_from_itself(long seed) {
    Schema schema = RandomSchema.of(seed);

    SchemaDiff diff = SchemaDiff.between(schema, SameSchema.inOrder(schema));

    assertThat(diff).isEqualTo(new SchemaDiff(List.of(), List.of(), List.of()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_operations_make_one_schema_the_other_and_their_reverses_lead_back(long seed) {
    Schema from = RandomSchema.of(seed);
    Schema to = other(seed);
    SchemaDiff diff = SchemaDiff.between(from, to);

    StrictDatabase database = new StrictDatabase(from).after(diff.operations());

    assertThat(SameSchema.inOrder(SameSchema.namedAs(database.schema(), to)))
        .isEqualTo(SameSchema.inOrder(to));
    assertThat(SchemaDiff.between(database.schema(), to).operations()).isEmpty();
    assertThat(SameSchema.inOrder(database.after(diff.reversed()).schema()))
        .isEqualTo(SameSchema.inOrder(from));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_difference_the_other_way_leads_back_too(long seed) {
    Schema from = RandomSchema.of(seed);
    Schema to = other(seed);

    StrictDatabase database =
        new StrictDatabase(from).after(SchemaDiff.between(from, to).operations());
    database.after(SchemaDiff.between(database.schema(), from).operations());

    assertThat(SameSchema.inOrder(SameSchema.namedAs(database.schema(), from)))
        .isEqualTo(SameSchema.inOrder(from));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void there_are_differences_exactly_where_there_are_operations(long seed) {
    SchemaDiff diff = SchemaDiff.between(RandomSchema.of(seed), other(seed));

    assertThat(diff.differences().isEmpty()).isEqualTo(diff.isEmpty());
    assertThat(diff.differences()).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_in_which_things_are_given_changes_nothing(long seed) {
    Schema from = RandomSchema.of(seed);
    Schema to = other(seed);

    SchemaDiff reordered = SchemaDiff.between(SameSchema.inOrder(from), SameSchema.inOrder(to));

    assertThat(InShort.of(reordered.operations()))
        .containsExactlyInAnyOrderElementsOf(InShort.of(SchemaDiff.between(from, to).operations()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_renamed_by_a_hint_is_kept(long seed) {
    Schema from = RandomSchema.of(seed);
    RandomRenames renames = new RandomRenames(from, other(seed), seed);
    Schema to = renames.schema();
    SchemaDiff diff = SchemaDiff.between(from, to, Terms.strict().with(renames.hints()));

    StrictDatabase database = new StrictDatabase(from).after(diff.operations());

    assertThat(diff.notes()).noneMatch(note -> note.contains("is ignored"));
    assertThat(diff.operations()).containsAll(renames.operations());
    assertThat(SameSchema.inOrder(SameSchema.namedAs(database.schema(), to)))
        .isEqualTo(SameSchema.inOrder(to));
    assertThat(SameSchema.inOrder(database.after(diff.reversed()).schema()))
        .isEqualTo(SameSchema.inOrder(from));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void models_that_can_say_little_contradict_little(long seed) {
    Schema schema = RandomSchema.of(seed);
    Terms terms = Terms.strict().with(Silence.about(List.of(Silence.Aspect.values())));

    SchemaDiff diff = SchemaDiff.between(schema, Unsaid.in(schema), terms);

    assertThat(diff.operations()).isEmpty();
    assertThat(diff.differences()).isEmpty();
    assertThat(diff.notes()).hasSize(Unsaid.count(schema));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_models_leave_unsaid_does_not_stand_in_the_way(long seed) {
    Schema from = RandomSchema.of(seed);
    Schema to = Unsaid.in(other(seed));
    Terms terms = Terms.strict().with(Silence.about(List.of(Silence.Aspect.values())));
    SchemaDiff diff = SchemaDiff.between(from, to, terms);
    StrictDatabase database = new StrictDatabase(from).after(diff.operations());

    assertThat(SchemaDiff.between(database.schema(), to, terms).operations()).isEmpty();
    assertThat(SameSchema.inOrder(database.after(diff.reversed()).schema()))
        .isEqualTo(SameSchema.inOrder(from));
  }
}
