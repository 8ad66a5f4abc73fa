package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Project.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code revision} and {@code merge} */
class RevisionTest {
  @TempDir private Path folder;

  @Test
  void a_revision_without_a_message_has_none_in_its_files_name() throws Exception {
    Project project = Project.drawn(folder, "a1");

    Printed printed = project.limbeck("revision", "--rev-id", "b2");

    assertThat(printed.out())
        .isEqualTo("Generating %s ...  done\n".formatted(project.versions().resolve("b2_.sql")));
    assertThat(project.limbeck("history", "-r", "b2:").out())
        .isEqualTo("a1 -> b2 (head), empty message\n");
  }

  @Test
  void an_id_is_made_of_twelve_hexadecimal_digits() {
    Project project = Project.drawn(folder);

    project.limbeck("revision", "-m", "Add keys");

    assertThat(project.scripts()).singleElement().asString().matches("[0-9a-f]{12}_add_keys\\.sql");
  }

  @Test
  void a_revision_says_all_that_it_was_told() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2", "x1");

    Printed printed =
        project.limbeck(
            "revision",
            "-m",
            "Add keys",
            "--head",
            "a1",
            "--splice",
            "--branch-label",
            "keys",
            "--depends-on",
            "x1",
            "--rev-id",
            "c3");

    assertThat(printed.exitCode()).isZero();
    assertThat(Files.readString(project.versions().resolve("c3_add_keys.sql")))
        .startsWith(
            """
            -- Add keys
            --
            -- Revision ID: c3
            -- Revises: a1
            -- Branch Labels: keys
            -- Depends On: x1
            -- Create Date: \
            """);
    assertThat(project.limbeck("heads").lines()).contains("c3 (keys) (head)");
  }

  @Test
  void base_begins_a_new_line() {
    Project project = Project.drawn(folder, "a1 -> b2");

    project.limbeck("revision", "--head", "base", "--rev-id", "x1", "-m", "other");

    assertThat(project.limbeck("history", "-r", "x1:x1").out())
        .isEqualTo("<base> -> x1 (head), other\n");
  }

  @Test
  void one_of_several_locations_is_named() throws Exception {
    Project project = Project.drawn(folder, "a1");
    Files.createDirectory(folder.resolve("more"));
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = migrations
        path_separator = space
        version_locations = migrations/versions more
        """);

    Printed printed = project.limbeck("revision", "--rev-id", "b2", "--version-path", "more");

    assertThat(printed.exitCode()).isZero();
    assertThat(folder.resolve("more/b2_.sql")).exists();
  }

  @Test
  void a_merge_joins_heads_in_the_order_they_are_named() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2", "a1 -> c3");

    Printed printed = project.limbeck("merge", "c3", "b2", "-m", "Join", "--rev-id", "d4");

    assertThat(printed.exitCode()).isZero();
    assertThat(Files.readString(project.versions().resolve("d4_join.sql")))
        .contains("-- Revises: c3, b2\n");
    assertThat(project.limbeck("heads").out()).isEqualTo("d4 (head)\n");
  }
}
