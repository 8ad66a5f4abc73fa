package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.check;
import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.computed;
import static io.limbeck.domain.diff.Drafts.foreignKey;
import static io.limbeck.domain.diff.Drafts.index;
import static io.limbeck.domain.diff.Drafts.named;
import static io.limbeck.domain.diff.Drafts.names;
import static io.limbeck.domain.diff.Drafts.notNull;
import static io.limbeck.domain.diff.Drafts.primaryKey;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.sql;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.trigger;
import static io.limbeck.domain.diff.Drafts.unique;
import static io.limbeck.domain.diff.Drafts.view;
import static io.limbeck.domain.diff.Drafts.where;
import static io.limbeck.domain.diff.Drafts.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.diff.Silence.Aspect;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.Particulars;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Stored.Kind;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What only some databases have: how it changes, and what makes way for it. */
class WiderKindsTest {
  private static final Object ID = column("id", "INTEGER");
  private static final Object KEY = primaryKey("id");

  private static SchemaDiff diff(Schema from, Schema to) {
    return SchemaDiff.between(from, to);
  }

  private static List<String> operations(Schema from, Schema to) {
    return InShort.of(diff(from, to).operations());
  }

  private static List<String> sentences(SchemaDiff diff) {
    return diff.differences().stream().map(each -> each.sentence("the models")).toList();
  }

  private static Column counting(Column column, Identity.Kind kind, String options) {
    return new Column(
        column.name(),
        column.type(),
        column.notNull(),
        Optional.empty(),
        Optional.empty(),
        column.collation(),
        Optional.of(new Identity(kind, options, new Name("t_id_seq"))));
  }

  private static Constraint other(String definition, String... columns) {
    return new Constraint.Other(
        Optional.of(new Name("x")), sql(definition), List.of(names(columns).toArray(Name[]::new)));
  }

  private static Stored stored(Kind kind, String name, String definition) {
    return new Stored(kind, new Name(name), sql(definition));
  }

  private static Stored function(String name, String signature, String body) {
    String definition = "CREATE FUNCTION %s%s %s".formatted(name, signature, body);
    return new Stored(Kind.FUNCTION, new Name(name), signature, sql(definition));
  }

  private static Stored type(String values) {
    return stored(Kind.TYPE, "mood", "CREATE TYPE mood AS ENUM (%s)".formatted(values));
  }

  @Test
  void a_column_that_counts_has_no_default_and_refuses_null() {
    Column id = notNull(column("id", "INTEGER"));
    Column counting = counting(id, Identity.Kind.ALWAYS, "");
    Schema from = schema(table("t", withDefault(column("id", "INTEGER"), "5")));
    Schema to = schema(table("t", counting));

    assertThat(operations(from, to))
        .containsExactly(
            "t.id: not null",
            "default of t.id: none, not 5",
            "t.id: counting always, not not counting");
    assertThat(InShort.of(diff(from, to).reversed()))
        .containsExactly(
            "t.id: not counting, not counting always",
            "default of t.id: 5, not none",
            "t.id: null");
    assertThat(sentences(diff(from, to)))
        .containsExactly(
            "NULL in column t.id is allowed, and refused in the models",
            "the default of column t.id is 5, and none in the models",
            "column t.id is not counting, and counting always in the models");
  }

  @Test
  void how_a_column_counts_is_compared_but_not_what_its_sequence_is_called() {
    Column id = notNull(column("id", "INTEGER"));
    Schema always = schema(table("t", counting(id, Identity.Kind.ALWAYS, "")));
    Schema byTens = schema(table("t", counting(id, Identity.Kind.ALWAYS, "INCREMENT BY 10")));
    Identity other = new Identity(Identity.Kind.ALWAYS, "", new Name("other"));

    assertThat(sentences(diff(always, byTens)))
        .containsExactly(
            "column t.id is counting always, and counting always INCREMENT BY 10 in the models");
    assertThat(counting(id, Identity.Kind.ALWAYS, "").identity()).contains(other);
    assertThat(counting(id, Identity.Kind.ALWAYS, "").identity()).get().hasSameHashCodeAs(other);
  }

