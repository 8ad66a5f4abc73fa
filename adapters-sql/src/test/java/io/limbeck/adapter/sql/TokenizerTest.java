package io.limbeck.adapter.sql;

import static io.limbeck.adapter.sql.Token.Kind.BLOB;
import static io.limbeck.adapter.sql.Token.Kind.BLOCK_COMMENT;
import static io.limbeck.adapter.sql.Token.Kind.LINE_COMMENT;
import static io.limbeck.adapter.sql.Token.Kind.NUMBER;
import static io.limbeck.adapter.sql.Token.Kind.OPERATOR;
import static io.limbeck.adapter.sql.Token.Kind.PARAMETER;
import static io.limbeck.adapter.sql.Token.Kind.QUOTED_IDENTIFIER;
import static io.limbeck.adapter.sql.Token.Kind.SEMICOLON;
import static io.limbeck.adapter.sql.Token.Kind.STRING;
import static io.limbeck.adapter.sql.Token.Kind.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.ScriptException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

  @Test
  void every_kind_of_token_is_told_apart() {
    List<Token> tokens =
        tokens("select \"a\", x'00', 'it''s', 1.5 from t where b = :c; -- end\n/**/");

    assertThat(tokens)
        .extracting(Token::kind)
        .containsExactly(
            WORD,
            QUOTED_IDENTIFIER,
            OPERATOR,
            BLOB,
            OPERATOR,
            STRING,
            OPERATOR,
            NUMBER,
            WORD,
            WORD,
            WORD,
            WORD,
            OPERATOR,
            PARAMETER,
            SEMICOLON,
            LINE_COMMENT,
            BLOCK_COMMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a;b'",
        "''",
        "'it''s'",
        "\"a;\"\"b\"",
        "`a``b`",
        "[a;b]",
        "x'00ff'",
        "E'a\\';b'",
        "e'\\\\'",
        "N'x'",
        "U&'d\\0061t'",
        "U&\"d\\0061t\"",
        "$$;'$$",
        "$tag$ $$ ; $tag$",
        "$ä$x$ä$",
        "/* a /* ; */ b */",
        "-- it's ;",
        "12",
        "1.5e-10",
        ".5",
        "0x1F",
        "1_000",
        "?",
        "?12",
        ":name",
        "@name",
        "$1",
        "$name",
        "ärger",
        "a$b",
        "->>",
        "||",
        "::",
        "<@"
      })
  void is_one_token(String text) {
    assertThat(tokens(text)).extracting(Token::text).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "a[1]            ¦ a [ 1 ]",
        "a['x]y']        ¦ a [ 'x]y' ]",
        "ARRAY ['a;b']   ¦ ARRAY [ 'a;b' ]",
        "ARRAY[[1],[2]]  ¦ ARRAY [ [ 1 ] , [ 2 ] ]",
        "int []          ¦ int [ ]",
        "f(x)[1]         ¦ f ( x ) [ 1 ]",
        "( [a b] )       ¦ ( [a b] )",
        "as [it's]       ¦ as [it's]",
        "a||-1           ¦ a || - 1",
        "a || /*c*/ b    ¦ a || /*c*/ b",
        "1..2            ¦ 1 .. 2",
        "1-1             ¦ 1 - 1",
        "a.b             ¦ a . b",
        "a->'b'          ¦ a -> 'b'",
        "x::int          ¦ x :: int",
        "e 'x'           ¦ e 'x'",
        "?|              ¦ ?|",
      })
  void is_cut_into(String sql, String expected) {
    assertThat(String.join(" ", tokens(sql).stream().map(Token::text).toList()))
        .isEqualTo(expected.strip());
  }

  @Test
  void a_token_knows_its_place_and_its_name() {
    Source source = Source.of("\uFEFFa\r\n  \"ä\"\"b\" ;", "here.sql");

    Token token = Tokenizer.tokens(source).get(1);

    assertThat(source.text().substring(token.start(), token.end())).isEqualTo(token.text());
    assertThat(source.line(token.start())).isEqualTo(2);
    assertThat(source.column(token.start())).isEqualTo(3);
    assertThat(token.name()).isEqualTo("ä\"b");
    assertThat(tokens("[a]").getFirst().name()).isEqualTo("a");
    assertThat(tokens("U&\"a\"").getFirst().name()).isEqualTo("a");
    assertThat(tokens("Create").getFirst().is("CREATE")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'abc        | string            | Close it with '.",
        "E'abc\\'    | string            | Close it with '.",
        "$a$ $b$ $$  | string            | Close it with $a$.",
        "\"abc       | quoted identifier | Close it with \".",
        "`abc        | quoted identifier | Close it with `.",
        "[abc        | quoted identifier | Close it with ].",
        "/* /* */    | comment           | Close it with */, once for every /* in it."
      })
  void what_does_not_end_is_an_error_where_it_begins(String sql, String what, String remedy) {
    assertThatThrownBy(() -> tokens("select 1;\n  " + sql))
        .isInstanceOf(ScriptException.class)
        .hasMessage("here.sql:2:3: This %s does not end. %s", what, remedy);
  }

  @Test
  void a_nul_character_is_an_error() {
    assertThatThrownBy(() -> tokens("select\n '\0'"))
        .hasMessage("here.sql:2:3: There is a NUL character. Remove it: SQL is text.");
  }

  @Test
  void a_line_end_that_databases_disagree_on_is_an_error() {
    assertThatThrownBy(() -> tokens("-- drop it\rdrop table t;"))
        .hasMessage(
            "here.sql:1:11: A comment holds a carriage return that ends the line for some databases"
                + " only. Save the script with LF or CRLF line ends.");
  }

  @Test
  void a_million_of_anything_takes_no_time() {
    for (String piece : List.of("(", "[", "a[", "-- x\n", "'a' ", "1e", "$a ", "/", "/* */", "?")) {
      assertThat(tokens(piece.equals("[") ? "a[" + "[".repeat(1_000_000) : piece.repeat(1_000_000)))
          .isNotEmpty();
    }
    String nested = "/*".repeat(500_000) + "*/".repeat(500_000);
    assertThat(tokens(nested)).hasSize(1);
  }

  private static List<Token> tokens(String sql) {
    return Tokenizer.tokens(Source.of(sql, "here.sql"));
  }
}
