package io.limbeck.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.LoadOrder.Load;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadOrderTest {

  @Test
  void a_table_comes_after_those_it_references_else_in_the_order_of_tables() {
    assertThat(order("a -> c!", "b", "c -> d!", "d")).containsExactly("b", "d", "c", "a");
    assertThat(order("a", "b", "c")).containsExactly("a", "b", "c");
  }

  @Test
  void a_reference_to_itself_is_filled_in_later() {
    assertThat(order("a -> a")).containsExactly("a (a_ref)");
  }

  @Test
  void a_reference_to_itself_that_cannot_be_empty_is_left_to_the_order_of_rows() {
    assertThat(order("a -> a!")).containsExactly("a");
  }

  @Test
  void of_a_circle_the_first_table_that_can_be_empty_comes_first() {
    assertThat(order("a -> b!", "b -> a")).containsExactly("b (a_ref)", "a");
    assertThat(order("a -> b", "b -> a")).containsExactly("a (b_ref)", "b");
  }

  @Test
  void what_only_builds_on_a_circle_waits_for_it() {
    assertThat(order("a -> c", "b -> c!", "c -> b")).containsExactly("c (b_ref)", "a", "b");
    assertThat(order("a -> z", "y -> z", "z -> y")).containsExactly("y (z_ref)", "z", "a");
  }

  @Test
  void a_circle_in_which_nothing_can_be_empty_is_refused() {
    assertThatThrownBy(() -> order("a -> b", "b -> c!", "c -> d!", "d -> b!"))
        .isInstanceOf(CircularReferencesException.class)
        .hasMessage(
            "b, c, d reference each other in a circle, and no row can come first: of none of them"
                + " may the reference be NULL. Let one of these references be NULL, or drop it, in"
                + " a revision; bring both databases there, and put it back afterwards in another"
                + " one.");
  }

  @Test
  void where_references_are_not_checked_a_circle_is_no_trouble() {
    LoadOrder order = LoadOrder.unchecked(tables("a -> b!", "b -> c!", "c -> b!", "d -> d"));

    assertThat(inWords(order)).containsExactly("d", "b", "a", "c");
  }

  @Test
  void a_table_that_is_not_among_them_is_taken_to_be_there() {
    assertThat(order("a -> elsewhere!")).containsExactly("a");
  }

  @Test
  void a_part_of_a_primary_key_is_never_left_empty() {
    Table table =
        new Table(
            new Name("t"),
            List.of(column("id", false), column("up", false)),
            List.of(
                new PrimaryKey(Optional.empty(), names("id"), false),
                reference(List.of("id", "up"), "t")),
            List.of(),
            List.of());

    assertThat(LoadOrder.of(List.of(table)).loads()).containsExactly(new Load(table, names("up")));
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_reference_finds_its_table_or_is_filled_in_later_or_the_circle_is_real(long seed) {
    List<Table> tables = randomTables(seed);

    LoadOrder order;
    try {
      order = LoadOrder.of(tables);
    } catch (CircularReferencesException refused) {
      assertThat(hasHardCircle(tables)).isTrue();
      return;
    }

    assertThat(order.loads()).extracting(Load::table).containsExactlyInAnyOrderElementsOf(tables);
    Set<Name> loaded = new HashSet<>();
    for (Load load : order.loads()) {
      for (ForeignKey key : load.table().constraints(ForeignKey.class)) {
        boolean isToItself = key.parent().equals(load.table().name());
        assertThat(
                loaded.contains(key.parent())
                    || isToItself
                    || load.later().containsAll(key.columns()))
            .as("%s of %s", key, load)
            .isTrue();
      }
      loaded.add(load.table().name());
    }
    assertThat(hasHardCircle(tables)).isFalse();
  }

  private static List<Table> randomTables(long seed) {
    Random random = new Random(seed * 7919);
    List<String> drawn = new ArrayList<>();
    int count = 2 + random.nextInt(6);
    for (int table = 0; table < count; table++) {
      StringBuilder line = new StringBuilder("t" + table);
      for (int reference = random.nextInt(3); reference > 0; reference--) {
        line.append(" -> t").append(random.nextInt(count));
        line.append(random.nextInt(3) == 0 ? "!" : "");
      }
      drawn.add(line.toString());
    }
    Collections.shuffle(drawn, random);
    return tables(drawn.toArray(String[]::new));
  }

  /** {@return whether references that cannot be empty lead from a table back to it by others} */
  private static boolean hasHardCircle(List<Table> tables) {
    List<Table> left = new ArrayList<>(tables);
    boolean found = true;
    while (found) {
      List<Name> names = left.stream().map(Table::name).toList();
      found =
          left.removeIf(table ->
              table.constraints(ForeignKey.class).stream()
                  .filter(key -> table.column(key.columns().getFirst()).orElseThrow().notNull())
                  .noneMatch(
                      key -> !key.parent().equals(table.name()) && names.contains(key.parent())));
    }
    return !left.isEmpty();
  }

  private static List<String> order(String... drawn) {
    return inWords(LoadOrder.of(tables(drawn)));
  }

  private static List<String> inWords(LoadOrder order) {
    return order.loads().stream()
        .map(load ->
            load.table().name()
                + (load.later().isEmpty() ? "" : " (" + load.later().getFirst() + ")"))
        .toList();
  }

  /** {@code a -> b! -> c}: a references b, which cannot be empty, and c. */
  private static List<Table> tables(String... drawn) {
    return Stream.of(drawn).map(LoadOrderTest::table).toList();
  }

  private static Table table(String drawn) {
    String[] words = drawn.split(" -> ");
    List<Column> columns = new ArrayList<>(List.of(column("id", true)));
    List<Constraint> constraints =
        new ArrayList<>(List.of(new PrimaryKey(Optional.empty(), names("id"), false)));
    for (int word = 1; word < words.length; word++) {
      boolean needed = words[word].endsWith("!");
      String parent = words[word].replace("!", "");
      String column = parent + "_ref" + (word == 1 ? "" : word);
      columns.add(column(column, needed));
      constraints.add(reference(List.of(column), parent));
    }
    return new Table(new Name(words[0]), columns, constraints, List.of(), List.of());
  }

  private static Column column(String name, boolean notNull) {
    Expression type = new Expression("INTEGER", "INTEGER");
    return new Column(
        new Name(name), type, notNull, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ForeignKey reference(List<String> columns, String parent) {
    return new ForeignKey(
        Optional.empty(),
        columns.stream().map(Name::new).toList(),
        new Name(parent),
        List.of(),
        Action.NO_ACTION,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  private static List<Name> names(String... names) {
    return Stream.of(names).map(Name::new).toList();
  }
}
