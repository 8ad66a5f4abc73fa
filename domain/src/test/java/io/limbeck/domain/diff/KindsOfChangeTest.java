package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.check;
import static io.limbeck.domain.diff.Drafts.collated;
import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.computed;
import static io.limbeck.domain.diff.Drafts.countingKey;
import static io.limbeck.domain.diff.Drafts.descending;
import static io.limbeck.domain.diff.Drafts.foreignKey;
import static io.limbeck.domain.diff.Drafts.index;
import static io.limbeck.domain.diff.Drafts.named;
import static io.limbeck.domain.diff.Drafts.notNull;
import static io.limbeck.domain.diff.Drafts.primaryKey;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.trigger;
import static io.limbeck.domain.diff.Drafts.unique;
import static io.limbeck.domain.diff.Drafts.uniqueIndex;
import static io.limbeck.domain.diff.Drafts.view;
import static io.limbeck.domain.diff.Drafts.virtualTable;
import static io.limbeck.domain.diff.Drafts.where;
import static io.limbeck.domain.diff.Drafts.with;
import static io.limbeck.domain.diff.Drafts.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of change, one at a time: the operations that it takes and the words for it. */
class KindsOfChangeTest {
  private static final Object ID = column("id", "INTEGER");

  private SchemaDiff diff = SchemaDiff.between(Schema.empty(), Schema.empty());

  private KindsOfChangeTest change(Schema from, Schema to) {
    diff = SchemaDiff.between(from, to);
    return this;
  }

  /** Changes what a table {@code t} has besides its id. */
  private KindsOfChangeTest change(Object from, Object to) {
    return change(schema(table("t", ID, from)), schema(table("t", ID, to)));
  }

  private KindsOfChangeTest add(Object part) {
    return change(schema(table("t", ID)), schema(table("t", ID, part)));
  }

  private KindsOfChangeTest remove(Object part) {
    return change(schema(table("t", ID, part)), schema(table("t", ID)));
  }

  private KindsOfChangeTest takes(String... operations) {
    assertThat(InShort.of(diff.operations())).containsExactly(operations);
    return this;
  }

  private void said(String... sentences) {
    assertThat(diff.differences())
        .extracting(difference -> difference.sentence("the models"))
        .containsExactly(sentences);
  }

  @Test
  void a_table_added_or_removed() {
    change(schema(), schema(table("t", ID, index("ix", "id"))))
        .takes("create table t")
        .said("table t is missing");
    change(schema(table("t", ID, index("ix", "id"))), schema())
        .takes("drop table t")
        .said("table t is not in the models");
  }

  @Test
  void a_column_added_or_removed() {
    add(column("age")).takes("add column t.age").said("column t.age is missing");
    remove(column("age")).takes("drop column t.age").said("column t.age is not in the models");
  }

  @Test
  void not_null() {
    change(column("a"), notNull(column("a")))
        .takes("t.a: not null")
        .said("NULL in column t.a is allowed, and refused in the models");
    change(notNull(column("a")), column("a"))
        .takes("t.a: null")
        .said("NULL in column t.a is refused, and allowed in the models");
  }

  @Test
  void a_type_its_length_included() {
    change(column("a", "VARCHAR(20)"), column("a", "VARCHAR(30)"))
        .takes("type of t.a: VARCHAR(30), not VARCHAR(20)")
        .said("the type of column t.a is VARCHAR(20), and VARCHAR(30) in the models");
    change(column("a", "VARCHAR(20)"), column("a", "VARCHAR"))
        .takes("type of t.a: VARCHAR, not VARCHAR(20)");
    change(column("a", "INTEGER"), column("a", ""))
        .takes("type of t.a: , not INTEGER")
        .said("the type of column t.a is INTEGER, and none in the models");
  }

