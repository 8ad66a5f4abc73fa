package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.names;
import static io.limbeck.domain.diff.Drafts.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void names_are_words_and_what_is_quoted_in_any_way() {
    assertThat(Words.of(sql("a1 + \"b \"\"c\" * `d e` - [f] || preis_€ || Größe")))
        .containsExactlyElementsOf(names("a1", "b \"c", "d e", "f", "preis_", "größe"));
  }

  @Test
  void strings_and_comments_hold_no_names() {
    assertThat(Words.of(sql("a /* b ' */ || 'c ''d'' e' -- f\n || g")))
        .containsExactlyElementsOf(names("a", "g"));
  }

  @Test
  void dollars_stand_in_names_and_around_what_postgresql_quotes() {
    assertThat(Words.of(sql("AS $f$SELECT a$1 FROM t$f$ $$b$$")))
        .containsExactlyElementsOf(names("as", "select", "a$1", "from", "t", "b"));
  }

  @Test
  void what_stands_in_an_array_is_no_quoted_name() {
    assertThat(Words.of(sql("x = ANY (ARRAY[a, b]::text[])")))
        .containsExactlyElementsOf(names("x", "any", "array", "a", "b", "text"));
  }

  @Test
  void a_very_long_string_is_passed_over() {
    assertThat(Words.of(sql("a || '%s' || b".formatted("it''s long ".repeat(100_000)))))
        .containsExactlyElementsOf(names("a", "b"));
  }

  @Test
  void a_name_alone_is_told_from_an_expression() {
    assertThat(Words.only(sql("\"a b\""))).contains(new Name("a b"));
    assertThat(Words.only(sql("lower(a)"))).isEmpty();
    assertThat(Words.only(sql("-a"))).isEmpty();
    assertThat(Words.only(sql("'a'"))).isEmpty();
  }

  @Test
  void names_are_replaced_by_what_they_stand_for() {
    Expression renamed =
        Words.renamed(
            sql("x.x > 0 AND X <> 'x' AND [x] < y AND x . z > \"\""),
            name -> name.equals(new Name("x")) ? new Name("the \"new\"") : name,
            name -> name.equals(new Name("x")) ? new Name("t$1") : name);

    assertThat(renamed.sql())
        .isEqualTo(
            "t$1.\"the \"\"new\"\"\" > 0 AND \"the \"\"new\"\"\" <> 'x'"
                + " AND \"the \"\"new\"\"\" < y AND t$1 . z > \"\"");
    assertThat(renamed.canonical()).isEqualTo(renamed.sql().toLowerCase(java.util.Locale.ROOT));
  }
}
