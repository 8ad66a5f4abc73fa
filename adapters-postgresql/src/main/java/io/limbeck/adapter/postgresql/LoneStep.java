package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * A step whose statement can run in no transaction, such as CREATE INDEX CONCURRENTLY. What that
 * leaves when it does not come to its end is looked for, and named.
 */
final class LoneStep {
  private static final String STAYS =
      "The statement ran outside a transaction, so what it did stays.";
  private static final String RUNNING =
      "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE pid = ? AND state = 'active'";

  private final ScriptedStep step;
  private final Connections connections;
  private final Connections.Writing writing;
  private final Connection asking;
  private final PostgresqlFailures failures;
  private final String at;

  /**
   * @param asking a connection beside {@code writing}, with no transaction
   */
  LoneStep(
      ScriptedStep step,
      Connections connections,
      Connections.Writing writing,
      Connection asking,
      PostgresqlFailures failures) {
    this.step = step;
    this.connections = connections;
    this.writing = writing;
    this.asking = asking;
    this.failures = failures;
    this.at = "The database stands at %s.".formatted(step.step().before());
  }

  /**
   * Runs the statement, and records it.
   *
   * @param steps on the same connection
   * @return false if someone else moved the database meanwhile; then it is not recorded
   */
  boolean take(PostgresqlSteps steps, InstantSource clock, Progress progress) {
    Instant began = clock.instant();
    long start = System.nanoTime();
    progress.started(step, 1, 1);
    run(progress);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean recorded =
        steps.record(
            step,
            began,
            took,
            at
                + " The revision's statement took effect outside a transaction, but is not"
                + " recorded.");
    progress.finished(step, took);
    return recorded;
  }

  private void run(Progress progress) {
    try {
      LeftBehind before = LeftBehind.in(writing.jdbc());
      int process = writing.serverProcess();
      try (Watch watch = Watch.on(writing, asking)) {
        try {
          new StepRun(sql -> PostgresqlSql.execute(writing.jdbc(), sql), progress).statements(step);
          watch.stop();
          checkIndexes(before);
          writing.reset();
        } catch (RefusedStatement refused) {
          watch.stop();
          throw failures.of(refused, watch.blockedBy(), left(before, process));
        } catch (InterruptedException interrupted) {
          watch.stop();
          throw new RunInterruptedException(
              failures.database(), left(before, process), interrupted);
        }
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal, at + " " + STAYS);
    }
  }

  /** IF NOT EXISTS finds an index that an earlier run left INVALID, and says nothing about it. */
  private void checkIndexes(LeftBehind before) throws SQLException, RefusedStatement {
    String sql = step.statements().isEmpty() ? "" : step.statements().getFirst().sql();
    boolean makes = sql.toUpperCase(Locale.ROOT).matches("(?s)CREATE\\s+(UNIQUE\\s+)?INDEX\\s.*");
    LeftBehind left = LeftBehind.in(writing.jdbc()).since(before, sql);
    if (makes && !left.isEmpty()) {
      throw new RefusedStatement(
          step,
          step.statements().getFirst(),
          new SQLException("the index is there, and INVALID", SqlState.INVALID_INDEX));
    }
  }

  /** The connection itself may be lost, and its server process still at work. */
  private String left(LeftBehind before, int process) {
    boolean interrupted = Thread.interrupted();
    try (Connection looking = connections.reading()) {
      if (PostgresqlSql.finds(looking, RUNNING, process)) {
        return at
            + " The server still runs the statement in process %d: wait until that has ended, and"
                .formatted(process)
            + " see what it did.";
      }
      LeftBehind left = LeftBehind.in(looking).since(before, step.statements().getFirst().sql());
      return at + " " + (left.isEmpty() ? STAYS : left.told());
    } catch (SQLException unreachable) {
      return at + " " + STAYS;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
