package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who look while the database is moved. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AdminLoadTest {
  private static final int READERS = 200;
  private static final int REVISIONS = 300;
  private static final List<String> PATHS =
      List.of(
          "/api/status",
          "/api/revisions",
          "/api/revisions/r7",
          "/api/history",
          "/api/plan",
          "/health/live",
          "/metrics");

  @TempDir private Path folder;

  @Test
  void two_hundred_readers_are_answered_while_three_hundred_revisions_run() throws Exception {
    Project project = Project.drawn(folder, line());
    AtomicBoolean over = new AtomicBoolean();
    try (Served served = Served.writing(project);
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        int first = reader;
        reading.add(readers.submit(() -> read(served, first, over)));
      }

      served.done("upgrade", "{\"target\":\"head\",\"heads\":[]}");
      over.set(true);

      for (Future<Integer> reader : reading) {
        assertThat(reader.get()).isPositive();
      }
      assertThat(served.err()).doesNotContain("FAILED", "Exception");
    }
    assertThat(project.rows()).containsExactly("r" + REVISIONS);
    assertThat(project.query("SELECT count(*) FROM limbeck_history"))
        .containsExactly(Integer.toString(REVISIONS));
  }

  /** {@return how many answers came} */
  private static int read(Served served, int first, AtomicBoolean over) {
    int answers = 0;
    do {
      String path = PATHS.get((first + answers) % PATHS.size());
      Served.Answer answer = served.get(path);
      assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
      answers++;
    } while (!over.get());
    return answers;
  }

  private static String line() {
    StringBuilder line = new StringBuilder("r1");
    for (int number = 2; number <= REVISIONS; number++) {
      line.append(" -> r").append(number);
    }
    return line.toString();
  }
}