  @Test
  void a_default_added_removed_or_changed() {
    change(column("a"), withDefault(column("a"), "5"))
        .takes("default of t.a: 5, not none")
        .said("the default of column t.a is none, and 5 in the models");
    change(withDefault(column("a"), "5"), column("a"))
        .takes("default of t.a: none, not 5")
        .said("the default of column t.a is 5, and none in the models");
    change(withDefault(column("a"), "5"), withDefault(column("a"), "6"))
        .takes("default of t.a: 6, not 5")
        .said("the default of column t.a is 5, and 6 in the models");
  }

  @Test
  void several_things_about_a_column_in_the_order_in_which_they_can_be_done() {
    change(withDefault(column("a"), "5"), notNull(column("a", "INTEGER")))
        .takes("default of t.a: none, not 5", "type of t.a: INTEGER, not TEXT", "t.a: not null");
    change(withDefault(column("a"), "5"), withDefault(column("a", "INTEGER"), "6"))
        .takes(
            "default of t.a: none, not 5",
            "type of t.a: INTEGER, not TEXT",
            "default of t.a: 6, not none");
  }

  @Test
  void an_index_added_or_removed() {
    add(index("ix", "id")).takes("create index ix on t (id)").said("index ix on t (id) is missing");
    remove(index("ix", "id"))
        .takes("drop index ix on t (id)")
        .said("index ix on t (id) is not in the models");
  }

  @Test
  void an_index_changed_in_columns_uniqueness_order_condition_collation_or_expression() {
    change(index("ix", "id"), index("ix", "id", "a"))
        .takes("drop index ix on t (id)", "create index ix on t (id, a)")
        .said("index ix on t is (id), and (id, a) in the models");
    change(index("ix", "id"), uniqueIndex("ix", "id"))
        .takes("drop index ix on t (id)", "create index ix on t UNIQUE (id)")
        .said("index ix on t is (id), and UNIQUE (id) in the models");
    change(index("ix", "id"), descending(index("ix", "id")))
        .takes("drop index ix on t (id)", "create index ix on t (id DESC)");
    change(index("ix", "id"), where(index("ix", "id"), "id > 0"))
        .takes("drop index ix on t (id)", "create index ix on t (id) WHERE id > 0");
    change(where(index("ix", "id"), "id > 0"), where(index("ix", "id"), "id > 1"))
        .said("index ix on t is (id) WHERE id > 0, and (id) WHERE id > 1 in the models");
    change(index("ix", "id"), collated(index("ix", "id"), "NOCASE"))
        .takes("drop index ix on t (id)", "create index ix on t (id COLLATE NOCASE)");
    change(index("ix", "lower(a)"), index("ix", "upper(a)"))
        .takes("drop index ix on t (lower(a))", "create index ix on t (upper(a))");
  }

  @Test
  void an_index_renamed_is_made_anew() {
    change(index("ix", "id"), index("iy", "id"))
        .takes("drop index ix on t (id)", "create index iy on t (id)");
  }

  @Test
  void an_index_moved_to_another_table_goes_before_it_comes() {
    change(
            schema(table("a", ID), table("b", ID, index("ix", "id"))),
            schema(table("a", ID, index("ix", "id")), table("b", ID)))
        .takes("drop index ix on b (id)", "create index ix on a (id)");
  }

  @Test
  void a_unique_constraint_added_removed_or_changed() {
    add(named("uq", unique("id")))
        .takes("add unique constraint uq on t (id)")
        .said("unique constraint uq on t (id) is missing");
    remove(unique("id"))
        .takes("drop unique constraint on t (id)")
        .said("unique constraint on t (id) is not in the models");
    change(named("uq", unique("id")), named("uq", unique("id", "a")))
        .takes("drop unique constraint uq on t (id)", "add unique constraint uq on t (id, a)")
        .said("unique constraint uq on t is (id), and (id, a) in the models");
  }

  @Test
  void a_unique_constraint_is_not_a_unique_index() {
    change(unique("id"), uniqueIndex("ix", "id"))
        .takes("drop unique constraint on t (id)", "create index ix on t UNIQUE (id)");
  }

