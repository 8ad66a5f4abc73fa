package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthoringTest {
  @Test
  void a_new_revision_builds_on_the_head() {
    RevisionGraph graph = lineage("a -> b");

    assertThat(joined(graph.newRevision("head", false, List.of()).downRevisions())).isEqualTo("b");
    assertThat(graph.newRevision("base", false, List.of()).downRevisions()).isEmpty();
  }

  @Test
  void a_merge_keeps_the_order_it_was_asked_for() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    assertThat(joined(graph.merge(List.of("c", "b"), false).downRevisions())).isEqualTo("c b");
    assertThat(joined(graph.merge(List.of("heads"), false).downRevisions())).isEqualTo("b c");
  }

  @Test
  void a_dependency_is_written_in_full_unless_it_is_a_label() {
    RevisionGraph graph = lineage("a1b2c3 -> b", "x:extra");

    Parents parents = graph.newRevision("b", false, List.of("a1b2", "extra"));

    assertThat(parents.dependencies()).containsExactly("a1b2c3", "extra");
  }

  @Test
  void a_branch_is_made_only_on_request() {
    RevisionGraph graph = lineage("a -> b");

    assertThat(joined(graph.newRevision("a", true, List.of()).downRevisions())).isEqualTo("a");
    assertThatThrownBy(() -> graph.newRevision("a", false, List.of()))
        .isInstanceOf(NotAHeadException.class)
        .hasMessage(
            "Revision a is not a head revision; please specify --splice to create a new branch from"
                + " this revision The heads are b.");
  }

  @Test
  void a_merge_of_one_revision_with_itself_is_refused() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.merge(List.of("b", "head"), false))
        .isInstanceOf(DuplicateHeadsException.class)
        .hasMessageStartingWith("Duplicate head revisions specified");
  }

  @Test
  void several_heads_have_to_be_chosen_from() {
    RevisionGraph graph = lineage("a -> b", "a -> c");

    assertThatThrownBy(() -> graph.newRevision("head", false, List.of()))
        .isInstanceOf(MultipleHeadsException.class)
        .hasMessageStartingWith(
            "Multiple heads are present; please specify the head revision on which the new revision"
                + " should be based, or perform a merge.");
  }

  @Test
  void base_is_nothing_to_depend_on() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.newRevision("head", false, List.of("base")))
        .isInstanceOf(NotARevisionException.class)
        .hasMessageStartingWith("'base' is no revision to depend on.");
  }
}
