package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.rows;
import static io.limbeck.domain.revision.InWords.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UpgradeTest {
  @Test
  void an_upgrade_runs_from_base_to_head() {
    RevisionGraph graph = lineage("a -> b -> c");

    Plan plan = graph.planUpgrade(Heads.none(), Target.parse("head"));

    assertThat(run(plan)).isEqualTo("a b c");
    assertThat(rows(plan)).isEqualTo("+a a>b b>c");
    assertThat(plan.to()).isEqualTo(Heads.of("c"));
  }

  @Test
  void an_upgrade_past_a_merge_point_takes_both_branches_first() {
    RevisionGraph graph = lineage("a -> b -> m", "a -> c -> m");

    Plan plan = graph.planUpgrade(Heads.of("b"), Target.parse("head"));

    assertThat(run(plan)).isEqualTo("c m");
    assertThat(rows(plan)).isEqualTo("+c -b c>m");
  }

  @Test
  void a_branch_adds_a_row() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    Plan plan = graph.planUpgrade(Heads.of("b"), Target.parse("heads"));

    assertThat(rows(plan)).isEqualTo("+c");
    assertThat(plan.to()).isEqualTo(Heads.of("b", "c"));
  }

  @Test
  void a_dependency_runs_first_and_loses_its_row() {
    RevisionGraph graph = lineage("a -> b(x)", "x");

    Plan plan = graph.planUpgrade(Heads.none(), Target.parse("b"));

    assertThat(run(plan)).isEqualTo("x a b");
    assertThat(plan.to()).isEqualTo(Heads.of("b"));
  }

  @Test
  void an_applied_target_is_nothing_to_do() {
    RevisionGraph graph = lineage("a -> b -> c");

    assertThat(graph.planUpgrade(Heads.of("c"), Target.parse("head")).isEmpty()).isTrue();
    assertThat(graph.planUpgrade(Heads.of("c"), Target.parse("a")).isEmpty()).isTrue();
    assertThat(graph.planUpgrade(Heads.of("c"), Target.parse("base")).isEmpty()).isTrue();
  }

  @Test
  void steps_are_counted_from_where_the_database_stands() {
    RevisionGraph graph = lineage("a -> b -> c -> d");

    assertThat(run(graph.planUpgrade(Heads.of("a"), Target.parse("+2")))).isEqualTo("b c");
    assertThat(run(graph.planUpgrade(Heads.of("a"), Target.parse("b+1")))).isEqualTo("b c");
    assertThat(run(graph.planUpgrade(Heads.of("a"), Target.parse("head-1")))).isEqualTo("b c");
  }

  @Test
  void a_label_tells_the_branch_to_count_on() {
    RevisionGraph graph = lineage("a -> b:left -> c", "a -> x:right -> y");

    Plan plan = graph.planUpgrade(Heads.of("b"), Target.parse("right@+1"));

    assertThat(run(plan)).isEqualTo("x");
  }

  @Test
  void a_label_with_a_dash_is_no_arithmetic() {
    RevisionGraph graph = lineage("net -> a:net-2 -> b", "x");

    assertThat(run(graph.planUpgrade(Heads.none(), Target.parse("net-2")))).isEqualTo("net a");
    assertThat(run(graph.planUpgrade(Heads.none(), Target.parse("net-2@head"))))
        .isEqualTo("net a b");
  }

  @Test
  void an_abbreviated_row_is_understood_and_replaced() {
    RevisionGraph graph = lineage("a1b2c3 -> d4e5f6");

    Plan plan = graph.planUpgrade(Heads.of("a1b2"), Target.parse("head"));

    assertThat(rows(plan)).isEqualTo("a1b2>d4e5f6");
  }

  @Test
  void a_single_head_is_needed_for_head() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    assertThatThrownBy(() -> graph.planUpgrade(Heads.none(), Target.parse("head")))
        .isInstanceOf(MultipleHeadsException.class)
        .hasMessage(
            "Multiple head revisions are present for given argument 'head'; please specify a"
                + " specific target revision, '<branchname>@head' to narrow to a specific head, or"
                + " 'heads' for all heads The heads are b, c: name one of them, or merge them into"
                + " one revision.");
  }

  @Test
  void counting_where_the_way_forks_is_refused() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    assertThatThrownBy(() -> graph.planUpgrade(Heads.of("a"), Target.parse("+1")))
        .isInstanceOf(AmbiguousWalkException.class)
        .hasMessage("Ambiguous walk The way forks into b, c: name the revision to go to.");
    assertThatThrownBy(() -> graph.planUpgrade(Heads.of("b", "c"), Target.parse("+1")))
        .isInstanceOf(AmbiguousWalkException.class)
        .hasMessageStartingWith("Ambiguous upgrade from multiple current revisions");
  }

  @Test
  void counting_past_the_head_is_refused() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.planUpgrade(Heads.of("a"), Target.parse("+2")))
        .isInstanceOf(RelativeTargetException.class)
        .hasMessageStartingWith("Relative revision +2 didn't produce 2 migrations");
  }

  @Test
  void counting_past_base_is_refused_rather_than_crashing() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.planUpgrade(Heads.of("a"), Target.parse("a-1")))
        .isInstanceOf(RelativeTargetException.class)
        .hasMessageStartingWith("Walked too far");
  }

  @Test
  void a_row_that_no_script_has_is_told() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.planUpgrade(Heads.of("gone"), Target.parse("head")))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessageStartingWith("Can't locate revision identified by 'gone'");
  }

  @Test
  void rows_that_include_one_another_are_refused() {
    RevisionGraph graph = lineage("a -> b -> c");

    assertThatThrownBy(() -> graph.planUpgrade(Heads.of("a", "b"), Target.parse("head")))
        .isInstanceOf(OverlappingHeadsException.class)
        .hasMessageStartingWith("Requested revision b overlaps with other requested revisions a");
  }
}
