package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Project.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show} */
class ShowTest {
  @TempDir private Path folder;

  @Test
  void the_sql_of_one_section_stands_alone() {
    Project project = Project.drawn(folder, "a1 -> b2");

    assertThat(project.limbeck("show", "a1", "--up").out())
        .isEqualTo(
            """
            CREATE TABLE t_a1 (id INTEGER PRIMARY KEY, name TEXT);
            INSERT INTO t_a1 (name) VALUES ('one');
            """);
    assertThat(project.limbeck("show", "a1", "--down").out()).isEqualTo("DROP TABLE t_a1;\n");
  }

  @Test
  void the_section_is_the_one_for_the_database() {
    Project project = Project.drawn(folder, "a1");
    project.script(
        "b2", "a1", "SELECT 'plain';\n\n-- migrate:upgrade h2\nSELECT 'h2';\n", "SELECT 0;");

    assertThat(project.limbeck("show", "b2", "--up").out()).isEqualTo("SELECT 'plain';\n");
    assertThat(project.limbeck("--url", "jdbc:h2:mem:", "show", "b2", "--up").out())
        .isEqualTo("SELECT 'h2';\n");
  }

  @Test
  void a_file_that_is_not_named_for_its_revision_is_told_here_and_nowhere_else() throws Exception {
    Project project = Project.drawn(folder, "a1 -> b2");
    Path renamed = project.versions().resolve("add_keys.sql");
    Files.move(project.script("b2"), renamed);

    for (List<String> silent :
        List.of(
            List.of("upgrade"),
            List.of("current", "-v"),
            List.of("history", "-v"),
            List.of("heads", "-v"),
            List.of("show", "a1"))) {
      assertThat(project.limbeck(silent.toArray(String[]::new)).err()).doesNotContain("add_keys");
    }

    Printed printed = project.limbeck("show", "b2");
    assertThat(printed.err())
        .isEqualTo(
            "INFO  [limbeck] %s does not have its revision's id, b2, in its name; the header counts.\n"
                .formatted(renamed));
    assertThat(printed.out())
        .startsWith("Rev: b2 (head)\nParent: a1\nPath: %s\n".formatted(renamed));
    assertThat(project.limbeck("-q", "show", "b2").err()).isEmpty();
  }

  @Test
  void base_is_no_revision_to_show() {
    Printed printed = Project.drawn(folder, "a1").limbeck("show", "base");

    assertThat(printed).isEqualTo(new Printed(0, "", ""));
  }
}
