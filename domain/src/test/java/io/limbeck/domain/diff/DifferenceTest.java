package io.limbeck.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void a_sentence_says_who_wants_it_otherwise() {
    String side = "the history";

    assertThat(new Difference.Missing("column t.a").sentence(side))
        .isEqualTo("column t.a is missing");
    assertThat(new Difference.Surplus("column t.a").sentence(side))
        .isEqualTo("column t.a is not in the history");
    assertThat(new Difference.Renamed("table t", "u").sentence(side))
        .isEqualTo("table t is called u in the history");
    assertThat(new Difference.Changed("the type of column t.a", "INT", "TEXT").sentence(side))
        .isEqualTo("the type of column t.a is INT, and TEXT in the history");
    assertThat(new Difference.Redefined("view v").sentence(side))
        .isEqualTo("view v is defined differently in the history");
  }
}
