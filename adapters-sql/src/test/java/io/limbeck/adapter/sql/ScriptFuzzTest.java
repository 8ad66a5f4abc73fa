package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.script.ScriptException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a script holds, it is understood or refused with a line and column, and none is lost.
 */
@Timeout(60)
class ScriptFuzzTest {
  private static final String HEADER = "-- m\n-- Revision ID: a\n-- Revises: b\n";
  private static final Pattern PLACE = Pattern.compile("x\\.sql:(\\d+):(\\d+): .*", Pattern.DOTALL);
  private static final List<String> FRAGMENTS =
      List.of(
          "select",
          "create",
          "trigger",
          "temp",
          "function",
          "begin",
          "atomic",
          "end",
          "case",
          "on",
          "when",
          "after",
          "insert",
          ";",
          ";",
          ";",
          " ",
          "\n",
          "\r\n",
          "\t",
          "\r",
          "'",
          "''",
          "'a'",
          "\"",
          "\"b\"",
          "`",
          "[",
          "]",
          "[c]",
          "a[1]",
          "ARRAY",
          "$$",
          "$t$",
          "$1",
          "E'",
          "x'",
          "\\",
          "--",
          "-- c\n",
          "/*",
          "*/",
          "/* d */",
          "1",
          "1.5e",
          ".",
          "..",
          "0x",
          "||",
          "::",
          "?",
          ":n",
          "@n",
          "(",
          ")",
          ",",
          "ä",
          "\uD83D\uDE00",
          "\uD83D",
          "\0",
          "\uFEFF",
          "vacuum",
          "\n-- migrate:upgrade\n",
          "\n-- migrate:downgrade\n",
          "\n-- migrate:upgrade h2\n",
          "\n-- migrate:downgrade transaction=off\n",
          "\n-- migrate:",
          "-- Revises: c\n");

  private final SqlScriptFormat format = new SqlScriptFormat(SqlScriptFormatTest.DIALECTS);

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void random_bytes_are_understood_or_refused(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      String noise = new String(bytes, StandardCharsets.ISO_8859_1);
      check(noise);
      check(HEADER + "-- migrate:upgrade\n" + noise);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void random_fragments_are_understood_or_refused(int seed) {
    Random random = new Random(seed);
    int understood = 0;
    for (int round = 0; round < 1000; round++) {
      StringBuilder text = new StringBuilder(HEADER).append("-- migrate:upgrade\n");
      for (int count = random.nextInt(12); count > 0; count--) {
        text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        text.append(random.nextBoolean() ? " " : "");
      }
      understood += check(text.toString()) ? 1 : 0;
    }

    assertThat(understood).isGreaterThan(100);
  }

  @Test
  void every_beginning_of_a_script_is_understood_or_refused() {
    String script =
        HEADER
            + "-- migrate:upgrade\r\ncreate table \"a;\" (x /* ; /* */ */ text default 'it''s');\n"
            + "create trigger t after insert on a begin select case when 1 then $$;$$ end; end;\n"
            + "insert into a[1] values (x'00', E'\\';', 1e-5, ARRAY[';'], [b;c]); -- done\n"
            + "-- migrate:downgrade postgresql transaction=off\nvacuum\n";

    assertThat(check(script)).isTrue();
    for (int end = 0; end < script.length(); end++) {
      check(script.substring(0, end));
    }
  }

  /** {@return whether {@code text} was understood} */
  private boolean check(String text) {
    try {
      format.read(text, "x.sql");
    } catch (ScriptException refusal) {
      assertPlaceIn(text, refusal);
      return false;
    }
    assertNothingIsLost(Source.of(text, "x.sql"));
    return true;
  }

  private static void assertPlaceIn(String text, ScriptException refusal) {
    Matcher place = PLACE.matcher(refusal.problem());
    assertThat(place.matches()).as("place in: %s of: %s", refusal.problem(), text).isTrue();
    String[] lines = text.split("\n", -1);
    int line = Integer.parseInt(place.group(1));
    assertThat(line).as(text).isBetween(1, lines.length);
    assertThat(Integer.parseInt(place.group(2)))
        .as(text)
        .isBetween(1, lines[line - 1].length() + 1);
  }

  private static void assertNothingIsLost(Source source) {
    List<String> expected =
        Tokenizer.tokens(source).stream()
            .filter(token -> !token.isComment() || Marker.isMarker(source, token))
            .map(Token::text)
            .filter(text -> !text.equals(";"))
            .toList();
    List<String> found = new ArrayList<>();
    for (SqlSection section : SqlSection.of(source, SqlScriptFormatTest.DIALECTS)) {
      found.add(section.marker().token().text());
      section.in(source).statements().forEach(statement -> found.addAll(tokens(statement.sql())));
    }
    assertThat(found).as(source.text()).isEqualTo(expected);
  }

  private static List<String> tokens(String sql) {
    return Tokenizer.tokens(Source.of(sql, "statement")).stream()
        .filter(token -> !token.isComment())
        .map(Token::text)
        .filter(text -> !text.equals(";"))
        .toList();
  }
}