  @Test
  void a_constraint_renamed() {
    change(named("a", unique("id")), named("b", unique("id")))
        .takes("rename constraint a on t to b")
        .said("unique constraint a on t is called b in the models");
    change(named("a", foreignKey("id", "t")), named("b", foreignKey("id", "t")))
        .takes("rename constraint a on t to b");
  }

  @Test
  void a_name_that_only_one_side_gives_is_no_difference() {
    change(named("a", unique("id")), unique("id")).takes().said();
    change(check("id > 0"), named("ck", check("id > 0"))).takes().said();
  }

  @Test
  void a_name_that_the_database_made_up_is_no_difference() {
    change(named("t_check1", check("id > 0")), named("ck", check("id > 0"))).takes().said();
    change(named("T_id_key", unique("id")), named("uq", unique("id"))).takes().said();
    change(named("CONSTRAINT_4F", unique("id")), named("uq", unique("id"))).takes().said();
    remove(named("CONSTRAINT_4F", unique("id")))
        .takes("drop unique constraint CONSTRAINT_4F on t (id)")
        .said("unique constraint on t (id) is not in the models");
    change(named("CONSTRAINT_4F", unique("id")), named("CONSTRAINT_4F_0", unique("id")))
        .takes()
        .said();
    change(
            schema(table("t", ID, check("id > 0"), named("t_check1", check("id > 1")))),
            schema(table("t", ID, named("t_check1", check("id > 0")), check("id > 1"))))
        .takes()
        .said();
  }

  @Test
  void a_constraint_that_nobody_named_gets_a_number_where_its_name_is_taken() {
    change(
            schema(table("t", ID, named("ck", check("id > 0")), check("id > 1"))),
            schema(table("t", ID, check("id > 1"), check("id > 2"), check("id > 3"))))
        .takes(
            "drop check ck on t (id > 0)",
            "add check t_check1 on t (id > 2)",
            "add check t_check2 on t (id > 3)");
  }

  @Test
  void a_constraint_leaves_the_name_that_another_is_to_have() {
    change(
            schema(table("t", ID, named("n", check("id > 0")))),
            schema(table("t", ID, check("id > 0"), named("n", unique("id")))))
        .takes(
            "drop check n on t (id > 0)",
            "add unique constraint n on t (id)",
            "add check on t (id > 0)");
    change(
            schema(table("t", ID, named("a", check("id > 0")), named("b", unique("id")))),
            schema(table("t", ID, named("b", check("id > 0")), unique("id"))))
        .takes(
            "drop check a on t (id > 0)",
            "drop unique constraint b on t (id)",
            "add unique constraint on t (id)",
            "add check b on t (id > 0)");
  }

  @Test
  void case_and_order_are_no_difference() {
    change(
            schema(table("T", column("A"), column("b"), unique("a"), check("b > 0"))),
            schema(table("t", column("B"), column("a"), check("B > 0"), unique("A"))))
        .takes()
        .said();
  }

  @Test
  void two_constraints_that_exchange_names_are_made_anew() {
    change(
            schema(table("t", ID, named("x", unique("id")), named("y", check("id > 0")))),
            schema(table("t", ID, named("y", unique("id")), named("x", check("id > 0")))))
        .takes(
            "drop check y on t (id > 0)",
            "drop unique constraint x on t (id)",
            "add unique constraint y on t (id)",
            "add check x on t (id > 0)");
  }

  @Test
  void of_two_constraints_that_say_the_same_the_one_of_that_name_stays() {
    change(
            schema(table("t", ID, named("x", check("id > 0")), named("y", check("id > 0")))),
            schema(table("t", ID, named("y", check("id > 0")))))
        .takes("drop check x on t (id > 0)");
  }

