package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void the_history_follows_one_branch_to_its_end_before_the_next() {
    RevisionGraph graph = lineage("a -> b1 -> b2 -> m", "a -> c1 -> c2 -> m");

    assertThat(history(graph, ":")).isEqualTo("m b2 b1 c2 c1 a");
    assertThat(joined(graph.baseFirst())).isEqualTo("a c1 c2 b1 b2 m");
  }

  @Test
  void both_ends_are_included() {
    RevisionGraph graph = lineage("a -> b -> c -> d");

    assertThat(history(graph, "b:c")).isEqualTo("c b");
    assertThat(history(graph, "c:")).isEqualTo("d c");
    assertThat(history(graph, ":b")).isEqualTo("b a");
    assertThat(history(graph, "-1:")).isEqualTo("d c");
    assertThat(history(graph, "b:+1")).isEqualTo("c b");
  }

  @Test
  void current_is_where_the_database_stands() {
    RevisionGraph graph = lineage("a -> b -> c");

    assertThat(joined(graph.history(HistoryRange.parse("current:"), Heads.of("b"))))
        .isEqualTo("c b");
    assertThat(joined(graph.history(HistoryRange.parse(":current"), Heads.of("b"))))
        .isEqualTo("b a");
    assertThat(graph.history(HistoryRange.parse(":current"), Heads.none())).isEmpty();
  }

  @Test
  void a_range_needs_a_lower_and_an_upper_end() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    assertThatThrownBy(() -> history(graph, "b:c"))
        .isInstanceOf(NotAncestorException.class)
        .hasMessageStartingWith(
            "Requested range b:c does not refer to ancestor/descendant revisions along the same"
                + " branch");
    assertThatThrownBy(() -> history(graph, "b"))
        .isInstanceOf(InvalidRangeException.class)
        .hasMessage(
            "History range requires [start]:[end], [start]:, or :[end] 'b' is none of these: write"
                + " one colon.");
  }

  @Test
  void what_is_applied_includes_ancestors_and_dependencies() {
    RevisionGraph graph = lineage("a -> b(y) -> c", "x -> y -> z");

    assertThat(graph.applied(Heads.of("b")))
        .extracting(RevisionId::value)
        .containsExactly("x", "y", "a", "b");
    assertThat(joined(graph.current(Heads.of("b")))).isEqualTo("b y");
  }

  @Test
  void a_database_is_at_the_heads_though_a_dependency_has_no_row() {
    RevisionGraph graph = lineage("a -> b(y)", "x -> y");

    assertThat(graph.isAtHeads(Heads.of("b"))).isTrue();
    assertThat(graph.isAtHeads(Heads.of("a", "y"))).isFalse();
  }

  private static String history(RevisionGraph graph, String range) {
    return joined(graph.history(HistoryRange.parse(range), Heads.none()));
  }
}
