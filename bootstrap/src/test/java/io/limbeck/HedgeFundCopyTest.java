package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's rows move house, and come back. */
class HedgeFundCopyTest {
  private static final String H2 = "jdbc:h2:file:./target";

  @TempDir private Path folder;
  private ProjectFolder project;

  @BeforeEach
  void fill_the_example() {
    project = ProjectFolder.ofHedgeFund(folder);
    limbeck("upgrade");
    HedgeFundRows.insert(project.database());
  }

  @Test
  void from_sqlite_to_h2_and_back_nothing_is_another() {
    limbeck("--url", H2, "upgrade");
    limbeck("--url", "sqlite:///back.db", "upgrade");

    String there = limbeck("copy", "--to", H2);
    String back = limbeck("--url", H2, "copy", "--to", "sqlite:///back.db");

    assertThat(checksums(there)).hasSize(4).doesNotHaveDuplicates().isEqualTo(checksums(back));
    for (String query : HedgeFundRows.QUERIES) {
      assertThat(Content.query(folder.resolve("back.db"), query))
          .isNotEmpty()
          .isEqualTo(Content.query(project.database(), query));
    }
    assertThat(checksums(limbeck("copy", "--to", "sqlite:///back.db", "--dry-run"))).hasSize(4);
  }

  @Test
  void from_sqlite_to_sqlite_every_value_is_kept_as_it_was() {
    limbeck("--url", "sqlite:///other.db", "upgrade");

    limbeck("copy", "--to", "sqlite:///other.db");

    for (String table : HedgeFundRows.TABLES) {
      String query = "SELECT * FROM " + table;
      assertThat(Content.query(folder.resolve("other.db"), query))
          .isNotEmpty()
          .isEqualTo(Content.query(project.database(), query));
    }
  }

  private String limbeck(String... words) {
    ProjectFolder.Ran ran = project.limbeck(words);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return ran.out();
  }

  /** {@return the last word of each line} */
  private static List<String> checksums(String printed) {
    return printed.lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList();
  }
}