  @Test
  void a_foreign_key_added_or_removed() {
    add(foreignKey("id", "t"))
        .takes("add foreign key on t (id) -> t (id)")
        .said("foreign key on t (id) -> t (id) is missing");
    remove(foreignKey("id", "t"))
        .takes("drop foreign key on t (id) -> t (id)")
        .said("foreign key on t (id) -> t (id) is not in the models");
  }

  @Test
  void a_foreign_key_changed_in_an_action_or_in_when_it_is_checked() {
    Constraint plain = foreignKey("id", "t");
    change(plain, with(plain, Action.CASCADE, Action.NO_ACTION, Deferral.NOT_DEFERRABLE))
        .takes(
            "drop foreign key on t (id) -> t (id)",
            "add foreign key on t (id) -> t (id) ON DELETE CASCADE")
        .said(
            "foreign key on t is (id) -> t (id), "
                + "and (id) -> t (id) ON DELETE CASCADE in the models");
    change(plain, with(plain, Action.NO_ACTION, Action.SET_NULL, Deferral.NOT_DEFERRABLE))
        .takes(
            "drop foreign key on t (id) -> t (id)",
            "add foreign key on t (id) -> t (id) ON UPDATE SET NULL");
    change(plain, with(plain, Action.NO_ACTION, Action.NO_ACTION, Deferral.INITIALLY_DEFERRED))
        .takes(
            "drop foreign key on t (id) -> t (id)",
            "add foreign key on t (id) -> t (id) DEFERRABLE INITIALLY DEFERRED");
  }

  @Test
  void a_check_added_removed_or_changed_named_or_not() {
    add(check("id > 0")).takes("add check on t (id > 0)").said("check on t (id > 0) is missing");
    remove(named("ck", check("id > 0"))).takes("drop check ck on t (id > 0)");
    change(named("ck", check("id > 0")), named("ck", check("id > 1")))
        .takes("drop check ck on t (id > 0)", "add check ck on t (id > 1)")
        .said("check ck on t is (id > 0), and (id > 1) in the models");
    change(check("id > 0"), check("id > 1"))
        .takes("drop check on t (id > 0)", "add check on t (id > 1)")
        .said("check on t (id > 0) is not in the models", "check on t (id > 1) is missing");
  }

  @Test
  void a_primary_key_added_removed_or_changed() {
    add(primaryKey("id")).takes("add primary key on t (id)");
    remove(primaryKey("id")).takes("drop primary key on t (id)");
    change(primaryKey("id"), primaryKey("id", "a"))
        .takes("drop primary key on t (id)", "add primary key on t (id, a)")
        .said("primary key on t is (id), and (id, a) in the models");
    change(primaryKey("id"), countingKey("id"))
        .takes("drop primary key on t (id)", "add primary key on t (id) AUTOINCREMENT")
        .said("primary key on t is (id), and (id) AUTOINCREMENT in the models");
  }

  @Test
  void a_computed_column_added_or_removed() {
    add(computed(column("c"), "id * 2")).takes("add column t.c").said("column t.c is missing");
    remove(computed(column("c"), "id * 2"))
        .takes("drop column t.c")
        .said("column t.c is not in the models");
  }

  @Test
  void a_column_computed_otherwise_or_no_more_is_dropped_and_added_again() {
    change(computed(column("c"), "id * 2"), computed(column("c"), "id * 3"))
        .takes("drop column t.c", "add column t.c")
        .said(
            "column t.c is computed as id * 2 when it is read, "
                + "and computed as id * 3 when it is read in the models");
    change(column("c"), computed(column("c"), "id * 2"))
        .takes("drop column t.c", "add column t.c")
        .said(
            "column t.c is stored as given, "
                + "and computed as id * 2 when it is read in the models");
    change(computed(column("c"), "id * 2"), column("c")).takes("drop column t.c", "add column t.c");
  }

