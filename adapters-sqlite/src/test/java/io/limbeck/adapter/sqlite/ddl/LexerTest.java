package io.limbeck.adapter.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sql.Token.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LexerTest {
  private static final String[] PIECES = {
    "'",
    "''",
    "\"",
    "`",
    "[",
    "]",
    "--",
    "/*",
    "*/",
    "\n",
    "\r\n",
    " ",
    "(",
    ")",
    ",",
    ";",
    ".",
    "x'",
    "1",
    "1.5e",
    "-",
    "name",
    "ü",
    "$",
    "?",
    "@",
    "\uD83D\uDC18",
    "0x",
    "|",
    "->",
    "'it''s'",
    "/* a */",
    "-- b\n"
  };

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          name,             WORD
          ünï$1,            WORD
          🐘,               WORD
          "a ""b"" c",      QUOTED_IDENTIFIER
          `a ``b`` c`,      QUOTED_IDENTIFIER
          [a "b' `c`],      QUOTED_IDENTIFIER
          'it''s -- /*',    STRING
          '',               STRING
          x'00ff',          BLOB
          X'',              BLOB
          0x1F,             NUMBER
          1_000.5e-3,       NUMBER
          .5,               NUMBER
          ?1,               PARAMETER
          :name,            PARAMETER
          ~->>~,            OPERATOR
          ||,               OPERATOR
          ;,                SEMICOLON
          -- to the end ',  LINE_COMMENT
          /* ' -- */,       BLOCK_COMMENT
          /* left open,     BLOCK_COMMENT
          """)
  void a_token_is_what_sqlite_takes_it_for(String text, Kind kind) {
    assertThat(Lexer.tokens(text)).containsExactly(new Token(kind, text, 0));
  }

  @Test
  void comments_do_not_nest() {
    assertThat(Lexer.tokens("/* /* */ a */"))
        .extracting(Token::text)
        .containsExactly("/* /* */", "a", "*", "/");
  }

  @Test
  void a_bracket_ends_at_the_first_that_closes() {
    assertThat(Lexer.tokens("[a]]")).extracting(Token::text).containsExactly("[a]", "]");
  }

  @Test
  void a_line_comment_ends_before_its_line_does() {
    assertThat(Lexer.tokens("-- a\r\nb -- c\n-- d\re"))
        .extracting(Token::text)
        .containsExactly("-- a", "b", "-- c", "-- d\re");
  }

  @Test
  void a_long_text_is_no_trouble() {
    String text = "'" + "''".repeat(200_000) + "'" + "/*" + "*".repeat(200_000) + "*/";

    assertThat(Lexer.tokens(text)).hasSize(2);
  }

  static List<Long> seeds() {
    return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_but_white_space_is_between_tokens(long seed) {
    String text = text(new Random(seed));

    int at = 0;
    for (Token token : Lexer.tokens(text)) {
      assertThat(text.substring(at, token.start())).isBlank();
      assertThat(text).startsWith(text.substring(0, token.start()) + token.text());
      at = token.end();
    }
    assertThat(text.substring(at)).isBlank();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(1, 30); count > 0; count--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
