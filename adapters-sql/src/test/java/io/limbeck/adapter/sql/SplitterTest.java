package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplitterTest {

  static Stream<Arguments> cases() {
    return Stream.of(
        split(""),
        split(";;;"),
        split("-- only a comment\n;"),
        split("select 1", "select 1"),
        split("select 1;", "select 1"),
        split("select 1;select 2", "select 1", "select 2"),
        split("/* a */ select /* b */ 1 -- c\n; -- d", "select /* b */ 1"),
        split("select ';', \"a;b\", `c;d`, [e;f]", "select ';', \"a;b\", `c;d`, [e;f]"),
        split("do $$ begin; end $$; select 1", "do $$ begin; end $$", "select 1"),
        split("select a['x;y'], b[1]; select 2", "select a['x;y'], b[1]", "select 2"),
        split(
            "create trigger t after insert on a begin select 1; select 2; end; select 3",
            "create trigger t after insert on a begin select 1; select 2; end",
            "select 3"),
        split(
            """
            CREATE TEMP TRIGGER t AFTER UPDATE OF x ON a WHEN case when 1 then 1 end BEGIN
              update b set y = case new.x when 1 then 2 else 3 end;
              select case when 1 then case when 2 then 3 end end;
            END;
            select 1;\
            """,
            """
            CREATE TEMP TRIGGER t AFTER UPDATE OF x ON a WHEN case when 1 then 1 end BEGIN
              update b set y = case new.x when 1 then 2 else 3 end;
              select case when 1 then case when 2 then 3 end end;
            END\
            """,
            "select 1"),
        split(
            "create temporary trigger if not exists begin after delete on begin begin"
                + " select begin, end from t; end",
            "create temporary trigger if not exists begin after delete on begin begin"
                + " select begin, end from t; end"),
        split(
            "create trigger t after insert on a execute function f(); select 1",
            "create trigger t after insert on a execute function f()",
            "select 1"),
        split(
            "create or replace function f() returns int language sql begin atomic"
                + " select 1; select case when true then 2 end; end; select 3",
            "create or replace function f() returns int language sql begin atomic"
                + " select 1; select case when true then 2 end; end",
            "select 3"),
        split(
            "create procedure p() begin atomic end; select 1",
            "create procedure p() begin atomic end",
            "select 1"),
        split(
            "create table trigger_log(begin int); select 1",
            "create table trigger_log(begin int)",
            "select 1"),
        split("select 'a''', e'\\';'; select 2", "select 'a''', e'\\';'", "select 2"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void splits(String sql, List<String> statements) {
    assertThat(statements(sql)).isEqualTo(statements);
  }

  @Test
  void a_body_without_an_end_is_an_error_where_it_begins() {
    assertThatThrownBy(() -> statements("create trigger t after insert on a\nbegin select 1;"))
        .hasMessage("here.sql:2:1: The body that begins here has no END. Close it with END;.");
  }

  @Test
  void a_statement_knows_its_line() {
    Source source = Source.of("\n-- one\n\nselect 1;\n/* two\n*/ select 2", "here.sql");

    assertThat(Splitter.split(source, Tokenizer.tokens(source)))
        .extracting(statement -> statement.in(source).line())
        .containsExactly(4, 6);
  }

  private static List<String> statements(String sql) {
    Source source = Source.of(sql, "here.sql");
    return Splitter.split(source, Tokenizer.tokens(source)).stream()
        .map(statement -> statement.in(source).sql())
        .toList();
  }

  private static Arguments split(String sql, String... statements) {
    return Arguments.of(sql, List.of(statements));
  }
}
