package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.check;
import static io.limbeck.domain.diff.Drafts.collated;
import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.countingKey;
import static io.limbeck.domain.diff.Drafts.foreignKey;
import static io.limbeck.domain.diff.Drafts.index;
import static io.limbeck.domain.diff.Drafts.named;
import static io.limbeck.domain.diff.Drafts.primaryKey;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.trigger;
import static io.limbeck.domain.diff.Drafts.unique;
import static io.limbeck.domain.diff.Drafts.view;
import static io.limbeck.domain.diff.Drafts.virtualTable;
import static io.limbeck.domain.diff.Drafts.where;
import static io.limbeck.domain.diff.Drafts.with;
import static io.limbeck.domain.diff.Drafts.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What models cannot say they do not contradict; what they say counts. */
class SilenceTest {
  private static final Object ID = column("id", "INTEGER");

  private static SchemaDiff diff(Schema from, Schema to, Aspect... aspects) {
    return SchemaDiff.between(from, to, Terms.strict().with(Silence.about(List.of(aspects))));
  }

  /** What is in a table {@code t} of which the models say nothing. */
  private static void assertStays(Object part, Object unsaid, Aspect aspect, String note) {
    Schema from = schema(table("t", ID, part));
    Schema to = schema(table("t", ID, unsaid));

    SchemaDiff diff = diff(from, to, aspect);

    assertThat(diff.operations()).isEmpty();
    assertThat(diff.differences()).isEmpty();
    assertThat(diff.notes()).containsExactly(note);
    assertThat(diff(from, to).operations()).isNotEmpty();
  }

  @Test
  void each_thing_stays_and_is_told() {
    assertStays(
        withDefault(column("a"), "5"),
        column("a"),
        Aspect.DEFAULTS,
        "The default 5 of column t.a stays as it is: the models say nothing about defaults.");
    assertStays(
        collated(column("a"), "NOCASE"),
        column("a"),
        Aspect.COLLATIONS,
        "The collation NOCASE of column t.a stays as it is:"
            + " the models say nothing about collations.");
    assertStays(
        "STRICT",
        1,
        Aspect.OPTIONS,
        "The STRICT of table t stays as it is: the models say nothing about options of tables.");
    assertStays(
        countingKey("id"),
        primaryKey("id"),
        Aspect.AUTOINCREMENT,
        "The AUTOINCREMENT of table t stays as it is:"
            + " the models say nothing about AUTOINCREMENT.");
    assertStays(
        named("a", unique("id")),
        named("b", unique("id")),
        Aspect.CONSTRAINT_NAMES,
        "The name of unique constraint a on t stays as it is:"
            + " the models say nothing about names of constraints.");
    assertStays(
        check("id > 0"),
        1,
        Aspect.CHECKS,
        "The check on t (id > 0) stays as it is: the models say nothing about checks.");
    assertStays(
        with(foreignKey("id", "t"), Action.CASCADE, Action.SET_NULL, Deferral.NOT_DEFERRABLE),
        with(foreignKey("id", "t"), Action.CASCADE, Action.NO_ACTION, Deferral.NOT_DEFERRABLE),
        Aspect.ON_UPDATE,
        "The ON UPDATE SET NULL of foreign key on t stays as it is:"
            + " the models say nothing about ON UPDATE.");
    assertStays(
        with(foreignKey("id", "t"), Action.CASCADE, Action.CASCADE, Deferral.INITIALLY_DEFERRED),
        with(foreignKey("id", "t"), Action.CASCADE, Action.CASCADE, Deferral.NOT_DEFERRABLE),
        Aspect.DEFERRAL,
        "The deferral of foreign key on t stays as it is:"
            + " the models say nothing about DEFERRABLE.");
    assertStays(
        index("ix", "lower(id)"),
        1,
        Aspect.PARTIAL_INDEXES,
        "The index ix on t (lower(id)) stays as it is:"
            + " the models say nothing about indexes of expressions or of some rows.");
    assertStays(
        where(index("ix", "id"), "id > 0"),
        index("ix", "id"),
        Aspect.PARTIAL_INDEXES,
        "The WHERE id > 0 of index ix on t stays as it is:"
            + " the models say nothing about indexes of expressions or of some rows.");
  }

