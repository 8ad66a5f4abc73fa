package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrokenGraphTest {
  @Test
  void no_revisions_are_a_graph_too() {
    RevisionGraph graph = RevisionGraph.of(List.of());

    assertThat(graph.heads()).isEmpty();
    assertThat(graph.planUpgrade(Heads.none(), Target.parse("head")).isEmpty()).isTrue();
    assertThat(graph.planDowngrade(Heads.none(), Target.parse("base")).isEmpty()).isTrue();
    assertThat(graph.history(HistoryRange.all(), Heads.none())).isEmpty();
  }

  @Test
  void an_id_twice_is_refused() {
    assertThatThrownBy(() -> RevisionGraph.of(List.of(revision("a"), revision("a"))))
        .isInstanceOf(DuplicateRevisionException.class)
        .hasMessage(
            "Revision a is present more than once Give one of the scripts another id, or delete the"
                + " one that is not meant.");
  }

  @Test
  void a_missing_parent_is_refused() {
    assertThatThrownBy(() -> RevisionGraph.of(List.of(revision("b", "a"))))
        .isInstanceOf(MissingRevisionException.class)
        .hasMessage(
            "Revision a referenced from b is not present b revises 'a', in full: restore that"
                + " script, or correct the line in b.");
  }

  @Test
  void a_missing_dependency_is_refused() {
    assertThatThrownBy(() -> lineage("a(gone)"))
        .isInstanceOf(MissingRevisionException.class)
        .hasMessageStartingWith("Revision gone referenced from a is not present a depends on");
  }

  @Test
  void a_cycle_is_refused() {
    assertThatThrownBy(() -> lineage("a -> b -> c", "c -> a"))
        .isInstanceOf(CycleException.class)
        .hasMessageStartingWith("Cycle is detected in revisions (a, b, c)");
    assertThatThrownBy(() -> lineage("a(c) -> b -> c"))
        .isInstanceOf(CycleException.class)
        .hasMessageStartingWith("Dependency cycle is detected in revisions (a, b, c)");
    assertThatThrownBy(() -> RevisionGraph.of(List.of(revision("a", "a"))))
        .isInstanceOf(CycleException.class)
        .hasMessageStartingWith("Self-loop is detected in revisions (a)");
    assertThatThrownBy(() -> lineage("a(a)"))
        .isInstanceOf(CycleException.class)
        .hasMessageStartingWith("Dependency self-loop is detected in revisions (a)");
  }

  @Test
  void a_cycle_between_a_base_and_a_head_is_found_too() {
    assertThatThrownBy(() -> lineage("a -> b -> c -> d", "c -> b"))
        .isInstanceOf(CycleException.class)
        .hasMessageStartingWith("Cycle is detected in revisions (b, c, d)");
  }

  @Test
  void a_label_in_use_is_refused() {
    assertThatThrownBy(() -> lineage("a:left", "b:left"))
        .isInstanceOf(LabelInUseException.class)
        .hasMessage(
            "Branch name 'left' in revision b already used by revision a Choose a label that is"
                + " neither an id nor a label of another revision.");
  }

  @Test
  void an_unknown_id_has_no_place() {
    RevisionGraph graph = lineage("a");

    assertThat(graph.contains(new RevisionId("b"))).isFalse();
    assertThatThrownBy(() -> graph.place(new RevisionId("b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Revision revision(String id, String... downs) {
    return new Revision(
        new RevisionId(id),
        Stream.of(downs).map(RevisionId::new).toList(),
        List.of(),
        List.of(),
        "");
  }
}
