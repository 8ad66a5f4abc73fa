package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {

  @Test
  void a_range_has_a_start_and_a_target() {
    assertThat(Range.parse("a:b")).isEqualTo(new Range(List.of("a"), "b"));
  }

  @Test
  void a_lone_word_is_the_target() {
    assertThat(Range.parse("label@head")).isEqualTo(new Range(List.of(), "label@head"));
  }

  @Test
  void an_end_may_be_empty() {
    assertThat(Range.parse("a:")).isEqualTo(new Range(List.of("a"), ""));
    assertThat(Range.parse(":b")).isEqualTo(new Range(List.of(""), "b"));
  }

  @Test
  void more_than_one_colon_is_no_range() {
    assertThatThrownBy(() -> Range.parse("a:b:c"))
        .isInstanceOf(UsageException.class)
        .hasMessage("'a:b:c' has more than one colon Write a range as FROM:TO.");
  }

  @Test
  void a_database_knows_itself_where_to_start() {
    assertThat(Range.none("head")).isEqualTo("head");
    assertThatThrownBy(() -> Range.none("a:b"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Range revision not allowed A range says where to start, which a database knows itself."
                + " Leave out what is before the colon, or add --sql.");
  }
}
