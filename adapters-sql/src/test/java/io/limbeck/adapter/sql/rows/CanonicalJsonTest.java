package io.limbeck.adapter.sql.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{ }",
        "[]|[ ]",
        "{\"a\":1,\"b\":[true,false,null]}| {\"b\" : [ true, false , null ], \"a\": 1}",
        "{\"a\":2}|{\"a\":1,\"a\":2}",
        "{\"a\":{\"x\":[],\"y\":{}}}|{\"a\":{\"y\":{},\"x\":[]}}",
        "[1,1E+2,1.5,0,0,-3]|[1.0, 100, 1.50, 0.0, -0, -3e0]",
        "\"é\\n\\\"\"|\"\\u00e9\\u000a\\u0022\"",
        "null|null",
        "12345678901234567890.123456789|12345678901234567890.1234567890"
      })
  void documents_that_say_the_same_are_spelled_the_same(String canonical, String written) {
    assertThat(CanonicalJson.of(written)).contains(canonical);
    assertThat(CanonicalJson.of(canonical)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{} {}", "NaN", "'a'", "[1,]", "{a:1}", "tru", "01", "1 2"})
  void what_is_no_document_has_no_spelling(String written) {
    assertThat(CanonicalJson.of(written)).isEmpty();
  }
}
