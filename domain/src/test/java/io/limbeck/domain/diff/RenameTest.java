package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.check;
import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.computed;
import static io.limbeck.domain.diff.Drafts.foreignKey;
import static io.limbeck.domain.diff.Drafts.index;
import static io.limbeck.domain.diff.Drafts.named;
import static io.limbeck.domain.diff.Drafts.notNull;
import static io.limbeck.domain.diff.Drafts.primaryKey;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rename is what a hint says, and nothing else. */
class RenameTest {
  private static final Object ID = column("id", "INTEGER");
  private static final Object KEY = primaryKey("id");

  private static SchemaDiff diff(Schema from, Schema to, RenameHint... hints) {
    return SchemaDiff.between(from, to, Terms.strict().with(List.of(hints)));
  }

  private static RenameHint table_(String now, String was) {
    return new RenameHint.OfTable(new Name(now), new Name(was));
  }

  private static RenameHint column_(String table, String now, String was) {
    return new RenameHint.OfColumn(new Name(table), new Name(now), new Name(was));
  }

  @Test
  void a_table_is_renamed_and_foreign_keys_follow_it() {
    SchemaDiff diff =
        diff(
            schema(table("persons", ID, KEY), table("pets", ID, foreignKey("id", "persons"))),
            schema(table("people", ID, KEY), table("pets", ID, foreignKey("id", "people"))),
            table_("people", "persons"));

    assertThat(InShort.of(diff.operations())).containsExactly("rename table persons to people");
    assertThat(InShort.of(diff.reversed())).containsExactly("rename table people to persons");
    assertThat(diff.differences())
        .extracting(difference -> difference.sentence("the models"))
        .containsExactly("table persons is called people in the models");
    assertThat(diff.notes()).isEmpty();
  }

  @Test
  void a_column_is_renamed_and_all_that_uses_it_follows() {
    SchemaDiff diff =
        diff(
            schema(
                table(
                    "t",
                    ID,
                    column("price"),
                    computed(column("twice"), "2 * t.price"),
                    check("\"price\" > 0 AND note <> 'price'"),
                    index("ix", "lower(price)"))),
            schema(
                table(
                    "t",
                    ID,
                    column("cost"),
                    computed(column("twice"), "2 * t.cost"),
                    check("\"cost\" > 0 AND note <> 'price'"),
                    index("ix", "lower(cost)"))),
            column_("t", "cost", "price"));

    assertThat(InShort.of(diff.operations())).containsExactly("rename column t.price to cost");
    assertThat(diff.differences())
        .extracting(difference -> difference.sentence("the models"))
        .containsExactly("column t.price is called cost in the models");
  }

