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
      "-- m\n-- Revision ID: a\n-- migrate:upgrade\ncreate table t (x text default 'a\nb');\n"
          + "select x||-1 from t;\n-- migrate:downgrade sqlite\ndrop table t;\n";

  @Test
  void is_the_same_for_ever() {
    assertThat(checksum(SCRIPT))
        .isEqualTo("v1:9b2c526dbdd4c8233ed0389c09ab0a2bd0b0075b2e9a280a4aab9bf0e948c5c7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- other\n--\n-- Revision ID: a\n-- Revises: b\n\n--migrate:upgrade\ncreate table t(x text"
            + " default 'a\nb');select x || - 1 from t\n-- migrate:downgrade   sqlite\n;;drop"
            + " table t",
        "\uFEFF-- m\n-- Revision ID: a\n-- migrate:upgrade\n/* a */create/* b */table t ( x -- c\n"
            + "text default 'a\nb') ;; select x||-1\tfrom\ft;\n-- migrate:downgrade sqlite --\n"
            + "drop table t;\n"
      })
  void layout_and_comments_do_not_change_it(String other) {
    assertThat(checksum(other.replace("sqlite --", "sqlite"))).isEqualTo(checksum(SCRIPT));
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
