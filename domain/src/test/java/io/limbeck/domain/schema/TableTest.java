package io.limbeck.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Particulars;
import io.limbeck.domain.schema.Constraint.Particulars.KeyColumn;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Name FLOWS = new Name("flows");
  private static final Optional<Name> UNNAMED = Optional.empty();

  @Test
  void the_order_in_which_constraints_and_indexes_are_written_makes_no_difference() {
    Constraint key = new PrimaryKey(UNNAMED, names("id"), false);
    Constraint one = new Unique(UNNAMED, names("a"));
    Constraint two = new Unique(UNNAMED, names("B", "a"));
    Constraint reference = foreignKey(UNNAMED, names("id"));
    Constraint check = new Check(UNNAMED, new Expression("a > 0", "a > 0"));
    Index first = new Index(new Name("ix_a"), false, List.of(), Optional.empty());
    Index second = new Index(new Name("IX_B"), false, List.of(), Optional.empty());

    Table table =
        table(List.of(check, two, reference, key, one), List.of(second, first), "STRICT", "AS IS");

    assertThat(table.constraints()).containsExactly(key, one, two, reference, check);
    assertThat(table.indexes()).containsExactly(first, second);
    assertThat(table.options()).containsExactly("AS IS", "STRICT");
    assertThat(table)
        .isEqualTo(
            table(
                List.of(one, reference, two, check, key),
                List.of(first, second),
                "AS IS",
                "STRICT"));
  }

  @Test
  void a_constraint_without_a_name_is_called_as_postgresql_calls_it() {
    assertThat(new PrimaryKey(UNNAMED, names("id"), false).nameIn(FLOWS)).hasToString("flows_pkey");
    assertThat(new Unique(UNNAMED, names("a", "B")).nameIn(FLOWS)).hasToString("flows_a_B_key");
    assertThat(foreignKey(UNNAMED, names("id")).nameIn(FLOWS)).hasToString("flows_a_fkey");
    assertThat(new Check(UNNAMED, new Expression("1", "1")).nameIn(FLOWS))
        .hasToString("flows_check");
    assertThat(new Unique(Optional.of(new Name("uq")), names("a")).nameIn(FLOWS)).hasToString("uq");
  }

  @Test
  void a_constraint_says_the_same_under_every_name_and_another_with_other_particulars() {
    Unique unique = new Unique(UNNAMED, names("a"));
    Particulars anyCase =
        new Particulars(
            List.of(new KeyColumn(new Name("a"), Optional.of(new Name("NOCASE")), false)),
            Optional.empty());

    assertThat(unique.saysTheSameAs(new Unique(Optional.of(new Name("uq")), names("A")))).isTrue();
    assertThat(unique.saysTheSameAs(new Unique(UNNAMED, names("a"), anyCase))).isFalse();
    assertThat(unique.saysTheSameAs(new PrimaryKey(UNNAMED, names("a"), false))).isFalse();
  }

  @Test
  void a_foreign_key_references_as_many_columns_as_it_has_or_leaves_them_open() {
    assertThat(foreignKey(UNNAMED, List.of()).parentColumns()).isEmpty();
    assertThatThrownBy(() -> foreignKey(UNNAMED, names("id", "other")))
        .hasMessage("[a] references [id, other]: there must be as many");
  }

  private static ForeignKey foreignKey(Optional<Name> name, List<Name> parentColumns) {
    return new ForeignKey(
        name,
        names("a"),
        new Name("parent"),
        parentColumns,
        Action.NO_ACTION,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  private static Table table(List<Constraint> constraints, List<Index> indexes, String... options) {
    Column column =
        new Column(
            new Name("a"),
            new Expression("INT", "INTEGER"),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Table(FLOWS, List.of(column), constraints, indexes, List.of(options));
  }

  private static List<Name> names(String... names) {
    return Stream.of(names).map(Name::new).toList();
  }
}
