package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several processes are started together to upgrade one database, which is not there yet. */
class RaceTest {
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
    ProjectFolder alone = project("alone");
    assertThat(alone.limbeck("upgrade", "head").exitCode()).isZero();
    ProjectFolder raced = project("raced");

    List<String> told = race(raced, "upgrade", "head");

    assertThat(told.stream().flatMap(String::lines).filter(line -> line.contains("Running")))
        .hasSize(REVISIONS);
    assertThat(Content.query(raced.database(), "SELECT revision FROM limbeck_history"))
        .isEqualTo(IntStream.rangeClosed(1, REVISIONS).mapToObj(RaceTest::id).toList());
    assertThat(Content.of(raced.database())).isEqualTo(Content.of(alone.database()));
    assertThat(raced.files()).containsExactly("alembic.ini", "app.db");
    assertThat(launcher.temporary()).isEmptyDirectory();
  }

  /** {@return what each process said, after all have succeeded} */
  private List<String> race(ProjectFolder project, String... words) throws Exception {
    List<ChildProgram> programs = new ArrayList<>();
    try {
      for (int number = 0; number < PROCESSES; number++) {
        programs.add(launcher.start(StartedTogether.class, project, words));
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

  private ProjectFolder project(String name) {
    ProjectFolder project = ProjectFolder.in(folder.resolve(name));
    for (int number = 1; number <= REVISIONS; number++) {
      project.script(id(number), number == 1 ? "" : id(number - 1), upgrade(number));
    }
    return project;
  }

  private static String id(int number) {
    return "r%02d".formatted(number);
  }

  /** Takes some milliseconds, so that the others come to wait for it; run twice it would fail. */
  private static String upgrade(int number) {
    return """
    CREATE TABLE t%1$d (id INTEGER PRIMARY KEY, value INTEGER NOT NULL);
    INSERT INTO t%1$d (value)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      SELECT i * 7919 %% 1000 FROM n;
    DELETE FROM t%1$d WHERE id > 50;
    """
        .formatted(number);
  }
}
