package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.postgresql.EmbeddedServer;
import java.io.IOException;
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
 * The program is killed at whatever moment, or its connections are: its database stands at a
 * revision, never between two, and the next run arrives. The moments are drawn as for SQLite.
 */
class PostgresqlKillTest {
  private static final EmbeddedServer SERVER = EmbeddedServer.shared();
  private static final int REVISIONS = 30;
  private static final int KILLS = Boolean.getBoolean("limbeck.stress") ? 100 : 8;
  private static final String OURS =
      "FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE"
          + " 'limbeck%'";

  @TempDir private Path folder;
  private ChildProgram.Launcher launcher;

  @BeforeEach
  void make_a_launcher() throws IOException {
    launcher = new ChildProgram.Launcher(folder);
  }

  /** What is killed. */
  enum Victim {
    CLIENT,
    CONNECTIONS
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("SystemOut")
  void a_killed_run_leaves_the_database_at_a_revision_and_the_next_one_arrives(Victim victim)
      throws Exception {
    List<PostgresqlContent> boundaries = boundaries();
    Duration whole = timeOfWholeRun();
    long seed = Long.getLong("limbeck.seed", System.nanoTime());
    Random random = new Random(seed);
    int amidRevisions = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      Duration moment =
          Duration.ofNanos((long) ((kill + random.nextDouble()) / KILLS * whole.toNanos()));
      String told = "%s, seed %d, kill %d, after %s".formatted(victim, seed, kill, moment);
      String database = SERVER.newDatabase();
      ProjectFolder project = project("%s-%d".formatted(victim, kill), database);
      try (ChildProgram program = launcher.start(project, "upgrade", "head")) {
        program.awaitSaying("Running upgrade");
        Thread.sleep(moment);
        kill(victim, database, program, told);
      }

      // Every other time the next run begins while the server still undoes.
      if (kill % 2 == 0) {
        awaitNobody(database);
        int reached = numberOf(project.limbeck("current").out());
        assertThat(PostgresqlContent.of(SERVER, database))
            .as(told)
            .isEqualTo(boundaries.get(reached));
        amidRevisions += reached > 0 && reached < REVISIONS ? 1 : 0;
      }
      ProjectFolder.Ran next = project.limbeck("upgrade", "head");
      assertThat(next.exitCode()).as("%s: %s", told, next.err()).isZero();
      assertThat(PostgresqlContent.of(SERVER, database))
          .as(told)
          .isEqualTo(boundaries.get(REVISIONS));
      assertThat(launcher.temporary()).as(told).isEmptyDirectory();
      SERVER.drop(database);
    }

    System.out.printf(
        "%s, seed %d: killed %d times within %s, %d of %d looked at between two revisions%n",
        victim, seed, KILLS, whole, amidRevisions, KILLS / 2);
    assertThat(amidRevisions).as("kills that hit").isPositive();
  }

  private static void kill(Victim victim, String database, ChildProgram program, String told)
      throws InterruptedException {
    switch (victim) {
      case CLIENT -> program.kill();
      case CONNECTIONS -> {
        SERVER.execute(database, "SELECT pg_terminate_backend(pid) " + OURS);
        if (program.end() != 0) {
          assertThat(program.end()).as(told).isEqualTo(1);
          assertThat(program.err().lines().filter(line -> !line.startsWith("INFO")))
              .as(told)
              .hasSize(2)
              .first()
              .asString()
              .startsWith("FAILED: The connection to postgresql://postgres@localhost:");
        }
      }
    }
  }

  private static void awaitNobody(String database) throws InterruptedException {
    while (!SERVER.query(database, "SELECT pid " + OURS).isEmpty()) {
      Thread.sleep(20);
    }
  }

  /** {@return what the database holds at each revision; before the first, nothing} */
  private List<PostgresqlContent> boundaries() {
    String database = SERVER.newDatabase();
    ProjectFolder project = project("boundaries", database);
    List<PostgresqlContent> boundaries = new ArrayList<>();
    boundaries.add(PostgresqlContent.of(SERVER, database));
    for (int number = 1; number <= REVISIONS; number++) {
      ProjectFolder.Ran ran = project.limbeck("upgrade", id(number));
      assertThat(ran.exitCode()).as(ran.err()).isZero();
      boundaries.add(PostgresqlContent.of(SERVER, database));
    }
    SERVER.drop(database);
    assertThat(boundaries).doesNotHaveDuplicates();
    return boundaries;
  }

  /** {@return how long a run takes from its first revision to its end} */
  private Duration timeOfWholeRun() throws Exception {
    String database = SERVER.newDatabase();
    try (ChildProgram program = launcher.start(project("whole", database), "upgrade", "head")) {
      program.awaitSaying("Running upgrade");
      long began = System.nanoTime();
      assertThat(program.end()).as(program.err()).isZero();
      return Duration.ofNanos(System.nanoTime() - began);
    } finally {
      SERVER.drop(database);
    }
  }

  private ProjectFolder project(String name, String database) {
    ProjectFolder project = ProjectFolder.onServer(folder.resolve(name), SERVER.url(database));
    for (int number = 1; number <= REVISIONS; number++) {
      project.script(id(number), number == 1 ? "" : id(number - 1), upgrade(number));
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

  /** Makes a table, changes the one before and drops older ones, and writes to them. */
  private static String upgrade(int number) {
    String made =
        """
        CREATE TABLE t%1$d (id SERIAL PRIMARY KEY, value INTEGER NOT NULL, name VARCHAR(40));
        CREATE INDEX ix_t%1$d_value ON t%1$d (value);
        INSERT INTO t%1$d (value, name)
          SELECT i * 7919 %% 1000, i::text FROM generate_series(1, 5000) AS i;
        DELETE FROM t%1$d WHERE id > 200;
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
