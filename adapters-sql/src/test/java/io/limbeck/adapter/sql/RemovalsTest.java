package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.script.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RemovalsTest {

  static Stream<Arguments> scripts() {
    return Stream.of(
        // tables
        reads("drop table t", "t"),
        reads("DROP TABLE IF EXISTS main.t", "main.t"),
        reads("drop /* not u */ table a, \"b c\" cascade", "a", "b c"),
        reads("drop table [a b]; drop table `c``d`", "a b", "c`d"),
        reads("drop view v; drop index i; drop trigger t"),
        reads("create trigger t after insert on a begin delete from b; end"),
        reads("insert into log values ('drop table t')"),
        reads("delete from t; truncate table t"),
        // columns
        reads("alter table t drop column c", "t.c"),
        reads("alter table t drop c", "t.c"),
        reads("alter table if exists only s.\"T\" drop column if exists \"C\" cascade", "s.T.C"),
        reads("alter table t drop column a, drop column b", "t.a", "t.b"),
        reads("alter table t drop column a, b", "t.a", "t.b"),
        reads("alter table t drop column (a, b)", "t.a", "t.b"),
        reads("alter table t add column n decimal(3, 1) default 1, drop column a", "t.a"),
        reads("alter table t drop column a, add constraint c check (a, b)", "t.a"),
        reads("alter table t drop constraint c; alter table t drop primary key"),
        reads("alter table t drop constraint if exists c, drop column c", "t.c"),
        reads("alter table t alter column c drop not null"),
        // the same again
        reads("drop table t; create table t (c int); drop table T", "t"),
        reads("alter table t drop c; alter table t add c int; alter table t drop C", "t.c"),
        reads("alter table t drop c; alter table u drop c; drop table t", "u.c", "t"),
        // renamed
        reads("alter table t rename to u; drop table u", "t"),
        reads("alter table t rename to \"U\"; alter table u drop column c", "t.c"),
        reads("alter table t rename to u; create table t (c int); drop table t"),
        reads("alter table t rename to u; alter table u rename to t; drop table t", "t"),
        reads("alter table t rename column a to b; alter table t drop column b", "t.a"),
        reads("alter table t rename a to b; alter table t drop column a"),
        reads("alter table t alter column a rename to b; alter table t drop column b", "t.a"),
        reads("alter table t rename constraint a to b; alter table t drop column b", "t.b"),
        reads("alter table t drop c; alter table t rename to u; drop table u", "t"),
        // cut short
        reads("drop"),
        reads("drop table"),
        reads("alter table"),
        reads("alter table t"),
        reads("alter table t rename to"),
        reads("alter table t rename a to"),
        reads("alter table t drop"),
        reads("alter table t drop (a", "t.a"));
  }

  private static Arguments reads(String script, String... expected) {
    return Arguments.of(script, List.of(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void what_statements_remove_is_read(String script, List<String> expected) {
    assertThat(removals(script)).extracting(RemovalsTest::inWords).isEqualTo(expected);
  }

  @Test
  void a_table_is_counted_by_its_rows_and_a_column_by_its_values() {
    List<Removal> removals = removals("drop table s.\"T\"; alter table u drop column [c d]");

    assertThat(removals)
        .extracting(removal -> removal.count(Optional.empty()))
        .containsExactly(
            "SELECT count(*) FROM s.\"T\" AS lost", "SELECT count(lost.[c d]) FROM u AS lost");
  }

  private static List<Removal> removals(String script) {
    Source source = Source.of(script, "test");
    List<Statement> statements =
        Splitter.split(source, Tokenizer.tokens(source)).stream()
            .map(statement -> statement.in(source))
            .toList();
    return Removals.of(statements);
  }

  private static String inWords(Removal removal) {
    return removal.table().text() + removal.column().map(column -> "." + column.text()).orElse("");
  }
}
