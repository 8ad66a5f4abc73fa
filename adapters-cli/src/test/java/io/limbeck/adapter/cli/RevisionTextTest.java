package io.limbeck.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.history.ListedRevision;
import org.junit.jupiter.api.Test;

/** The lines that scripts grep. */
class RevisionTextTest {
  private final RevisionText text = new RevisionText(new Style(() -> false));

  @Test
  void a_base_builds_on_base() {
    assertThat(text.inHistory(Listing.one("a", "a -> b"))).isEqualTo("<base> -> a, revision a");
  }

  @Test
  void a_head_is_told() {
    assertThat(text.inHistory(Listing.one("b", "a -> b"))).isEqualTo("a -> b (head), revision b");
  }

  @Test
  void a_label_stands_before_the_head() {
    assertThat(text.inHistory(Listing.one("b", "a -> b:net")))
        .isEqualTo("a -> b (net) (head), revision b");
  }

  @Test
  void a_branch_point_and_a_merge_point_are_told() {
    String[] graph = {"a -> b -> m", "a -> c -> m"};

    assertThat(text.inHistory(Listing.one("a", graph)))
        .isEqualTo("<base> -> a (branchpoint), revision a");
    assertThat(text.inHistory(Listing.one("m", graph)))
        .isEqualTo("b, c -> m (head) (mergepoint), revision m");
    assertThat(text.asCurrent(Listing.one("m", graph))).isEqualTo("m (head) (mergepoint)");
    assertThat(text.inBranches(Listing.one("a", graph))).isEqualTo("a (branchpoint)");
  }

  @Test
  void a_head_that_something_depends_on_is_an_effective_one() {
    String[] graph = {"a -> b", "x -> y(b)"};

    assertThat(text.asHead(Listing.one("b", graph))).isEqualTo("b (effective head)");
    assertThat(text.inHistory(Listing.one("y", graph))).isEqualTo("x (b) -> y (head), revision y");
    assertThat(text.inGraph(Listing.one("y", graph))).isEqualTo("y (head) (needs b), revision y");
  }

  @Test
  void where_the_database_stands_is_marked() {
    InMemoryDatabase database = new InMemoryDatabase();
    database.execute(
        "CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES ('a')");

    assertThat(Listing.marked(database, "a -> b"))
        .extracting(text::inHistory)
        .containsExactly("a -> b (head), revision b", "<base> -> a (current), revision a");
  }

  @Test
  void all_there_is_to_tell() {
    assertThat(text.inFull(Listing.one("b", "a -> b:net -> c", "b -> d", "x -> b(y)", "y")))
        .containsExactly(
            "Rev: b (branchpoint) (mergepoint)",
            "Merges: a, x",
            "Also depends on: y",
            "Branches into: c, d",
            "Branch names: net",
            "Path: migrations/versions/b_.py",
            "",
            "    revision b",
            "");
  }

  @Test
  void colours_are_around_ids_labels_and_marks() {
    RevisionText coloured = new RevisionText(new Style(() -> true));
    ListedRevision listed = Listing.one("b", "a -> b:net");

    assertThat(coloured.asHead(listed))
        .isEqualTo("\u001b[33mb\u001b[0m \u001b[36m(net)\u001b[0m\u001b[32m (head)\u001b[0m");
  }
}
