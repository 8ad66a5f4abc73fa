package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.Ledger;
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
import java.util.List;

/**
 * Takes steps on a connection, each by itself. H2 commits at each change to the schema; what a step
 * wrote after its last such change is committed together with the version table and the history, or
 * undone. So a step without changes to the schema is atomic.
 */
final class H2Steps {
  private final Connection connection;
  private final Ledger ledger;
  private final String name;
  private final H2Failures failures;
  private final InstantSource clock;

  H2Steps(
      Connection connection, Ledger ledger, String name, H2Failures failures, InstantSource clock) {
    this.connection = connection;
    this.ledger = ledger;
    this.name = name;
    this.failures = failures;
    this.clock = clock;
  }

  void take(List<ScriptedStep> steps, Progress progress) {
    for (int index = 0; index < steps.size(); index++) {
      progress.started(steps.get(index), index + 1, steps.size());
      Duration took = take(steps.get(index), progress);
      progress.finished(steps.get(index), took);
    }
  }

  private Duration take(ScriptedStep step, Progress progress) {
    Instant began = clock.instant();
    long start = System.nanoTime();
    Kept kept = new Kept();
    try {
      connection.setAutoCommit(!step.isTransactional());
      new StepRun(kept::execute, progress).statements(step);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      connection.setAutoCommit(false);
      ledger.record(step, began, took);
      connection.commit();
      return took;
    } catch (RefusedStatement refused) {
      throw failures.of(refused, undone(step, kept));
    } catch (InterruptedException interrupted) {
      throw new RunInterruptedException(name, undone(step, kept), interrupted);
    } catch (SQLException refusal) {
      throw failures.of(refusal, undone(step, kept));
    } catch (RuntimeException failure) {
      undone(step, kept);
      throw failure;
    }
  }

  /** Undoes what can be undone, and says what stays. */
  private String undone(ScriptedStep step, Kept kept) {
    H2Connection.withoutInterrupt(() -> {
      kept.look();
      rollBack();
    });
    if (kept.count == 0) {
      return ScriptedStep.allUndone(List.of(step));
    }
    String which = kept.count == 1 ? "statement 1" : "statements 1 to " + kept.count;
    return "The database stands at %s, but %s of %d took effect and %s, since it commits each change to the schema at once: undo %s by hand."
        .formatted(
            step.step().before(),
            which,
            step.statements().size(),
            kept.count == 1 ? "stays" : "stay",
            kept.count == 1 ? "it" : "them");
  }

  private void rollBack() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException refusal) {
      // The connection is lost, and with it what it had not committed.
    }
  }

  /** How many of a step's first statements are committed and cannot be undone. */
  private final class Kept {
    private int ran;
    private int count;

    void execute(String sql) throws SQLException {
      new H2Statements(connection).execute(sql);
      ran++;
      look();
    }

    /** Asks the database: even a statement that fails may have committed those before it. */
    void look() {
      try {
        if (!H2Sql.hasUncommitted(connection)) {
          count = ran;
        }
      } catch (SQLException refusal) {
        // The connection is lost: what is known so far is the best that can be said.
      }
    }
  }
}