  @Test
  void views_triggers_and_virtual_tables_stay_and_are_told() {
    Object t = table("t", ID);
    SchemaDiff diff =
        diff(
            schema(
                t,
                view("v", "SELECT id FROM t"),
                trigger("g", "AFTER INSERT ON t BEGIN SELECT 1; END"),
                virtualTable("x", "fts5(a)")),
            schema(t),
            Aspect.VIEWS,
            Aspect.TRIGGERS,
            Aspect.VIRTUAL_TABLES);

    assertThat(diff.operations()).isEmpty();
    assertThat(diff.notes())
        .containsExactly(
            "The virtual table x stays as it is: the models say nothing about virtual tables.",
            "The view v stays as it is: the models say nothing about views.",
            "The trigger g stays as it is: the models say nothing about triggers.");
  }

  @Test
  void a_plain_index_is_something_that_models_can_say() {
    assertThat(
            InShort.of(
                diff(
                        schema(table("t", ID, index("ix", "id"))),
                        schema(table("t", ID)),
                        Aspect.values())
                    .operations()))
        .containsExactly("drop index ix on t (id)");
  }

  @Test
  void what_models_say_after_all_counts() {
    SchemaDiff diff =
        diff(
            schema(
                table(
                    "t",
                    ID,
                    withDefault(column("a"), "5"),
                    collated(column("b"), "NOCASE"),
                    check("id > 0"))),
            schema(
                table(
                    "t",
                    ID,
                    withDefault(column("a"), "6"),
                    collated(column("b"), "RTRIM"),
                    check("id > 1"))),
            Aspect.values());

    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "default of t.a: 6, not 5",
            "Make table t anew with collation RTRIM for b, and copy its rows: "
                + "no statement changes a collation.",
            "add check on t (id > 1)");
    assertThat(diff.notes())
        .containsExactly(
            "The check on t (id > 0) stays as it is: the models say nothing about checks.");
  }

  @Test
  void a_check_that_the_models_redefine_does_not_stay() {
    assertThat(
            InShort.of(
                diff(
                        schema(table("t", ID, named("ck", check("id > 0")))),
                        schema(table("t", ID, named("ck", check("id > 1")))),
                        Aspect.CHECKS)
                    .operations()))
        .containsExactly("drop check ck on t (id > 0)", "add check ck on t (id > 1)");
  }

  @Test
  void a_name_that_is_taken_is_not_given_to_a_new_constraint() {
    assertThat(
            InShort.of(
                diff(
                        schema(table("t", ID, named("n", check("id > 0")))),
                        schema(table("t", ID, named("n", unique("id")))),
                        Aspect.CHECKS,
                        Aspect.CONSTRAINT_NAMES)
                    .operations()))
        .containsExactly("add unique constraint on t (id)");
  }

  @Test
  void what_stands_on_something_that_goes_cannot_stay() {
    SchemaDiff diff =
        diff(
            schema(
                table("t", ID, column("a"), check("a > 0"), where(index("ix", "id"), "a > 0")),
                table("old", ID),
                view("v", "SELECT a FROM t"),
                view("w", "SELECT * FROM v"),
                trigger("g", "AFTER INSERT ON old BEGIN SELECT 1; END")),
            schema(table("t", ID)),
            Aspect.values());

    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "drop trigger g",
            "drop view w",
            "drop view v",
            "drop table old",
            "drop index ix on t (id) WHERE a > 0",
            "drop check on t (a > 0)",
            "drop column t.a");
    assertThat(diff.notes())
        .containsExactly(
            "The view v goes with what it stands on.",
            "The view w goes with what it stands on.",
            "The trigger g goes with what it stands on.");
  }

  @Test
  void a_view_makes_way_for_a_table_of_its_name() {
    assertThat(
            InShort.of(
                diff(
                        schema(view("t", "SELECT 1"), view("v", "SELECT * FROM t")),
                        schema(table("t", ID)),
                        Aspect.values())
                    .operations()))
        .containsExactly("drop view v", "drop view t", "create table t", "create view v");
  }

  @Test
  void a_partial_index_makes_way_for_one_of_its_name_on_another_table() {
    assertThat(
            InShort.of(
                diff(
                        schema(table("a", ID, where(index("ix", "id"), "id > 0")), table("b", ID)),
                        schema(table("a", ID), table("b", ID, index("ix", "id"))),
                        Aspect.values())
                    .operations()))
        .containsExactly("drop index ix on a (id) WHERE id > 0", "create index ix on b (id)");
  }
}
