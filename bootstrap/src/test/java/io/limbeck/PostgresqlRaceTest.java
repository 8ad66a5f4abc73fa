package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.postgresql.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several processes are started together to upgrade one database on a server. */
class PostgresqlRaceTest {
  private static final EmbeddedServer SERVER = EmbeddedServer.shared();
  private static final int PROCESSES = 8;
  private static final int REVISIONS = 20;
  private static final int ROUNDS = Boolean.getBoolean("limbeck.stress") ? 20 : 2;

  @TempDir private Path folder;
  private ChildProgram.Launcher launcher;

  @BeforeEach
  void make_a_launcher() throws IOException {
    launcher = new ChildProgram.Launcher(folder);
  }

  static IntStream rounds() {
    return IntStream.rangeClosed(1, ROUNDS);
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  void every_revision_is_applied_once_and_every_process_succeeds(int round) throws Exception {
    String database = SERVER.newDatabase();
    ProjectFolder project = ProjectFolder.onServer(folder.resolve("raced"), SERVER.url(database));
    for (int number = 1; number <= REVISIONS; number++) {
      project.script(id(number), number == 1 ? "" : id(number - 1), upgrade(number));
    }
    // The last cannot run in a transaction, and waits for all that are open.
    project.alone(id(REVISIONS + 1), id(REVISIONS), "CREATE INDEX CONCURRENTLY ix ON t1 (value);");

    List<String> told = race(project);

    assertThat(told.stream().flatMap(String::lines).filter(line -> line.contains("Running")))
        .hasSize(REVISIONS + 1);
    assertThat(SERVER.query(database, "SELECT revision FROM limbeck_history ORDER BY number"))
        .isEqualTo(
            IntStream.rangeClosed(1, REVISIONS + 1).mapToObj(PostgresqlRaceTest::id).toList());
    assertThat(SERVER.query(database, "SELECT count(*) FROM t1, t20")).containsExactly("2500");
    SERVER.drop(database);
  }

  /** {@return what each process said, after all have succeeded} */
  private List<String> race(ProjectFolder project) throws Exception {
    List<ChildProgram> programs = new ArrayList<>();
    try {
      for (int number = 0; number < PROCESSES; number++) {
        programs.add(launcher.start(StartedTogether.class, project, "upgrade", "head"));
      }
      for (ChildProgram program : programs) {
        StartedTogether.await(program);
      }
      for (ChildProgram program : programs) {
        StartedTogether.go(program);
      }
      for (ChildProgram program : programs) {
        assertThat(program.end()).as(program.err()).isZero();
      }
    } finally {
      programs.forEach(ChildProgram::close);
    }
    return programs.stream().map(ChildProgram::err).toList();
  }

  private static String id(int number) {
    return "r%02d".formatted(number);
  }

  /** Takes some milliseconds, so that the others come to wait for it; run twice it would fail. */
  private static String upgrade(int number) {
    return """
    CREATE TABLE t%1$d (id SERIAL PRIMARY KEY, value INTEGER NOT NULL);
    INSERT INTO t%1$d (value) SELECT i * 7919 %% 1000 FROM generate_series(1, 20000) AS i;
    DELETE FROM t%1$d WHERE id > 50;
    """
        .formatted(number);
  }
}