  @Test
  void what_stands_on_a_column_makes_way_while_its_type_changes() {
    Object[] standing = {
      named("ck", check("id > 0")),
      computed(column("c"), "id + 1"),
      index("ix", "c"),
      index("iy", "id"),
      foreignKey("next", "t")
    };
    Schema from =
        schema(table("t", all(standing, ID, column("next"), KEY)), view("v", "SELECT id FROM t"));
    Schema to =
        schema(
            table("t", all(standing, column("id", "BIGINT"), column("next"), KEY)),
            view("v", "SELECT id FROM t"));

    assertThat(operations(from, to))
        .containsExactly(
            "drop view v",
            "drop foreign key on t (next) -> t (id)",
            "drop index ix on t (c)",
            "drop column t.c",
            "type of t.id: BIGINT, not INTEGER",
            "add column t.c",
            "create index ix on t (c)",
            "add foreign key on t (next) -> t (id)",
            "create view v");
    assertThat(diff(from, to).differences()).hasSize(1);
  }

  private static Object[] all(Object[] parts, Object... others) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(others), java.util.stream.Stream.of(parts))
        .toArray();
  }

  @Test
  void a_foreign_key_makes_way_while_a_column_that_its_key_includes_changes() {
    Particulars including =
        new Particulars(List.of(), Optional.empty(), false, names("a"), Deferral.NOT_DEFERRABLE);
    Constraint key = new PrimaryKey(Optional.empty(), names("id"), false, including);
    Object child = table("child", column("pid"), foreignKey("pid", "t"));

    assertThat(
            operations(
                schema(table("t", ID, column("a"), key), child),
                schema(table("t", ID, column("a", "REAL"), key), child)))
        .containsExactly(
            "drop foreign key on child (pid) -> t (id)",
            "type of t.a: REAL, not TEXT",
            "add foreign key on child (pid) -> t (id)");
    assertThat(
            operations(
                schema(table("t", ID, column("a"), key)),
                schema(table("t", ID, computed(column("a"), "id + 1"), key))))
        .containsExactly(
            "drop primary key on t (id) INCLUDE (a)",
            "drop column t.a",
            "add column t.a",
            "add primary key on t (id) INCLUDE (a)");
  }

  @Test
  void what_a_key_says_besides_its_columns_is_told() {
    Particulars all =
        new Particulars(
            List.of(), Optional.empty(), true, names("b"), Deferral.INITIALLY_IMMEDIATE);
    Constraint plain = unique("a");
    Constraint unique = new Constraint.Unique(Optional.empty(), names("a"), all);

    assertThat(
            sentences(
                diff(
                    schema(table("t", column("a"), column("b"), plain)),
                    schema(table("t", column("a"), column("b"), unique)))))
        .containsExactly(
            "unique constraint on t (a) is not in the models",
            "unique constraint on t (a) NULLS NOT DISTINCT INCLUDE (b) DEFERRABLE is missing");
  }

  @Test
  void a_constraint_that_is_known_by_its_definition_only_comes_last_and_goes_first() {
    Constraint apart = other("EXCLUDE (id WITH =)", "id");
    Object parent = table("p", ID, KEY);

    assertThat(operations(schema(), schema(parent, table("t", ID, apart, foreignKey("id", "p")))))
        .containsExactly(
            "create table p", "create table t", "add constraint x on t EXCLUDE (id WITH =)");
    assertThat(
            operations(
                schema(table("t", ID, apart)),
                schema(table("t", ID, other("EXCLUDE (id WITH &&)", "id")))))
        .containsExactly(
            "drop constraint x on t EXCLUDE (id WITH =)",
            "add constraint x on t EXCLUDE (id WITH &&)");
  }

  @Test
  void a_table_that_is_a_part_of_another_is_made_after_it() {
    Schema parts = schema(table("a_part", "PARTITION OF whole DEFAULT"), table("whole", ID));

    assertThat(operations(schema(), parts))
        .containsExactly("create table whole", "create table a_part");
    assertThat(operations(parts, schema()))
        .containsExactly("drop table a_part", "drop table whole");
  }

  @Test
  void a_part_of_a_table_follows_it_when_it_is_renamed() {
    Schema from = schema(table("part", "PARTITION OF users FOR VALUES IN (1)"), table("users", ID));
    Schema to = schema(table("part", "PARTITION OF people FOR VALUES IN (1)"), table("people", ID));
    Terms terms =
        Terms.strict().with(List.of(new RenameHint.OfTable(new Name("people"), new Name("users"))));

    assertThat(InShort.of(SchemaDiff.between(from, to, terms).operations()))
        .containsExactly("rename table users to people");
  }

  @Test
  void what_belongs_to_a_table_follows_it_when_it_is_renamed() {
    Schema from =
        schema(table("users", ID, column("email")), on("users", "email"), about("users", "email"));
    Schema to =
        schema(
            table("people", ID, column("address")),
            on("people", "address"),
            about("people", "address"));
    List<RenameHint> hints =
        List.of(
            new RenameHint.OfTable(new Name("people"), new Name("users")),
            new RenameHint.OfColumn(new Name("people"), new Name("address"), new Name("email")));
    Terms silent =
        Terms.strict().with(hints).with(Silence.about(List.of(Aspect.TRIGGERS, Aspect.COMMENTS)));

    assertThat(InShort.of(SchemaDiff.between(from, to, Terms.strict().with(hints)).operations()))
        .containsExactly("rename table users to people", "rename column people.email to address");
    assertThat(
            InShort.of(
                SchemaDiff.between(from, schema(to.tables().getFirst()), silent).operations()))
        .containsExactly("rename table users to people", "rename column people.email to address");
  }

  private static Stored on(String table, String column) {
    String definition = "CREATE TRIGGER g BEFORE UPDATE OF %s ON %s".formatted(column, table);
    return new Stored(Kind.TRIGGER, new Name("g"), table, sql(definition));
  }

  private static Stored about(String table, String column) {
    String of = "COLUMN %s.%s".formatted(table, column);
    return new Stored(Kind.COMMENT, new Name(table), of, sql("COMMENT ON %s IS 'x'".formatted(of)));
  }

  @Test
  void models_that_know_no_options_know_no_parts_of_tables() {
    Schema from = schema(table("part", "PARTITION OF t DEFAULT"), table("t", ID));
    Terms terms = Terms.strict().with(Silence.about(List.of(Aspect.OPTIONS)));

    SchemaDiff diff = SchemaDiff.between(from, schema(table("t", ID)), terms);

    assertThat(diff.operations()).isEmpty();
    assertThat(diff.notes())
        .containsExactly(
            "The table part stays as it is: the models say nothing about options of tables.");
  }

  @Test
  void what_models_do_not_know_of_a_server_stays() {
    Column counting = counting(notNull(column("id", "INTEGER")), Identity.Kind.BY_DEFAULT, "");
    Column collated = column("a", "text collate \"C\"");
    Constraint apart = other("EXCLUDE (id WITH =)", "id");
    Schema from =
        schema(
            table("t", counting, collated, apart),
            function("f", "()", "AS x"),
            type("'a'"),
            stored(Kind.SEQUENCE, "s", "CREATE SEQUENCE s"),
            new Stored(Kind.COMMENT, new Name("t"), "TABLE t", sql("COMMENT ON TABLE t IS 'x'")));
    Schema to = schema(table("t", notNull(column("id", "INTEGER")), column("a", "text")));

    SchemaDiff diff =
        SchemaDiff.between(from, to, Terms.strict().with(Silence.about(List.of(Aspect.values()))));

    assertThat(diff.operations()).isEmpty();
    assertThat(diff.notes())
        .containsExactly(
            "The identity of column t.id stays as it is: the models say nothing about"
                + " AUTOINCREMENT.",
            "The collation \"c\" of column t.a stays as it is: the models say nothing about"
                + " collations.",
            "The constraint x on t EXCLUDE (id WITH =) stays as it is: the models say nothing about"
                + " checks.",
            "The type mood stays as it is: the models say nothing about types and schemas.",
            "The sequence s stays as it is: the models say nothing about sequences.",
            "The function f() stays as it is: the models say nothing about functions.",
            "The comment on TABLE t stays as it is: the models say nothing about comments.");
  }

  @Test
  void what_tables_need_is_there_before_them_and_goes_after_them() {
    Object table = table("t", withDefault(column("a", "mood"), "f(nextval('s'))"), check("g(a)"));
    Schema full =
        schema(
            table,
            type("'a'"),
            stored(Kind.SEQUENCE, "s", "CREATE SEQUENCE s"),
            function("f", "(n int)", "AS x"),
            function("g", "(m mood)", "AS f(1)"),
            stored(Kind.NAMESPACE, "audit", "CREATE SCHEMA audit"));

    assertThat(operations(schema(), full))
        .containsExactly(
            "create schema audit",
            "create type mood",
            "create sequence s",
            "create function f(n int)",
            "create function g(m mood)",
            "create table t");
    assertThat(operations(full, schema()).getFirst()).isEqualTo("drop table t");
    assertThat(operations(full, schema()).getLast()).isEqualTo("drop schema audit");
    assertThat(
            operations(
                schema(table("t", column("a"))),
                schema(table("t", column("a", "mood")), type("'a'"))))
        .containsExactly("create type mood", "type of t.a: mood, not TEXT");
    assertThat(
            operations(
                schema(table("t", column("a", "mood")), type("'a'")),
                schema(table("t", column("a")))))
        .containsExactly("type of t.a: TEXT, not mood", "drop type mood");
  }

  @Test
  void a_function_that_mentions_a_table_comes_after_it_unless_the_table_needs_it() {
    Object reads = function("f", "()", "AS $x$SELECT count(*) FROM t$x$");

    assertThat(operations(schema(), schema(reads, table("t", ID), view("v", "SELECT f()"))))
        .containsExactly("create table t", "create function f()", "create view v");
    assertThat(operations(schema(), schema(reads, table("t", withDefault(column("a"), "f()")))))
        .containsExactly("create function f()", "create table t");
    assertThat(operations(schema(), schema(reads, function("g", "()", "AS f()"), table("t", ID))))
        .containsExactly("create table t", "create function f()", "create function g()");
  }

  @Test
  void a_function_is_replaced_where_it_stands_and_is_another_if_it_takes_something_else() {
    Object use = view("v", "SELECT f()");

    assertThat(
            operations(
                schema(use, function("f", "()", "AS 1")), schema(use, function("f", "()", "AS 2"))))
        .containsExactly("replace function f()");
    assertThat(
            operations(
                schema(use, function("f", "()", "AS 1")),
                schema(use, function("f", "(n int)", "AS 1"))))
        .containsExactly(
            "drop view v", "drop function f()", "create function f(n int)", "create view v");
  }

  @Test
  void a_function_whose_sql_is_checked_is_made_anew_when_all_is_there() {
    assertThat(
            operations(
                schema(
                    function("f", "()", "LANGUAGE sql AS SELECT a FROM t"),
                    table("t", ID, column("a"))),
                schema(
                    function("f", "()", "LANGUAGE sql AS SELECT b FROM t"),
                    table("t", ID, column("b")))))
        .containsExactly(
            "drop function f()", "add column t.b", "drop column t.a", "create function f()");
  }

  @Test
  void what_stands_on_a_type_makes_way_while_it_is_made_anew() {
    Object[] tables = {
      table(
          "t",
          withDefault(column("a", "mood"), "'x'"),
          column("b", "mood[]"),
          computed(column("c"), "a = 1"),
          primaryKey("a"),
          check("a <> 2"),
          where(index("ix", "b"), "a > 1"),
          index("iy", "a")),
      table("u", column("a", "mood"), foreignKey(names("a"), "t", names("a"))),
      table("w", ID),
      view("v", "SELECT a FROM t"),
      view("other", "SELECT id FROM w"),
      function("f", "(m mood)", "AS x"),
      trigger("g", "ON t")
    };

    assertThat(operations(schema(all(tables, type("'x'"))), schema(all(tables, type("'y'")))))
        .containsExactly(
            "replace type mood [drop view v, drop foreign key on u (a) -> t (a), "
                + "drop index ix on t (b) WHERE a > 1, drop check on t (a <> 2), drop column t.c, "
                + "default of t.a: none, not 'x', type of t.a: text, not mood, "
                + "type of t.b: text[], not mood[], type of u.a: text, not mood, "
                + "drop function f(m mood)]");
  }

  @Test
  void a_type_that_becomes_a_domain_goes_before_it_comes() {
    assertThat(
            operations(
                schema(type("'a'")),
                schema(stored(Kind.DOMAIN, "mood", "CREATE DOMAIN mood AS text"))))
        .containsExactly("drop type mood", "create domain mood");
  }

  @Test
  void triggers_of_one_name_on_two_tables_are_two() {
    Schema from =
        schema(
            table("t", ID),
            table("u", ID),
            new Stored(Kind.TRIGGER, new Name("g"), "t", sql("CREATE TRIGGER g ON t x")),
            new Stored(Kind.TRIGGER, new Name("g"), "u", sql("CREATE TRIGGER g ON u x")));
    Schema to =
        schema(
            table("t", ID),
            table("u", ID),
            new Stored(Kind.TRIGGER, new Name("g"), "t", sql("CREATE TRIGGER g ON t y")));

    assertThat(sentences(diff(from, to)))
        .containsExactly(
            "trigger g on u is not in the models",
            "trigger g on t is defined differently in the models");
    Terms terms = Terms.strict().with(new Selection(List.of(), List.of("u")));
    assertThat(InShort.of(SchemaDiff.between(from, to, terms).operations()))
        .containsExactly("drop trigger g on t", "create trigger g on t");
  }

  @Test
  void a_comment_goes_with_what_it_is_about() {
    Object comment =
        new Stored(Kind.COMMENT, new Name("v"), "VIEW v", sql("COMMENT ON VIEW v IS 'x'"));

    assertThat(
            operations(
                schema(view("v", "SELECT 1"), comment), schema(view("v", "SELECT 2"), comment)))
        .containsExactly(
            "drop comment on VIEW v", "drop view v", "create view v", "create comment on VIEW v");
  }

  @Test
  void tables_of_one_name_in_two_schemas_are_two() {
    Table log =
        new Table(new Name("audit", "log"), List.of(column("a")), List.of(), List.of(), List.of());
    Table own = new Table(new Name("log"), List.of(column("a")), List.of(), List.of(), List.of());

    assertThat(operations(schema(log), schema(own)))
        .containsExactly("drop table audit.log", "create table log");
    Terms terms = Terms.strict().with(new Selection(List.of(), List.of("audit.*")));
    assertThat(SchemaDiff.between(schema(log), schema(), terms).operations()).isEmpty();
  }

  @Test
  void two_parts_of_a_table_are_not_taken_for_one_another() {
    assertThat(
            diff(
                    schema(table("one", "PARTITION OF t DEFAULT"), table("t", ID)),
                    schema(table("two", "PARTITION OF t DEFAULT"), table("t", ID)))
                .notes())
        .isEmpty();
  }
}