  @Test
  void a_table_and_its_column_are_renamed_and_changed_by_their_new_names() {
    SchemaDiff diff =
        diff(
            schema(table("a", ID, column("x"), named("ck", check("a.x > 0")), index("ix", "x"))),
            schema(
                table(
                    "b",
                    ID,
                    notNull(column("y")),
                    named("ck", check("b.y > 1")),
                    index("iy", "y"))),
            table_("b", "a"),
            column_("b", "y", "x"));

    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "drop index ix on a (x)",
            "drop check ck on a (a.x > 0)",
            "rename table a to b",
            "rename column b.x to y",
            "b.y: not null",
            "add check ck on b (b.y > 1)",
            "create index iy on b (y)");
  }

  @Test
  void a_view_on_what_is_renamed_is_made_anew_as_the_models_have_it() {
    SchemaDiff diff =
        diff(
            schema(table("a", ID), view("v", "SELECT id FROM a")),
            schema(table("b", ID), view("v", "SELECT id FROM b")),
            table_("b", "a"));

    assertThat(InShort.of(diff.operations()))
        .containsExactly("drop view v", "rename table a to b", "create view v");
  }

  @Test
  void a_name_with_blanks_is_found_and_written_in_quotes() {
    SchemaDiff diff =
        diff(
            schema(table("t", ID, column("old one"), check("[old one] > 0"))),
            schema(table("t", ID, column("new one"), check("\"new one\" > 0"))),
            column_("t", "new one", "old one"));

    assertThat(InShort.of(diff.operations())).containsExactly("rename column t.old one to new one");
  }

  @Test
  void a_hint_that_was_followed_may_stay_and_is_not_told_of() {
    Schema now = schema(table("people", ID, column("name")));

    SchemaDiff diff = diff(now, now, table_("people", "persons"), column_("people", "name", "n"));

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.notes()).isEmpty();
  }

  @Test
  void a_hint_at_what_is_there_beside_its_old_name_is_ignored() {
    Schema both =
        schema(
            table("people", ID, column("name"), column("n")), table("persons", ID, column("name")));
    Schema one = schema(table("people", ID, column("name")));

    SchemaDiff diff = diff(both, one, table_("people", "persons"), column_("people", "name", "n"));

    assertThat(InShort.of(diff.operations()))
        .containsExactly("drop table persons", "drop column people.n");
    assertThat(diff.notes())
        .containsExactly(
            "The hint that table people was persons is ignored: table people is there already.",
            "The hint that column people.name was n is ignored:"
                + " column people.name is there already.");
  }

  @Test
  void a_hint_at_what_is_not_there_is_ignored() {
    SchemaDiff diff =
        diff(
            schema(table("t", ID)),
            schema(table("t", ID, column("a")), table("new", ID, column("b"))),
            table_("new", "old"),
            table_("newest", "t"),
            column_("t", "a", "z"),
            column_("t", "nothing", "id"),
            column_("new", "b", "x"));

    assertThat(InShort.of(diff.operations())).containsExactly("add column t.a", "create table new");
    assertThat(diff.notes())
        .containsExactly(
            "The hint that table new was old is ignored: there is no table old.",
            "The hint that table newest was t is ignored: the models have no table newest.",
            "The hint that column t.a was z is ignored: there is no column t.z.",
            "The hint that column t.nothing was id is ignored:"
                + " the models have no column t.nothing.",
            "The hint that column new.b was x is ignored: there is no table new.");
  }

  @Test
  void what_the_models_still_have_is_not_renamed() {
    SchemaDiff diff =
        diff(schema(table("a", ID)), schema(table("a", ID), table("b", ID)), table_("b", "a"));

    assertThat(InShort.of(diff.operations())).containsExactly("create table b");
    assertThat(diff.notes())
        .containsExactly(
            "The hint that table b was a is ignored: the models have table a as well.");
  }

  @Test
  void of_two_hints_that_claim_the_same_the_first_counts() {
    Schema from = schema(table("t", ID, column("a"), column("b", "REAL")));
    Schema to = schema(table("t", ID, column("c"), column("d", "REAL")));

    SchemaDiff diff =
        diff(from, to, column_("t", "c", "a"), column_("t", "d", "a"), column_("t", "c", "b"));

    assertThat(InShort.of(diff.operations()))
        .containsExactly("rename column t.a to c", "add column t.d", "drop column t.b");
    assertThat(diff.notes())
        .startsWith(
            "The hint that column t.d was a is ignored: column t.a is renamed already.",
            "The hint that column t.c was b is ignored: another hint says what it was.");
  }

  @Test
  void what_is_computed_is_not_renamed() {
    SchemaDiff diff =
        diff(
            schema(table("t", ID, computed(column("a"), "id + 1"))),
            schema(table("t", ID, computed(column("b"), "id + 1"))),
            column_("t", "b", "a"));

    assertThat(InShort.of(diff.operations())).containsExactly("drop column t.a", "add column t.b");
    assertThat(diff.notes())
        .containsExactly(
            "The hint that column t.b was a is ignored:"
                + " what is computed, before or now, keeps no values.");
  }

  @Test
  void a_column_like_one_that_goes_brings_a_suggestion() {
    SchemaDiff diff =
        diff(
            schema(table("t", ID, column("name"), column("size", "REAL"), notNull(column("x")))),
            schema(table("t", ID, column("title"), column("born", "DATE"))));

    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "add column t.title",
            "add column t.born",
            "drop column t.name",
            "drop column t.size",
            "drop column t.x");
    assertThat(diff.notes())
        .containsExactly(
            "If column t.title is not new but renamed, write -- was: name on its line in the"
                + " models: nothing is lost then.");
  }

  @Test
  void several_columns_like_it_are_all_suggested() {
    SchemaDiff diff =
        diff(schema(table("t", ID, column("a"), column("b"))), schema(table("t", ID, column("c"))));

    assertThat(diff.notes())
        .containsExactly(
            "If column t.c is not new but renamed, write -- was: a or -- was: b on its line in the"
                + " models: nothing is lost then.");
  }

  @Test
  void a_table_like_one_that_goes_brings_a_suggestion() {
    SchemaDiff diff =
        diff(
            schema(table("persons", ID, column("name"), column("age")), table("log", ID)),
            schema(
                table("people", ID, column("name"), column("born")), table("x", ID, column("y"))));

    assertThat(diff.notes())
        .containsExactly(
            "If table people is not new but renamed, write -- was: persons on its line in the"
                + " models: nothing is lost then.");
  }
}
