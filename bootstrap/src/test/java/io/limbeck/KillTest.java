package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program is killed at whatever moment: its database stands at a revision, never between two,
 * and the next run arrives. The moments are drawn by chance, one from each equal part of the time
 * that a run takes which nobody kills; {@code -Dlimbeck.seed} draws the same ones again.
 */
class KillTest {
  private static final int REVISIONS = 30;
  private static final int TIMES = Boolean.getBoolean("limbeck.stress") ? 10 : 1;

  @TempDir private Path folder;
  private ChildProgram.Launcher launcher;

  @BeforeEach
  void make_a_launcher() throws IOException {
    launcher = new ChildProgram.Launcher(folder);
  }

  /** How the database keeps what must not be lost, and which file appears when it begins to. */
  enum Journal {
    DELETE("", 20),
    WAL("-wal", 5);

    private final String suffix;
    private final int kills;

    Journal(String suffix, int kills) {
      this.suffix = suffix;
      this.kills = kills;
    }
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("SystemOut")
  void a_killed_run_leaves_the_database_at_a_revision_and_the_next_one_arrives(Journal journal)
      throws Exception {
    List<Content> boundaries = boundaries(journal);
    Duration whole = timeOfWholeRun(journal);
    long seed = Long.getLong("limbeck.seed", System.nanoTime());
    Random random = new Random(seed);
    int kills = journal.kills * TIMES;
    int amidRevisions = 0;
    int unfinished = 0;

    for (int kill = 0; kill < kills; kill++) {
      Duration moment =
          Duration.ofNanos((long) ((kill + random.nextDouble()) / kills * whole.toNanos()));
      String told = "%s, seed %d, kill %d, after %s".formatted(journal, seed, kill, moment);
      ProjectFolder project = project("killed-%s-%d".formatted(journal, kill), journal);
      try (ChildProgram program = launcher.start(project, "upgrade", "head")) {
        awaitBeginning(project, journal, program);
        Thread.sleep(moment);
        program.kill();
      }
      unfinished += project.files().size() > 2 ? 1 : 0;

      int reached = numberOf(project.limbeck("current").out());
      assertThat(Content.of(project.database())).as(told).isEqualTo(boundaries.get(reached));
      amidRevisions += reached > 0 && reached < REVISIONS ? 1 : 0;

      ProjectFolder.Ran next = project.limbeck("upgrade", "head");
      assertThat(next.exitCode()).as("%s: %s", told, next.err()).isZero();
      assertThat(Content.of(project.database())).as(told).isEqualTo(boundaries.get(REVISIONS));
      assertThat(project.files()).as(told).containsExactly("alembic.ini", "app.db");
      assertThat(launcher.temporary()).as(told).isEmptyDirectory();
    }

    System.out.printf(
        "%s, seed %d: killed %d times within %s, %d between two revisions, %d with a journal"
            + " left%n",
        journal, seed, kills, whole, amidRevisions, unfinished);
    assertThat(amidRevisions).as("kills that hit").isGreaterThanOrEqualTo(kills / 4);
    assertThat(unfinished).as("journals left to be undone").isGreaterThanOrEqualTo(kills / 4);
  }

  /** {@return what the database holds at each revision; before the first, nothing} */
  private List<Content> boundaries(Journal journal) {
    ProjectFolder project = project("boundaries-" + journal, journal);
    List<Content> boundaries = new ArrayList<>();
    boundaries.add(Content.of(project.database()));
    for (int number = 1; number <= REVISIONS; number++) {
      ProjectFolder.Ran ran = project.limbeck("upgrade", id(number));
      assertThat(ran.exitCode()).as(ran.err()).isZero();
      boundaries.add(Content.of(project.database()));
    }
    assertThat(boundaries).doesNotHaveDuplicates();
    return boundaries;
  }

  /** {@return the shorter of two runs, from its beginning until the process has ended} */
  private Duration timeOfWholeRun(Journal journal) throws Exception {
    Duration shortest = Duration.ofDays(1);
    for (String name : List.of("first", "second")) {
      ProjectFolder project = project("%s-%s".formatted(name, journal), journal);
      try (ChildProgram program = launcher.start(project, "upgrade", "head")) {
        awaitBeginning(project, journal, program);
        long began = System.nanoTime();
        assertThat(program.end()).as(program.err()).isZero();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        shortest = took.compareTo(shortest) < 0 ? took : shortest;
      }
    }
    return shortest;
  }

  private static void awaitBeginning(ProjectFolder project, Journal journal, ChildProgram program)
      throws InterruptedException {
    Path beginning = project.folder().resolve(project.database().getFileName() + journal.suffix);
    while (!Files.exists(beginning)) {
      assertThat(program.process().isAlive()).as(program.err()).isTrue();
      Thread.sleep(1);
    }
  }

  private ProjectFolder project(String name, Journal journal) {
    ProjectFolder project = ProjectFolder.in(folder.resolve(name));
    for (int number = 1; number <= REVISIONS; number++) {
      project.script(id(number), number == 1 ? "" : id(number - 1), upgrade(number));
    }
    if (journal == Journal.WAL) {
      assertThat(Content.query(project.database(), "PRAGMA journal_mode = WAL"))
          .containsExactly("wal");
    }
    return project;
  }

  private static String id(int number) {
    return "r%02d".formatted(number);
  }

  private static int numberOf(String current) {
    String id = current.isEmpty() ? id(0) : current.lines().findFirst().orElseThrow();
    return Integer.parseInt(id.substring(1, 3));
  }

  /**
   * Makes a table, changes the one before and drops older ones, and writes to them, more than
   * SQLite keeps in memory before the end of a transaction.
   */
  private static String upgrade(int number) {
    String made =
        """
        CREATE TABLE t%1$d (id INTEGER PRIMARY KEY, value INTEGER NOT NULL, name VARCHAR(40));
        CREATE INDEX ix_t%1$d_value ON t%1$d (value);
        INSERT INTO t%1$d (value, name)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
          SELECT i * 7919 %% 1000, printf('%%500d', i) FROM n;
        DELETE FROM t%1$d WHERE id > 200;
        UPDATE t%1$d SET name = trim(name);
        """
            .formatted(number);
    String changed =
        """
        ALTER TABLE t%1$d ADD COLUMN changed_in VARCHAR(10) DEFAULT 'r%2$d' NOT NULL;
        UPDATE t%1$d SET value = value + 1;
        """
            .formatted(number - 1, number);
    String dropped = "DROP TABLE t%d;\n".formatted(number - 2);
    return made + (number > 1 ? changed : "") + (number % 3 == 0 ? dropped : "");
  }
}
