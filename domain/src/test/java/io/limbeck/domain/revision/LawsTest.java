package io.limbeck.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every history; a failure names the seed of the one for which it does not. */
class LawsTest {
  private static final int HISTORIES = 400;

  static LongStream seeds() {
    return LongStream.range(0, HISTORIES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_revision_comes_before_what_it_needs(long seed) {
    RandomHistory history = new RandomHistory(seed);

    List<RevisionId> order = history.graph().baseFirst();

    assertThat(order).hasSameSizeAs(history.revisions()).doesNotHaveDuplicates();
    Set<RevisionId> done = new HashSet<>();
    for (RevisionId id : order) {
      assertThat(done).containsAll(history.needs(id));
      done.add(id);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_upgrade_applies_what_is_missing_and_keeps_the_newest_as_heads(long seed) {
    RandomHistory history = new RandomHistory(seed);
    Set<RevisionId> applied = history.someApplied();
    RevisionId target = history.any();
    Set<RevisionId> wanted = new HashSet<>(applied);
    wanted.add(target);
    wanted.addAll(history.needs(target));

    Plan plan = history.graph().planUpgrade(history.heads(applied), Target.parse(target.value()));

    for (Step step : plan.steps()) {
      RevisionId revision = step.revision().orElseThrow();
      assertThat(applied).containsAll(history.needs(revision)).doesNotContain(revision);
      applied.add(revision);
      assertThat(step.after().ids()).hasSameElementsAs(history.maximal(applied));
      assertThat(rowsAfter(step)).hasSameElementsAs(step.after().ids());
    }
    assertThat(applied).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_downgrade_takes_back_what_is_above_and_keeps_the_newest_as_heads(long seed) {
    RandomHistory history = new RandomHistory(seed);
    RevisionId target = history.any();
    Set<RevisionId> applied = history.someApplied();
    applied.add(target);
    applied.addAll(history.needs(target));
    Set<RevisionId> kept = new HashSet<>(applied);
    RevisionGraph graph = history.graph();
    for (RevisionId child : graph.place(target).next()) {
      kept.removeIf(id -> id.equals(child) || history.needs(id).contains(child));
    }

    Heads heads = history.heads(applied);
    if (kept.equals(applied) && !heads.contains(target)) {
      assertThatThrownBy(() -> graph.planDowngrade(heads, Target.parse(target.value())))
          .isInstanceOf(InvalidDestinationException.class)
          .hasMessageContaining("nothing applied is built on it");
      return;
    }
    Plan plan = graph.planDowngrade(heads, Target.parse(target.value()));

    for (Step step : plan.steps()) {
      RevisionId revision = step.revision().orElseThrow();
      assertThat(applied).contains(revision).noneMatch(id -> history.needs(id).contains(revision));
      applied.remove(revision);
      assertThat(step.after().ids()).hasSameElementsAs(history.maximal(applied));
      assertThat(rowsAfter(step)).hasSameElementsAs(step.after().ids());
    }
    assertThat(applied).isEqualTo(kept);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void up_and_down_again_returns(long seed) {
    RevisionGraph graph = new RandomHistory(seed).graph();

    Plan up = graph.planUpgrade(Heads.none(), Target.parse("heads"));
    Plan down = graph.planDowngrade(up.to(), Target.parse("base"));

    assertThat(up.steps()).hasSameSizeAs(graph.revisions());
    assertThat(graph.isAtHeads(up.to())).isTrue();
    assertThat(down.steps()).hasSameSizeAs(graph.revisions());
    assertThat(down.to()).isEqualTo(Heads.none());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_the_rows_imply_is_what_is_applied(long seed) {
    RandomHistory history = new RandomHistory(seed);
    Set<RevisionId> applied = history.someApplied();

    assertThat(history.graph().applied(history.heads(applied)))
        .containsExactlyInAnyOrderElementsOf(applied);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_same_scripts_make_the_same_plans(long seed) {
    RevisionGraph graph = new RandomHistory(seed).graph();
    RevisionGraph again = new RandomHistory(seed).graph();

    assertThat(again.baseFirst()).isEqualTo(graph.baseFirst());
    assertThat(again.planUpgrade(Heads.none(), Target.parse("heads")))
        .isEqualTo(graph.planUpgrade(Heads.none(), Target.parse("heads")));
    Heads heads = new Heads(graph.realHeads());
    assertThat(again.planDowngrade(heads, Target.parse("base")))
        .isEqualTo(graph.planDowngrade(heads, Target.parse("base")));
  }

  private static Set<RevisionId> rowsAfter(Step step) {
    Set<RevisionId> rows = new HashSet<>(step.before().ids());
    for (RowChange change : step.changes()) {
      switch (change) {
        case RowChange.Insert(RevisionId id) -> assertThat(rows.add(id)).isTrue();
        case RowChange.Delete(RevisionId id) -> assertThat(rows.remove(id)).isTrue();
        case RowChange.Update(RevisionId from, RevisionId to) -> {
          assertThat(rows.remove(from)).isTrue();
          assertThat(rows.add(to)).isTrue();
        }
      }
    }
    return rows;
  }
}
