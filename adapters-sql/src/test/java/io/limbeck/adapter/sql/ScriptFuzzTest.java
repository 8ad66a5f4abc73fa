package io.limbeck.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
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

  private static final List<String> STATEMENTS =
      List.of(
          "create table t (a text default ';', \"b;\" int, [c;] int, `d;` int)",
          "create table \"begin\" (\"end\" text default 'case when begin; end;')",
          "insert into t values ('it''s; -- no comment', '/* nor this; */')",
          "insert into t select ';' /* a comment; /* in a comment; */ ; */ from t -- and; one\n",
          "create trigger r after update of a on t begin update t set a = ';'; delete from t; end",
          "create trigger r before insert on t when new.a > 1 begin"
              + " select case when 1 then case 2 when 3 then ';' end else 4 end; select 5; end",
          "create temp trigger if not exists \"r;\" instead of delete on v for each row begin"
              + " select raise(abort, 'end;'); end",
          "create function f() returns int language sql as $$ select 1; select 2; $$",
          "create function f() returns int language plpgsql as $body$ begin $$;$$; end; $body$",
          "create function f() returns int begin atomic select 1; select case 1 when 2 then 3 end;"
              + " end",
          "select a[1], array[';'], x'3b', E'\\';', 1e-5 from t where b = $1 and c = :n",
          "update t set a = case when b then ';' else \"end\" end where c in (select 1)");
  private static final List<String> BETWEEN =
      List.of("", " ", "\n", "\r\n\r\n", "\t", " -- a comment;\n", "/* ; */", ";", " ; ;\n");

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

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_put_together_is_taken_apart_again(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      StringBuilder text = new StringBuilder(HEADER).append("-- migrate:upgrade\n");
      List<String> statements = new ArrayList<>();
      for (int count = random.nextInt(8); count > 0; count--) {
        statements.add(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
        text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
        text.append(statements.getLast()).append(';');
        text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
      }

      Section section = format.read(text.toString(), "x.sql").sections().getFirst();

      assertThat(section.statements().stream().map(Statement::sql).map(ScriptFuzzTest::tokens))
          .as(text.toString())
          .isEqualTo(statements.stream().map(ScriptFuzzTest::tokens).toList());
    }
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
    List<Token> tokens = Tokenizer.tokens(source);
    assertThat(blankBetween(tokens, source.text())).as(source.text()).isTrue();
    List<String> expected =
        tokens.stream()
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

  private static boolean blankBetween(List<Token> tokens, String text) {
    int behind = 0;
    for (Token token : tokens) {
      if (!text.startsWith(token.text(), token.start())
          || !isBlank(text.substring(behind, token.start()))) {
        return false;
      }
      behind = token.end();
    }
    return isBlank(text.substring(behind));
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(character -> Tokenizer.isSpace((char) character));
  }

  private static List<String> tokens(String sql) {
    return Tokenizer.tokens(Source.of(sql, "statement")).stream()
        .filter(token -> !token.isComment())
        .map(Token::text)
        .filter(text -> !text.equals(";"))
        .toList();
  }
}
