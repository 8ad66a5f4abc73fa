package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens when several move one database at the same time. */
public interface RaceContract extends DatabaseUnderTest {
  String HARMLESS = "DELETE FROM alembic_version WHERE version_num = 'nobody'";

  @Test
  default void every_step_runs_once_whoever_takes_it() throws Exception {
    int runners = 4;
    int count = 12;
    try (ExecutorService threads = Executors.newFixedThreadPool(runners);
        Database first = database()) {
      DatabaseUnderTest.apply(first, Steps.upgrade(Heads.none(), "r0", MADE));

      List<Future<Integer>> runs = new ArrayList<>();
      for (int runner = 0; runner < runners; runner++) {
        runs.add(threads.submit(() -> climb(count)));
      }
      int taken = 0;
      for (Future<Integer> run : runs) {
        taken += run.get(60, TimeUnit.SECONDS);
      }

      assertThat(taken).isEqualTo(count);
      assertThat(first.heads()).isEqualTo(Heads.of("r" + count));
      assertThat(first.history()).hasSize(count + 1);
    }
    assertThat(rows("made")).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  default void a_database_is_born_once() throws Exception {
    int runners = 4;
    try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
      List<Future<Boolean>> runs = new ArrayList<>();
      for (int runner = 0; runner < runners; runner++) {
        runs.add(
            threads.submit(() -> {
              try (Database database = database()) {
                return DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
              }
            }));
      }
      List<Boolean> applied = new ArrayList<>();
      for (Future<Boolean> run : runs) {
        applied.add(run.get(60, TimeUnit.SECONDS));
      }

      assertThat(applied).containsExactlyInAnyOrder(true, false, false, false);
    }
    assertThat(rows("alembic_version")).containsExactly("a");
  }

  @Test
  default void a_lock_that_is_freed_in_time_is_waited_for() throws Exception {
    try (Database database = database();
        Holder holder = new Holder(database())) {
      holder.hold();
      Future<Boolean> waiting =
          holder.threads.submit(
              () -> DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE)));
      Thread.sleep(300);
      assertThat(waiting.isDone()).isFalse();

      holder.release();

      assertThat(waiting.get(20, TimeUnit.SECONDS)).isFalse();
      assertThat(DatabaseUnderTest.apply(database, Steps.upgrade(A, "b"))).isTrue();
      assertThat(database.heads()).isEqualTo(B);
    }
    assertThat(tables()).doesNotContain("made");
  }

  @Test
  default void a_lock_that_is_not_freed_in_time_is_told_and_nothing_is_done() throws Exception {
    DatabaseSettings impatient = impatient();
    try (Database database = database(impatient);
        Holder holder = new Holder(database())) {
      holder.hold();

      long began = System.nanoTime();
      assertThatThrownBy(
              () -> DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "x", MADE)))
          .isInstanceOf(LockNotObtainedException.class)
          .hasMessageMatching(
              "%s is locked: %s\\. Wait until the other program has finished, or allow more time with lock_timeout\\."
                  .formatted(Pattern.quote(database.name()), whoHolds()));
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));

      holder.release();
    }
    assertThat(rows("alembic_version")).containsExactly("a");
    assertThat(tables()).doesNotContain("made");
  }

  private DatabaseSettings impatient() {
    DatabaseSettings settings = settings();
    return new DatabaseSettings(
        settings.url(),
        settings.workingDirectory(),
        settings.versionTable(),
        settings.historyTable(),
        settings.schema(),
        Duration.ofMillis(400),
        settings.signature(),
        settings.clock());
  }

  /** Upgrades one revision at a time, as a use case does, until {@code count} is reached. */
  private int climb(int count) {
    int taken = 0;
    try (Database database = database();
        Database.Session session = database.open()) {
      for (int at = at(session); at < count; at = at(session)) {
        String next = "r" + (at + 1);
        ScriptedStep step =
            Steps.upgrade(
                Heads.of("r" + at), next, "INSERT INTO made VALUES ('%s')".formatted(next));
        if (session.apply(List.of(step), Progress.none())) {
          taken++;
        }
      }
    }
    return taken;
  }

  private static int at(Database.Session session) {
    return Integer.parseInt(session.heads().ids().getFirst().value().substring(1));
  }

  /** Someone who is in the middle of revision {@code a} for as long as one likes. */
  final class Holder implements AutoCloseable {
    private final Database database;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Holder(Database database) {
      this.database = database;
      DatabaseUnderTest.apply(
          database, Steps.stamp(Heads.none(), "base"), Steps.purge(Heads.of("base")));
    }

    void hold() throws InterruptedException {
      var unused =
          threads.submit(() -> {
            try (Database.Session session = database.open()) {
              session.apply(List.of(Steps.upgrade(Heads.none(), "a", HARMLESS)), new Held());
            }
          });
      assertThat(holding.await(20, TimeUnit.SECONDS)).isTrue();
    }

    void release() {
      released.countDown();
    }

    @Override
    public void close() {
      release();
      threads.close();
      database.close();
    }

    private final class Held implements Progress {
      @Override
      public void running(ScriptedStep step, Statement statement) {
        holding.countDown();
        try {
          assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