  @Test
  void what_else_is_about_a_computed_column_is_altered() {
    change(computed(column("c"), "id * 2"), notNull(computed(column("c", "REAL"), "id * 2")))
        .takes("type of t.c: REAL, not TEXT", "t.c: not null");
    change(computed(column("c"), "id * 2"), collated(computed(column("c"), "id * 2"), "NOCASE"))
        .takes("drop column t.c", "add column t.c");
  }

  @Test
  void a_collation_is_for_a_person() {
    change(column("a"), collated(column("a"), "NOCASE"))
        .takes(
            "Make table t anew with collation NOCASE for a, and copy its rows: "
                + "no statement changes a collation.")
        .said("the collation of column t.a is none, and NOCASE in the models");
    assertThat(InShort.of(diff.reversed()))
        .containsExactly(
            "Make table t anew with no collation for a, and copy its rows: "
                + "no statement changes a collation.");
  }

  @Test
  void options_of_a_table_are_for_a_person() {
    change(schema(table("t", ID)), schema(table("t", ID, "STRICT", "WITHOUT ROWID")))
        .takes(
            "Make table t anew STRICT, WITHOUT ROWID, and copy its rows: "
                + "no statement changes the options of a table.")
        .said("table t is without options, and STRICT, WITHOUT ROWID in the models");
    assertThat(diff.reversed())
        .containsExactly(
            new Operation.ByHand(
                "Make table t anew without options, and copy its rows: "
                    + "no statement changes the options of a table.",
                "Make table t anew STRICT, WITHOUT ROWID, and copy its rows: "
                    + "no statement changes the options of a table."));
  }

  @Test
  void the_key_of_a_table_without_rowid_is_for_a_person_while_all_columns_are_there() {
    change(
            schema(table("t", ID, column("a"), primaryKey("id", "a"), "WITHOUT ROWID")),
            schema(table("t", ID, column("b"), primaryKey("id", "b"), "WITHOUT ROWID")))
        .takes(
            "add column t.b",
            "Make table t anew with PRIMARY KEY (id, b), and copy its rows: "
                + "no statement changes the key of a table that is WITHOUT ROWID.",
            "drop column t.a");
    assertThat(InShort.of(diff.reversed()))
        .contains(
            "Make table t anew with PRIMARY KEY (id, a), and copy its rows: "
                + "no statement changes the key of a table that is WITHOUT ROWID.");
  }

  @Test
  void a_view_a_trigger_and_a_virtual_table_added_removed_or_changed() {
    Object v = view("v", "SELECT 1");
    Object trigger = trigger("g", "AFTER INSERT ON t BEGIN SELECT 1; END");
    Object fts = virtualTable("x", "fts5(a)");

    change(schema(), schema(v, fts))
        .takes("create virtual table x", "create view v")
        .said("virtual table x is missing", "view v is missing");
    change(schema(v, fts), schema())
        .takes("drop view v", "drop virtual table x")
        .said("virtual table x is not in the models", "view v is not in the models");
    change(schema(view("v", "SELECT 1")), schema(view("v", "SELECT 2")))
        .takes("drop view v", "create view v")
        .said("view v is defined differently in the models");
    change(schema(table("t", ID)), schema(table("t", ID), trigger)).takes("create trigger g");
    change(schema(virtualTable("x", "fts5(a)")), schema(virtualTable("x", "fts5(b)")))
        .takes("drop virtual table x", "create virtual table x")
        .said("virtual table x is defined differently in the models");
  }

  @Test
  void several_differences_are_told_table_by_table() {
    change(
            schema(table("a", ID, column("x")), table("b", ID), table("c", ID)),
            schema(table("a", ID, index("ix", "id")), table("b", ID, column("y")), table("d")))
        .said(
            "table c is not in the models",
            "table d is missing",
            "column a.x is not in the models",
            "index ix on a (id) is missing",
            "column b.y is missing");
  }

  @Test
  void nothing_is_nothing() {
    change(schema(), schema()).takes().said();
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.notes()).isEqualTo(List.of());
  }
}
