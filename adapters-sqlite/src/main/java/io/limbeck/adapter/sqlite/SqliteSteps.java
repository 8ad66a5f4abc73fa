package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.AlterRefusedException;
import io.limbeck.adapter.sqlite.alter.Statements;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ReferencesBrokenException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes steps on one connection. */
final class SqliteSteps {
  private final Connection connection;
  private final Ledger ledger;
  private final Location location;
  private final SqliteFailures failures;
  private final InstantSource clock;

  SqliteSteps(
      Connection connection,
      Ledger ledger,
      Location location,
      SqliteFailures failures,
      InstantSource clock) {
    this.connection = connection;
    this.ledger = ledger;
    this.location = location;
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * Takes all steps in one transaction.
   *
   * @param left the sentence for a failure
   * @return false if the database stands elsewhere
   */
  boolean together(List<ScriptedStep> steps, Progress progress, String left) {
    try (WriteTransaction transaction = begin()) {
      if (!ledger.standsBefore(steps.getFirst().step())) {
        return false;
      }
      ledger.ensure();
      Duration took = Duration.ZERO;
      for (int index = 0; index < steps.size(); index++) {
        if (index > 0) {
          progress.finished(steps.get(index - 1), took);
        }
        progress.started(steps.get(index), index + 1, steps.size());
        took = take(steps.get(index), progress, left);
      }
      transaction.commit();
      progress.finished(steps.getLast(), took);
      return true;
    } catch (RefusedStatement refused) {
      throw failures.of(refused, left);
    } catch (SQLException refusal) {
      throw failures.of(refusal, left);
    }
  }

  /** Takes a step whose statement cannot run in a transaction. */
  boolean alone(ScriptedStep step, Progress progress) {
    String at = "The database stands at %s.".formatted(step.step().before());
    if (!standsBefore(step)) {
      return false;
    }
    Instant began = clock.instant();
    long start = System.nanoTime();
    progress.started(step, 1, 1);
    try {
      InterruptWatch watch = InterruptWatch.on(connection);
      try {
        run(step, progress, at);
      } finally {
        watch.close();
      }
    } catch (RefusedStatement refused) {
      throw failures.of(
          refused, at + " The statement ran outside a transaction: what it did stays.");
    } catch (SQLException refusal) {
      throw failures.of(refusal, at);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean recorded = recordAlone(step, began, took, at);
    progress.finished(step, took);
    return recorded;
  }

  private WriteTransaction begin() {
    try {
      return WriteTransaction.begin(connection);
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private Duration take(ScriptedStep step, Progress progress, String left)
      throws SQLException, RefusedStatement {
    Instant began = clock.instant();
    long start = System.nanoTime();
    if (!step.statements().isEmpty()) {
      ForeignKeys before = ForeignKeys.now(connection);
      run(step, progress, left);
      List<String> broken = ForeignKeys.now(connection).since(before);
      if (!broken.isEmpty()) {
        throw new ReferencesBrokenException(
            step.step().revision().orElseThrow(), step.location(), broken, left);
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    ledger.record(step, began, took);
    return took;
  }

  private void run(ScriptedStep step, Progress progress, String left)
      throws SQLException, RefusedStatement {
    AlterListener copying =
        new AlterListener() {
          @Override
          public void copied(String table, long rows, long of) {
            progress.copied(step, table, rows, of);
          }
        };
    Statements statements = new Statements(connection, Access.of(connection), copying);
    try {
      new StepRun(statements::execute, progress).statements(step);
    } catch (InterruptedException interrupted) {
      throw new RunInterruptedException(location.name(), left, interrupted);
    }
    Optional<Statement> dropping =
        step.statements().stream().filter(each -> Statements.drops(each.sql())).findFirst();
    if (dropping.isPresent()) {
      try {
        statements.finish();
      } catch (AlterRefusedException missed) {
        throw new RefusedStatement(step, dropping.get(), missed);
      }
    }
  }

  // The lock cannot be held while the statement runs, but nobody is in the middle of a step now.
  private boolean standsBefore(ScriptedStep step) {
    try {
      WriteTransaction look = begin();
      try {
        return ledger.standsBefore(step.step());
      } finally {
        look.close();
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private boolean recordAlone(ScriptedStep step, Instant began, Duration took, String at) {
    try (WriteTransaction transaction = begin()) {
      if (!ledger.standsBefore(step.step())) {
        return false;
      }
      ledger.ensure();
      ledger.record(step, began, took);
      transaction.commit();
      return true;
    } catch (SQLException refusal) {
      throw failures.of(
          refusal,
          at + " The revision's statement took effect outside a transaction, but is not recorded.");
    }
  }
}
