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
    RandomHistory history = new RandomHistory(seed);
    RevisionGraph graph = history.graph();
    RevisionId target = history.any();

    Plan up = graph.planUpgrade(Heads.none(), Target.parse(target.value()));
    Plan down = graph.planDowngrade(up.to(), Target.parse("base"));

    assertThat(up.to()).isEqualTo(Heads.of(target.value()));
    assertThat(up.steps()).hasSize(history.needs(target).size() + 1);
    assertThat(down.to()).isEqualTo(Heads.none());
    assertThat(revisions(down)).containsExactlyInAnyOrderElementsOf(revisions(up));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void down_and_up_again_returns(long seed) {
    RandomHistory history = new RandomHistory(seed);
    RevisionGraph graph = history.graph();
    Heads heads = new Heads(graph.realHeads());
    RevisionId target = history.any();
    String lower = graph.place(target).next().isEmpty() ? "base" : target.value();

    Heads below = graph.planDowngrade(heads, Target.parse(lower)).to();
    Plan up = graph.planUpgrade(below, Target.parse("heads"));

    assertThat(up.to().sameAs(heads)).isTrue();
    assertThat(graph.isAtHeads(up.to())).isTrue();
    assertThat(graph.planUpgrade(up.to(), Target.parse("heads")).steps()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_the_rows_imply_is_what_is_applied(long seed) {
    RandomHistory history = new RandomHistory(seed);
    Set<RevisionId> applied = history.someApplied();

    assertThat(history.graph().applied(history.heads(applied)))
        .containsExactlyInAnyOrderElementsOf(applied);
  }

  /** Ids alike but for their endings sort alike, but lie in other places of a hash table. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_the_scripts_alone_decides_where_several_orders_are_possible(long seed) {
    List<String> first = orders(new RandomHistory(seed));

    for (String ending : List.of("", "a", "xyz", "_9_")) {
      assertThat(orders(new RandomHistory(seed, ending)))
          .isEqualTo(
              first.stream().map(order -> order.replaceAll("r\\d\\d", "$0" + ending)).toList());
    }
  }

  /** {@return everything that is in an order} */
  private static List<String> orders(RandomHistory history) {
    RevisionGraph graph = history.graph();
    Plan up = graph.planUpgrade(Heads.none(), Target.parse("heads"));
    return List.of(
        graph.baseFirst().toString(),
        graph.heads().toString(),
        graph.realHeads().toString(),
        graph.bases().toString(),
        graph.history(HistoryRange.parse("base:heads"), Heads.none()).toString(),
        up.toString(),
        graph.planDowngrade(up.to(), Target.parse("base")).toString(),
        graph.planStamp(up.to(), List.of(Target.parse("base")), false).toString(),
        graph.planUpgrade(history.heads(history.someApplied()), Target.parse("heads")).toString());
  }

  private static List<RevisionId> revisions(Plan plan) {
    return plan.steps().stream().map(step -> step.revision().orElseThrow()).toList();
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
