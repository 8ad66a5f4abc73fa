package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.joined;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void a_branch_point_has_several_children_and_a_merge_point_several_parents() {
    RevisionGraph graph = lineage("a -> b -> m", "a -> c -> m");

    assertThat(place(graph, "a").isBranchPoint()).isTrue();
    assertThat(joined(place(graph, "a").next())).isEqualTo("b c");
    assertThat(place(graph, "m").isMergePoint()).isTrue();
    assertThat(place(graph, "m").isHead()).isTrue();
  }

  @Test
  void a_dependency_makes_a_real_branch_point_and_no_real_head() {
    RevisionGraph graph = lineage("a -> b", "x(a)", "y(b)");

    assertThat(place(graph, "a").isBranchPoint()).isFalse();
    assertThat(place(graph, "a").isRealBranchPoint()).isTrue();
    assertThat(place(graph, "b").isHead()).isTrue();
    assertThat(place(graph, "b").isRealHead()).isFalse();
    assertThat(place(graph, "x").isBase()).isTrue();
    assertThat(place(graph, "x").isRealBase()).isFalse();
  }

  @Test
  void a_label_spreads_up_and_down_its_line_as_far_as_nothing_forks() {
    RevisionGraph graph = lineage("a -> b -> c:left -> d", "a -> x");

    assertThat(place(graph, "d").labels()).containsExactly(new BranchLabel("left"));
    assertThat(place(graph, "b").labels()).containsExactly(new BranchLabel("left"));
    assertThat(place(graph, "a").labels()).isEmpty();
    assertThat(place(graph, "x").labels()).isEmpty();
  }

  @Test
  void a_label_below_a_fork_spreads_up_alone() {
    RevisionGraph graph = lineage("a -> b:both -> c", "b -> d");

    assertThat(place(graph, "c").labels()).containsExactly(new BranchLabel("both"));
    assertThat(place(graph, "d").labels()).containsExactly(new BranchLabel("both"));
    assertThat(place(graph, "a").labels()).isEmpty();
  }

  @Test
  void a_dependency_that_an_ancestor_has_already_counts_no_more() {
    RevisionGraph graph = lineage("a(x) -> b(x y)", "x", "y");

    assertThat(joined(place(graph, "b").dependencies())).isEqualTo("x y");
    assertThat(joined(place(graph, "b").normalizedDependencies())).isEqualTo("y");
  }

  private static Place place(RevisionGraph graph, String id) {
    return graph.place(new RevisionId(id));
  }
}
