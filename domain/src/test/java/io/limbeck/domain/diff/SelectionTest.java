package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.trigger;
import static io.limbeck.domain.diff.Drafts.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Object ID = column("id", "INTEGER");

  private static List<String> operations(
      Schema from, Schema to, List<String> include, List<String> exclude) {
    Terms terms = Terms.strict().with(new Selection(include, exclude));
    return InShort.of(SchemaDiff.between(from, to, terms).operations());
  }

  @Test
  void what_is_excluded_is_looked_at_on_neither_side() {
    Schema from = schema(table("audit_log", ID), table("users", ID), view("audit_all", "SELECT 1"));
    Schema to = schema(table("audit_other", ID), table("users", ID, column("age")));

    assertThat(operations(from, to, List.of(), List.of("audit_*")))
        .containsExactly("add column users.age");
  }

  @Test
  void only_what_is_included_is_looked_at() {
    Schema from = schema(table("app_users", ID), table("spatial_ref_sys", ID));

    assertThat(operations(from, schema(), List.of("app_*"), List.of()))
        .containsExactly("drop table app_users");
    assertThat(operations(from, schema(), List.of("app_*"), List.of("*_users"))).isEmpty();
  }

  @Test
  void a_pattern_is_a_whole_name_without_regard_to_case() {
    Schema from = schema(table("Users", ID), table("users_old", ID), table("t.1", ID));

    assertThat(operations(from, schema(), List.of(), List.of("users")))
        .containsExactly("drop table users_old", "drop table t.1");
    assertThat(operations(from, schema(), List.of(), List.of("USER?", "t?1", "u*_old"))).isEmpty();
    assertThat(operations(from, schema(), List.of("t.1", "uxold"), List.of()))
        .containsExactly("drop table t.1");
  }

  @Test
  void a_trigger_goes_with_its_table() {
    Schema from =
        schema(
            table("audit_log", ID),
            table("users", ID),
            trigger("on_log", "AFTER UPDATE OF \"on\" ON \"audit_log\" BEGIN SELECT 1; END"),
            trigger("audit_users", "AFTER INSERT ON users BEGIN SELECT 1; END"));

    assertThat(operations(from, schema(table("users", ID)), List.of(), List.of("audit_*")))
        .containsExactly("drop trigger audit_users");
  }
}
