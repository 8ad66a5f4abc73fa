package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.check;
import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.computed;
import static io.limbeck.domain.diff.Drafts.countingKey;
import static io.limbeck.domain.diff.Drafts.foreignKey;
import static io.limbeck.domain.diff.Drafts.index;
import static io.limbeck.domain.diff.Drafts.named;
import static io.limbeck.domain.diff.Drafts.names;
import static io.limbeck.domain.diff.Drafts.primaryKey;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.trigger;
import static io.limbeck.domain.diff.Drafts.unique;
import static io.limbeck.domain.diff.Drafts.uniqueIndex;
import static io.limbeck.domain.diff.Drafts.view;
import static io.limbeck.domain.diff.Drafts.virtualTable;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands on something comes after it and goes before it. */
class OrderTest {
  private static final Object ID = column("id", "INTEGER");
  private static final Object KEY = primaryKey("id");

  private static List<String> operations(Schema from, Schema to) {
    return InShort.of(SchemaDiff.between(from, to).operations());
  }

  @Test
  void parents_are_made_before_children_and_dropped_after_them() {
    Schema family =
        schema(
            table("a", ID, KEY, foreignKey("id", "c")),
            table("b", ID, KEY),
            table("c", ID, KEY, foreignKey("id", "b")));

    assertThat(operations(schema(), family))
        .containsExactly("create table b", "create table c", "create table a");
    assertThat(operations(family, schema()))
        .containsExactly("drop table a", "drop table c", "drop table b");
  }

  @Test
  void a_circle_of_foreign_keys_is_cut_where_it_closes() {
    Schema circle =
        schema(
            table("a", ID, KEY, foreignKey("id", "b"), foreignKey("id", "a")),
            table("b", ID, KEY, foreignKey("id", "a")));

    SchemaDiff diff = SchemaDiff.between(schema(), circle);

    assertThat(InShort.of(diff.operations()))
        .containsExactly("create table b", "create table a", "add foreign key on b (id) -> a (id)");
    assertThat(((Operation.CreateTable) diff.operations().getFirst()).table())
        .isEqualTo(table("b", ID, KEY));
    assertThat(
            ((Operation.CreateTable) diff.operations().get(1))
                .table()
                .constraints(ForeignKey.class))
        .hasSize(2);
    assertThat(operations(circle, schema()))
        .containsExactly("drop foreign key on b (id) -> a (id)", "drop table a", "drop table b");
  }

  @Test
  void a_foreign_key_goes_before_the_table_and_comes_after_it() {
    Schema without = schema(table("child", ID));
    Schema with = schema(table("child", ID, foreignKey("id", "parent")), table("parent", ID, KEY));

    assertThat(operations(without, with))
        .containsExactly("create table parent", "add foreign key on child (id) -> parent (id)");
    assertThat(operations(with, without))
        .containsExactly("drop foreign key on child (id) -> parent (id)", "drop table parent");
  }

  @Test
  void a_new_table_finds_the_key_it_references() {
    assertThat(
            operations(
                schema(table("a", ID)),
                schema(
                    table("a", ID, column("code"), unique("code")),
                    table("b", ID, foreignKey(names("id"), "a", names("code"))))))
        .containsExactly(
            "add column a.code", "add unique constraint on a (code)", "create table b");
  }

  @Test
  void what_uses_a_column_goes_before_it() {
    Schema full =
        schema(
            table(
                "t",
                ID,
                column("a"),
                computed(column("b"), "a + 1"),
                computed(column("c"), "b + 1"),
                check("c > 0"),
                unique("b"),
                index("ix", "a")),
            view("v", "SELECT a FROM t"),
            trigger("g", "INSTEAD OF INSERT ON v BEGIN SELECT 1; END"));

    assertThat(operations(full, schema(table("t", ID))))
        .containsExactly(
            "drop trigger g",
            "drop view v",
            "drop index ix on t (a)",
            "drop check on t (c > 0)",
            "drop unique constraint on t (b)",
            "drop column t.c",
            "drop column t.b",
            "drop column t.a");
    assertThat(operations(schema(table("t", ID)), full))
        .containsExactly(
            "add column t.a",
            "add column t.b",
            "add column t.c",
            "add unique constraint on t (b)",
            "add check on t (c > 0)",
            "create index ix on t (a)",
            "create view v",
            "create trigger g");
  }

