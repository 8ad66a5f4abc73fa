package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StampTest {
  @Test
  void a_stamp_runs_nothing() {
    RevisionGraph graph = lineage("a -> b -> c");

    Plan plan = graph.planStamp(Heads.of("a"), targets("head"), false);

    assertThat(rows(plan)).isEqualTo("a>c");
    assertThat(plan.steps()).extracting(Step::title).containsExactly("stamp_revision a -> c");
    assertThat(plan.steps()).allMatch(step -> step.revision().isEmpty());
  }

  @Test
  void all_rows_of_the_lineage_move_in_one_step() {
    RevisionGraph graph = lineage("a -> b -> m", "a -> c -> m", "x");

    Plan plan = graph.planStamp(Heads.of("b", "x", "c"), targets("a"), false);

    assertThat(rows(plan)).isEqualTo("-b c>a");
    assertThat(plan.to()).isEqualTo(Heads.of("x", "a"));
  }

  @Test
  void a_branch_without_a_row_gets_one() {
    RevisionGraph graph = lineage("a -> b", "x -> y");

    Plan plan = graph.planStamp(Heads.of("b"), targets("y"), false);

    assertThat(rows(plan)).isEqualTo("+y");
  }

  @Test
  void base_deletes_the_rows() {
    RevisionGraph graph = lineage("a:left -> b", "x -> y");

    assertThat(rows(graph.planStamp(Heads.of("b", "y"), targets("base"), false)))
        .isEqualTo("-b -y");
    assertThat(rows(graph.planStamp(Heads.of("b", "y"), targets("left@base"), false)))
        .isEqualTo("-b");
  }

  @Test
  void a_purge_deletes_even_rows_that_no_script_has() {
    RevisionGraph graph = lineage("a -> b");

    Plan plan = graph.planStamp(Heads.of("gone"), targets("a"), true);

    assertThat(rows(plan)).isEqualTo("-gone +a");
    assertThat(plan.steps())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.PURGE, Step.Kind.STAMP_UP);
  }

  @Test
  void a_purge_of_nothing_is_no_step() {
    RevisionGraph graph = lineage("a -> b");

    Plan plan = graph.planStamp(Heads.none(), targets("a"), true);

    assertThat(plan.steps()).extracting(Step::kind).containsExactly(Step.Kind.STAMP_UP);
  }

  @Test
  void targets_that_move_the_same_row_are_refused() {
    RevisionGraph graph = lineage("a -> b -> m", "a -> c -> m");

    assertThatThrownBy(() -> graph.planStamp(Heads.of("m"), targets("b", "c"), false))
        .isInstanceOf(StampConflictException.class)
        .hasMessage(
            "Can't stamp c: the row m has been moved by another target of the same command. Stamp"
                + " one target after the other, or use purge to replace all rows.");
  }

  private static List<Target> targets(String... words) {
    return Stream.of(words).map(Target::parse).toList();
  }
}
