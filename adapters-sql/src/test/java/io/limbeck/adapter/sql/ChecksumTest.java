package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
  private static final String SCRIPT =
      """
      -- m
      -- Revision ID: a
      -- migrate:upgrade
      create table t (x text default 'a
      b');
      select x||-1 from t;
      -- migrate:downgrade sqlite
      drop table t;
      """;

  @Test
  void is_the_same_for_ever() {
    assertThat(checksum(SCRIPT))
        .isEqualTo("v1:9b2c526dbdd4c8233ed0389c09ab0a2bd0b0075b2e9a280a4aab9bf0e948c5c7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        -- other
        --
        -- Revision ID: a
        -- Revises: b

        --migrate:upgrade
        create table t(x text default 'a
        b');select x || - 1 from t
        -- migrate:downgrade   sqlite
        ;;drop table t\
        """,
        """
        \uFEFF-- m
        -- Revision ID: a
        -- migrate:upgrade
        /* a */create/* b */table t ( x -- c
        text default 'a
        b') ;; select x||-1\tfrom\ft;
        -- migrate:downgrade ,sqlite
        drop table t;
        """
      })
  void layout_and_comments_do_not_change_it(String other) {
    assertThat(checksum(other)).isEqualTo(checksum(SCRIPT));
  }

  @Test
  void line_ends_do_not_change_it_even_in_strings() {
    assertThat(checksum(SCRIPT.replace("\n", "\r\n"))).isEqualTo(checksum(SCRIPT));
  }

  @Test
  void any_token_changes_it() {
    Set<String> seen = new HashSet<>(List.of(checksum(SCRIPT)));
    Source source = Source.of(SCRIPT, "x.sql");
    for (Token token : Tokenizer.tokens(source)) {
      if (!token.isComment() && token.kind() != Token.Kind.SEMICOLON) {
        String without = SCRIPT.substring(0, token.start()) + SCRIPT.substring(token.end());
        assertThat(seen.add(checksum(without))).as("without %s", token).isTrue();
        String twice = SCRIPT.substring(0, token.end()) + " ! " + SCRIPT.substring(token.end());
        assertThat(seen.add(checksum(twice))).as("more after %s", token).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- migrate:upgrade\na b",
        "-- migrate:upgrade\nab",
        "-- migrate:upgrade\nA b",
        "-- migrate:upgrade\na;b",
        "-- migrate:upgrade sqlite\na b",
        "-- migrate:upgrade transaction=off\na b",
        "-- migrate:upgrade\n'a b'",
        "-- migrate:upgrade\n\"a b\"",
        "-- migrate:upgrade\na b\n-- migrate:downgrade",
        "-- migrate:upgrade\n-- migrate:downgrade\na b"
      })
  void whatever_means_something_is_in_it(String body) {
    List<String> bodies =
        List.of("-- migrate:upgrade\na c", "-- migrate:upgrade\nselect", "-- migrate:upgrade");

    assertThat(bodies).extracting(ChecksumTest::ofBody).doesNotContain(ofBody(body));
    assertThat(ofBody(body)).isNotEqualTo(ofBody(body + "\n, x"));
  }

  private static String ofBody(String body) {
    return checksum("--\n-- Revision ID: a\n" + body.replace("off\na b\n, x", "off\na b , x"));
  }

  private static String checksum(String script) {
    return new SqlScriptFormat(SqlScriptFormatTest.DIALECTS).read(script, "x.sql").checksum();
  }
}
