package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.history.ListedRevision;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {

  private static String drawing(List<ListedRevision> revisions) {
    return String.join(
        "\n", GraphDrawing.of(revisions, revision -> List.of(revision.id().value())));
  }

  @Test
  void a_line() {
    assertThat(drawing(Listing.of("a -> b -> c")))
        .isEqualTo(
            """
            ● c
            ● b
            ● a\
            """);
  }

  @Test
  void nothing() {
    assertThat(drawing(Listing.of())).isEmpty();
  }

  @Test
  void a_fork() {
    assertThat(drawing(Listing.of("a -> b", "a -> c")))
        .isEqualTo(
            """
            ● b
            │ ● c
            ├─╯
            ● a\
            """);
  }

  @Test
  void a_merge() {
    assertThat(drawing(Listing.of("a -> b -> d", "a -> c -> d", "d -> e")))
        .isEqualTo(
            """
            ● e
            ● d
            ├─╮
            ● │ b
            │ ● c
            ├─╯
            ● a\
            """);
  }

  @Test
  void a_merge_of_three() {
    assertThat(drawing(Listing.of("a -> b -> m", "a -> c -> m", "a -> d -> m")))
        .isEqualTo(
            """
            ● m
            ├─┬─╮
            ● │ │ b
            │ ● │ c
            │ │ ● d
            ├─┴─╯
            ● a\
            """);
  }

  @Test
  void a_branch_that_passes_others() {
    assertThat(drawing(Listing.of("a -> b -> c -> d", "a -> x", "b -> y")))
        .isEqualTo(
            """
            ● d
            ● c
            │ ● y
            │ │ ● x
            ├─╯ │
            ●   │ b
            ├───╯
            ● a\
            """);
  }

  @Test
  void two_bases_are_set_apart() {
    assertThat(drawing(Listing.of("a -> b", "x -> y")))
        .isEqualTo(
            """
            ● b
            ● a

            ● y
            ● x\
            """);
  }

  @Test
  void bases_that_meet_in_a_merge() {
    assertThat(drawing(Listing.of("a -> b -> m", "x -> y -> m")))
        .isEqualTo(
            """
            ● m
            ├─╮
            ● │ b
            ● │ a
              ● y
              ● x\
            """);
  }

  @Test
  void a_range_ends_where_it_ends() {
    assertThat(drawing(Listing.range("b:d", "a -> b -> d", "a -> c -> d")))
        .isEqualTo(
            """
            ● d
            ● b\
            """);
  }

  @Test
  void lines_beside_a_node_go_on_below_it() {
    List<String> lines =
        GraphDrawing.of(
            Listing.of("a -> b", "a -> c"), revision -> List.of(revision.id().value(), "more", ""));

    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            ● b
            │ more
            │
            │ ● c
            │ │ more
            │ │
            ├─╯
            ● a
              more
            """);
  }
}
