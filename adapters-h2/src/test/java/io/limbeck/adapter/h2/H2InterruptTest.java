package io.limbeck.adapter.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Steps;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt in the middle of a statement on a file, which closes the file under H2. */
class H2InterruptTest {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void an_interrupt_ends_the_statement_that_runs_and_the_database_can_be_used_again() {
    ScriptedStep step =
        Steps.upgrade(
            Heads.of("a"),
            "b",
            "CREATE TABLE numbers (n BIGINT)",
            "INSERT INTO numbers SELECT x FROM SYSTEM_RANGE(1, 100000000000)");
    try (Database database = database();
        Database.Session session = database.open()) {
      session.apply(List.of(Steps.upgrade(Heads.none(), "a")), Progress.none());

      RunInterruptedException failure =
          catchThrowableOfType(
              RunInterruptedException.class,
              () -> session.apply(List.of(step), interruptingSoon(Thread.currentThread())));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.problem())
          .isEqualTo("The run on %s was interrupted.".formatted(database.name()));
      assertThat(failure.remedy())
          .isEqualTo(
              "The database stands at a, but statement 1 of 2 took effect and stays, since it"
                  + " commits each change to the schema at once: undo it by hand. Run again to go"
                  + " on.");
    }

    try (Database database = database()) {
      assertThat(database.heads()).isEqualTo(Heads.of("a"));
      assertThat(database.history()).hasSize(1);
    }
  }

  private Database database() {
    return H2Module.storage()
        .database(
            new DatabaseSettings(
                DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("app")),
                folder,
                "alembic_version",
                "limbeck_history",
                Optional.empty(),
                Duration.ofSeconds(20),
                new DatabaseSettings.Signature("ada@engine", "0.1.0"),
                InstantSource.system()));
  }

  private static Progress interruptingSoon(Thread running) {
    return new Progress() {
      @Override
      public void running(ScriptedStep step, Statement statement) {
        if (statement.sql().startsWith("INSERT")) {
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                try {
                  Thread.sleep(Duration.ofMillis(300));
                } catch (InterruptedException unexpected) {
                  throw new AssertionError(unexpected);
                }
                running.interrupt();
              });
        }
      }
    };
  }
}
