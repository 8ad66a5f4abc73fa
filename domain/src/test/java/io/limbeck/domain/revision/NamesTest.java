package io.limbeck.domain.revision;

import static io.limbeck.domain.revision.Drawing.lineage;
import static io.limbeck.domain.revision.InWords.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void an_id_may_be_abbreviated_while_it_is_unique() {
    RevisionGraph graph = lineage("3f9a6b -> 3f8c5d");

    assertThat(graph.resolve("3f9")).hasValue(new RevisionId("3f9a6b"));
    assertThatThrownBy(() -> graph.resolve("3f"))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessage(
            "Can't locate revision identified by '3f' 2 names begin with it, '3f9a6b', '3f8c5d':"
                + " add characters until one is left.");
  }

  @Test
  void a_label_means_the_revision_that_has_it_and_narrows_heads() {
    RevisionGraph graph = lineage("a -> b:left -> c", "a -> x:right -> y");

    assertThat(graph.resolve("left")).hasValue(new RevisionId("b"));
    assertThat(graph.resolve("left@head")).hasValue(new RevisionId("c"));
    assertThat(joined(graph.resolveAll("right@heads"))).isEqualTo("y");
  }

  @Test
  void heads_leave_out_what_another_revision_depends_on() {
    RevisionGraph graph = lineage("a -> b(y)", "x -> y");

    assertThat(joined(graph.heads())).isEqualTo("b y");
    assertThat(joined(graph.resolveAll("heads"))).isEqualTo("b");
    assertThatThrownBy(() -> graph.resolve("head")).isInstanceOf(MultipleHeadsException.class);
  }

  @Test
  void base_is_no_revision() {
    RevisionGraph graph = lineage("a -> b");

    assertThat(graph.resolve("base")).isEmpty();
    assertThat(graph.resolveAll("base")).isEmpty();
  }

  @Test
  void a_negative_number_counts_down_from_the_heads() {
    RevisionGraph graph = lineage("a -> b -> c");

    assertThat(graph.positions("-1")).containsExactly(new Position.At(new RevisionId("b")));
    assertThat(graph.positions("-3")).containsExactly(new Position.Base());
    assertThat(graph.positions("-4")).containsExactly(new Position.BeyondBase());
  }

  @Test
  void a_mistyped_id_is_answered_with_the_nearest_ones() {
    RevisionGraph graph = lineage("3f9a6b7c8d2e -> d5e78f9a1b2c");

    assertThatThrownBy(() -> graph.resolve("3f9a6b7c8e2d"))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessage(
            "Can't locate revision identified by '3f9a6b7c8e2d' No revision id or branch label"
                + " begins with it; did you mean '3f9a6b7c8d2e'?");
    assertThatThrownBy(() -> graph.resolve("3fa96b"))
        .hasMessage(
            "Can't locate revision identified by '3fa96b' No revision id or branch label begins"
                + " with it; did you mean '3f9a6b7c8d2e'?");
    assertThatThrownBy(() -> graph.resolve("zzzz"))
        .hasMessage(
            "Can't locate revision identified by 'zzzz' No revision id or branch label begins with"
                + " it; the history lists what there is.");
  }

  @Test
  void a_revision_of_another_branch_is_refused() {
    RevisionGraph graph = lineage("a -> b:left", "x -> y:right");

    assertThatThrownBy(() -> graph.resolve("left@y"))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessage(
            "Can't locate revision identified by 'y' Revision y is not a member of branch 'left':"
                + " name another branch, or the revision alone.");
  }

  @Test
  void the_beginning_of_an_id_on_another_branch_is_refused_as_such() {
    RevisionGraph graph = lineage("a -> b:left", "x -> yellow:right");

    assertThatThrownBy(() -> graph.resolve("left@yell"))
        .isInstanceOf(UnknownRevisionException.class)
        .hasMessage(
            "Can't locate revision identified by 'yell' Revision yellow is not a member of branch"
                + " 'left': name another branch, or the revision alone.");
  }

  @Test
  void the_empty_word_is_unknown() {
    RevisionGraph graph = lineage("a -> b");

    assertThatThrownBy(() -> graph.resolve("")).isInstanceOf(UnknownRevisionException.class);
  }
}
