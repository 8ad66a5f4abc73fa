package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy is killed at whatever moment: the target holds the first rows of what it gets, and the
 * next run goes on and arrives. The moments are drawn by chance, one from each equal part of the
 * time that a copy takes which nobody kills; {@code -Dlimbeck.seed} draws the same ones again.
 */
class CopyKillTest {
  private static final int ROWS = 60_000;
  private static final int KILLS = Boolean.getBoolean("limbeck.stress") ? 40 : 4;
  private static final String TABLES =
      """
      CREATE TABLE big (id INTEGER NOT NULL PRIMARY KEY, body VARCHAR(200) NOT NULL, n DOUBLE PRECISION);
      CREATE TABLE tree (id INTEGER NOT NULL PRIMARY KEY, up INTEGER REFERENCES tree (id));
      """;

  @TempDir private Path folder;
  private ChildProgram.Launcher launcher;
  private ProjectFolder project;

  @BeforeEach
  void make_a_project() throws IOException {
    launcher = new ChildProgram.Launcher(folder);
    project = ProjectFolder.in(folder.resolve("project"));
    project.script("a1", "", TABLES);
    assertThat(project.limbeck("upgrade").exitCode()).isZero();
    Content.execute(
        project.database(),
        "INSERT INTO big WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i <"
            + " %d) SELECT i, printf('body %%0100d', i), i / 7.0 FROM c".formatted(ROWS),
        "INSERT INTO tree WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i <"
            + " %d) SELECT i, %d - i FROM c".formatted(ROWS / 4, ROWS / 4 + 1));
  }

  @Test
  @SuppressWarnings("SystemOut")
  void a_killed_copy_goes_on_where_it_was_and_arrives() throws Exception {
    Duration whole = timeOfWholeCopy();
    long seed = Long.getLong("limbeck.seed", System.nanoTime());
    Random random = new Random(seed);
    int amid = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      Duration moment =
          Duration.ofNanos((long) ((kill + random.nextDouble()) / KILLS * whole.toNanos()));
      String told = "seed %d, kill %d, after %s".formatted(seed, kill, moment);
      String url = target("killed" + kill);
      try (ChildProgram program = launcher.start(project, "copy", "--to", url)) {
        program.awaitSaying("Copying big");
        Thread.sleep(moment);
        program.kill();
      }
      List<String> left = rows(kill);
      amid +=
          left.contains(String.valueOf(ROWS)) && left.contains(String.valueOf(ROWS / 4)) ? 0 : 1;

      ProjectFolder.Ran next = project.limbeck("copy", "--to", url, "-q");
      assertThat(next.exitCode()).as("%s: %s", told, next.err()).isZero();
      assertThat(next.out()).as(told).contains("big   60,000 rows  ", "tree  15,000 rows  ");
      assertThat(content(kill)).as(told).isEqualTo(contentOfSource());
    }

    System.out.printf(
        "seed %d: killed %d times within %s, %d before all was there%n", seed, KILLS, whole, amid);
    assertThat(amid).as("kills that hit").isPositive();
  }

  private Duration timeOfWholeCopy() throws Exception {
    try (ChildProgram program = launcher.start(project, "copy", "--to", target("whole"))) {
      program.awaitSaying("Copying big");
      long began = System.nanoTime();
      assertThat(program.end()).as(program.err()).isZero();
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }

  /** {@return the URL of a database of H2 at the same revision} */
  private String target(String name) {
    String url = "jdbc:h2:file:./" + name;
    ProjectFolder.Ran ran = project.limbeck("--url", url, "upgrade");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return url;
  }

  private List<String> rows(int kill) {
    return H2File.query(file(kill), "SELECT count(*) FROM big UNION ALL SELECT count(*) FROM tree");
  }

  private List<String> content(int kill) {
    return H2File.query(
        file(kill),
        "SELECT count(*), sum(id), sum(length(body)), sum(up) FROM (SELECT id, body, 0 AS up FROM"
            + " big UNION ALL SELECT id, '', up FROM tree)");
  }

  private List<String> contentOfSource() {
    return Content.query(
        project.database(),
        "SELECT count(*), sum(id), sum(length(body)), sum(up) FROM (SELECT id, body, 0 AS up FROM"
            + " big UNION ALL SELECT id, '', up FROM tree)");
  }

  private Path file(int kill) {
    return project.folder().resolve("killed%d.mv.db".formatted(kill));
  }
}