  @Test
  void what_uses_a_column_that_is_computed_otherwise_is_made_anew_and_is_no_difference() {
    Object[] standing = {
      computed(column("c"), "b + 1"), named("ck", check("c > 0")), index("ix", "c")
    };
    Schema from =
        schema(
            table("t", with(standing, ID, computed(column("b"), "id + 1"))),
            view("v", "SELECT c FROM t"),
            view("w", "SELECT * FROM v"),
            view("other", "SELECT id FROM t"));
    Schema to =
        schema(
            table("t", with(standing, ID, computed(column("b"), "id + 2"))),
            view("v", "SELECT c FROM t"),
            view("w", "SELECT * FROM v"),
            view("other", "SELECT id FROM t"));

    SchemaDiff diff = SchemaDiff.between(from, to);

    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "drop view w",
            "drop view v",
            "drop index ix on t (c)",
            "drop check ck on t (c > 0)",
            "drop column t.c",
            "drop column t.b",
            "add column t.b",
            "add column t.c",
            "add check ck on t (c > 0)",
            "create index ix on t (c)",
            "create view v",
            "create view w");
    assertThat(diff.differences()).hasSize(1);
  }

  private static Object[] with(Object[] parts, Object... others) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(others), java.util.stream.Stream.of(parts))
        .toArray();
  }

  @Test
  void a_foreign_key_makes_way_while_its_key_is_made_anew() {
    Object child = table("child", column("pid"), named("fk", foreignKey("pid", "parent")));

    SchemaDiff diff =
        SchemaDiff.between(
            schema(table("parent", ID, KEY), child),
            schema(table("parent", ID, countingKey("id")), child));

    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "drop foreign key fk on child (pid) -> parent (id)",
            "drop primary key on parent (id)",
            "add primary key on parent (id) AUTOINCREMENT",
            "add foreign key fk on child (pid) -> parent (id)");
    assertThat(diff.differences())
        .containsExactly(
            new Difference.Changed("primary key on parent", "(id)", "(id) AUTOINCREMENT"));
  }

  @Test
  void a_foreign_key_makes_way_even_if_another_key_could_carry_it() {
    Object child = table("child", column("pid"), foreignKey("pid", "parent"));

    assertThat(
            operations(
                schema(table("parent", ID, KEY, uniqueIndex("ix", "id")), child),
                schema(table("parent", ID, countingKey("id"), uniqueIndex("ix", "id")), child)))
        .containsExactly(
            "drop foreign key on child (pid) -> parent (id)",
            "drop primary key on parent (id)",
            "add primary key on parent (id) AUTOINCREMENT",
            "add foreign key on child (pid) -> parent (id)");
  }

  @Test
  void a_foreign_key_that_never_had_a_key_is_left_alone() {
    Object child = table("child", column("pid"), foreignKey("pid", "nowhere"));

    assertThat(operations(schema(child, table("nowhere", ID, KEY)), schema(child)))
        .containsExactly("drop table nowhere");
  }

  @Test
  void columns_come_before_others_go_so_that_there_is_always_one() {
    assertThat(operations(schema(table("t", column("a"))), schema(table("t", column("b", "REAL")))))
        .containsExactly("add column t.b", "drop column t.a");
  }

  @Test
  void two_columns_that_exchange_what_is_computed_do_not_meet() {
    assertThat(
            operations(
                schema(table("t", column("a"), computed(column("b"), "a + 1"))),
                schema(table("t", computed(column("a"), "b + 1"), column("b")))))
        .containsExactly("drop column t.b", "add column t.b", "drop column t.a", "add column t.a");
  }

  @Test
  void a_table_that_becomes_a_view_takes_along_the_views_on_it() {
    Object standing = view("a", "SELECT id FROM t");

    assertThat(
            operations(
                schema(table("t", ID), standing), schema(view("t", "SELECT 1 AS id"), standing)))
        .containsExactly("drop view a", "drop table t", "create view t", "create view a");
  }

  @Test
  void views_come_after_the_tables_and_virtual_tables_they_read() {
    assertThat(
            operations(
                schema(),
                schema(
                    view("a", "SELECT * FROM b"),
                    view("b", "SELECT * FROM t, x"),
                    virtualTable("x", "fts5(a)"),
                    table("t", ID))))
        .containsExactly(
            "create table t", "create virtual table x", "create view b", "create view a");
  }

  @Test
  void views_that_seem_to_read_each_other_do_not_stop_anything() {
    assertThat(operations(schema(), schema(view("a", "SELECT 1 AS b"), view("b", "SELECT 1 AS a"))))
        .containsExactly("create view b", "create view a");
  }

  @Test
  void a_virtual_table_is_not_made_anew_for_something_else() {
    Object fts = virtualTable("x", "fts5(title, content=docs)");

    assertThat(operations(schema(table("docs", ID), fts), schema(fts)))
        .containsExactly("drop table docs");
  }

  @Test
  void a_view_that_only_mentions_a_word_in_a_string_is_left_alone() {
    Object view = view("v", "SELECT 'docs' FROM other -- docs");

    assertThat(
            operations(
                schema(table("docs", ID), table("other", ID), view),
                schema(table("other", ID), view)))
        .containsExactly("drop table docs");
  }
}
