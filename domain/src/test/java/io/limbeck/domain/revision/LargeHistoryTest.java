package io.limbeck.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Histories longer than any team writes: what is recursive would overflow, and what is quadratic
 * would take minutes. The benchmark of the graph shows the times.
 */
@Timeout(60)
class LargeHistoryTest {
  private static final int SIZE = 100_000;

  @Test
  void a_line_goes_up_and_down() {
    List<Revision> revisions = new ArrayList<>();
    for (int number = 0; number < SIZE; number++) {
      revisions.add(revision(number, number == 0 ? List.of() : List.of(number - 1), List.of()));
    }

    assertUpAndDown(revisions, 1);
  }

  @Test
  void branches_and_merges_go_up_and_down() {
    List<Revision> revisions = new ArrayList<>();
    for (int number = 0; number < SIZE; number++) {
      List<Integer> parents =
          switch (number % 3) {
            case 0 -> number == 0 ? List.<Integer>of() : List.of(number - 2, number - 1);
            case 1 -> List.of(number - 1);
            default -> List.of(number - 2);
          };
      revisions.add(revision(number, parents, List.of()));
    }

    assertUpAndDown(revisions, 1);
  }

  @Test
  void lines_that_depend_on_a_trunk_go_up_and_down() {
    List<Revision> revisions = new ArrayList<>();
    for (int number = 0; number < SIZE; number++) {
      int line = number % 5;
      List<Integer> parents = number < 5 ? List.of() : List.of(number - 5);
      revisions.add(revision(number, parents, line == 0 ? List.of() : List.of(number - line)));
    }

    assertUpAndDown(revisions, 4);
  }

  private static void assertUpAndDown(List<Revision> revisions, int heads) {
    RevisionGraph graph = RevisionGraph.of(revisions);

    Plan up = graph.planUpgrade(Heads.none(), Target.parse("heads"));
    Plan down = graph.planDowngrade(up.to(), Target.parse("base"));

    assertThat(up.steps()).hasSize(SIZE);
    assertThat(up.to().ids()).hasSize(heads);
    assertThat(graph.isAtHeads(up.to())).isTrue();
    assertThat(down.steps()).hasSize(SIZE);
    assertThat(down.to()).isEqualTo(Heads.none());
  }

  private static Revision revision(int number, List<Integer> parents, List<Integer> needs) {
    return new Revision(
        id(number),
        parents.stream().map(LargeHistoryTest::id).toList(),
        needs.stream().map(each -> id(each).value()).toList(),
        List.of(),
        "");
  }

  private static RevisionId id(int number) {
    return new RevisionId("r" + number);
  }
}
