package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.rows;
import static io.limbeck.domain.revision.InWords.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DowngradeTest {
  @Test
  void a_downgrade_runs_from_head_to_base() {
    RevisionGraph graph = lineage("a -> b -> c");

    Plan plan = graph.planDowngrade(Heads.of("c"), Target.parse("base"));

    assertThat(run(plan)).isEqualTo("c b a");
    assertThat(rows(plan)).isEqualTo("c>b b>a -a");
    assertThat(plan.to()).isEqualTo(Heads.none());
  }

  @Test
  void the_target_itself_stays() {
    RevisionGraph graph = lineage("a -> b -> c");

    assertThat(run(graph.planDowngrade(Heads.of("c"), Target.parse("a")))).isEqualTo("c b");
    assertThat(run(graph.planDowngrade(Heads.of("c"), Target.parse("-1")))).isEqualTo("c");
    assertThat(graph.planDowngrade(Heads.of("c"), Target.parse("c")).isEmpty()).isTrue();
  }

  @Test
  void a_downgrade_takes_every_branch_above_the_target() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    Plan plan = graph.planDowngrade(Heads.of("b", "c"), Target.parse("a"));

    assertThat(run(plan)).isEqualTo("b c");
    assertThat(rows(plan)).isEqualTo("-b c>a");
  }

  @Test
  void a_label_limits_it_to_one_branch() {
    RevisionGraph graph = lineage("a -> b:left", "a -> c:right");

    Plan plan = graph.planDowngrade(Heads.of("b", "c"), Target.parse("left@a"));

    assertThat(run(plan)).isEqualTo("b");
    assertThat(plan.to()).isEqualTo(Heads.of("c"));
  }

  @Test
  void a_merge_point_leaves_both_its_parents() {
    RevisionGraph graph = lineage("a -> b -> m", "a -> c -> m");

    Plan plan = graph.planDowngrade(Heads.of("m"), Target.parse("b"));

    assertThat(rows(plan)).isEqualTo("+b m>c");
  }

  @Test
  void a_dependency_gets_its_row_back() {
    RevisionGraph graph = lineage("a -> b(x)", "x");

    Plan plan = graph.planDowngrade(Heads.of("b"), Target.parse("a"));

    assertThat(rows(plan)).isEqualTo("+a b>x");
  }

  @Test
  void a_revision_goes_before_its_dependency() {
    RevisionGraph graph = lineage("a -> b(y)", "x -> y -> z");

    Plan plan = graph.planDowngrade(Heads.of("b", "z"), Target.parse("x"));

    assertThat(run(plan)).isEqualTo("b z y");
    assertThat(plan.to().sorted()).isEqualTo(Heads.of("a", "x").ids());
  }

  @Test
  void counting_down_from_several_heads_begins_at_the_first_row_and_says_so() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    Plan plan = graph.planDowngrade(Heads.of("c", "b"), Target.parse("-1"));

    assertThat(run(plan)).isEqualTo("c");
    assertThat(plan.notices())
        .containsExactly(
            "downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a"
                + " future release.");
  }

  @Test
  void what_is_not_applied_is_no_destination() {
    RevisionGraph graph = lineage("a -> b -> c");

    assertThatThrownBy(() -> graph.planDowngrade(Heads.of("a"), Target.parse("b")))
        .isInstanceOf(InvalidDestinationException.class)
        .hasMessage(
            "Destination b is not a valid downgrade target from current head(s) The database is at"
                + " a, which does not include it; a downgrade can only go to an applied revision.");
  }

  @Test
  void what_is_applied_only_as_a_dependency_is_no_destination() {
    RevisionGraph graph = lineage("a -> b", "x -> y(b)");

    assertThatThrownBy(() -> graph.planDowngrade(Heads.of("y"), Target.parse("b")))
        .isInstanceOf(InvalidDestinationException.class)
        .hasMessage(
            "Destination b is not a valid downgrade target from current head(s) It is applied"
                + " because something else depends on it, and nothing applied is built on it (the"
                + " database is at y): to take it back, name what is below it.");
  }

  @Test
  void counting_below_base_is_refused() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.planDowngrade(Heads.of("b"), Target.parse("-3")))
        .isInstanceOf(RelativeTargetException.class)
        .hasMessageStartingWith("Relative revision -3 didn't produce 3 migrations");
    assertThatThrownBy(() -> graph.planDowngrade(Heads.none(), Target.parse("-1")))
        .isInstanceOf(RelativeTargetException.class)
        .hasMessageStartingWith("Relative revision -1 didn't produce 1 migrations");
  }
}
