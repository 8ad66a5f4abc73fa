package io.limbeck.adapter.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          (a > 0 AND B IS NOT NULL)                 | a B
          ("a b" <> [c] AND `d` = 'e')              | a b c d
          (length(a) + max(b, 1))                   | a b
          (t.a = main.t.b)                          | a b
          (a COLLATE nocase < CAST(b AS INTEGER))   | a b
          (CASE a WHEN 1 THEN b ELSE NULL END)      | a b
          (a BETWEEN 1 AND b ESCAPE 'c')            | a b
          (a /* b */ -- c)                          | a
          (a IN ('b', ~"c"~) OR a NOT LIKE x'00')   | a c
          (json_extract(a, '$.b'))                  | a
          (1 = 1)                                   |
          (a IS NOT DISTINCT FROM b AND c ISNULL)   | a b c
          (NOT like AND a LIKE like ESCAPE 'x')     | like a
          (CAST(a AS UNSIGNED BIG INT) AND b)       | a b
          (a, lower(b) DESC, c COLLATE d) WHERE e   | a b c e
          (A = a)                                   | A
          """)
  void the_names_in_an_expression_may_be_columns(String expression, String names) {
    String found =
        String.join(" ", Expressions.names(expression).stream().map(Name::text).toList());

    assertThat(found).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1",
        "+ 1.5e3",
        "0x1F",
        "'a'",
        "x'00'",
        "NULL",
        "true",
        "FALSE",
        "/* a */ 1"
      })
  void a_literal_is_known_beforehand(String expression) {
    assertThat(Expressions.isLiteral(expression)).isTrue();
    assertThat(Expressions.needsNoParentheses(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CURRENT_TIMESTAMP", "(1)", "(random())", "( 1 + 2 )", "((1))"})
  void what_is_computed_is_no_literal_though_it_may_stand_as_it_is(String expression) {
    assertThat(Expressions.isLiteral(expression)).isFalse();
    assertThat(Expressions.needsNoParentheses(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lower('A')", "1 + 2", "(1) + (2)", "a", "- a", "'a' || 'b'", "-'a'", "- -1"})
  void everything_else_needs_parentheses(String expression) {
    assertThat(Expressions.isLiteral(expression)).isFalse();
    assertThat(Expressions.needsNoParentheses(expression)).isFalse();
  }
}
