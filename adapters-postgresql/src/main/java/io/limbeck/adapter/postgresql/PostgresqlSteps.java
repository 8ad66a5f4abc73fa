package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ReferencesBrokenException;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes steps in one transaction. */
final class PostgresqlSteps {
  private final Connections.Writing writing;
  private final Connection asking;
  private final Ledger ledger;
  private final Transaction.Beginning transactions;
  private final PostgresqlFailures failures;
  private final DatabaseSettings settings;

  /**
   * @param asking a connection beside {@code writing}, to ask what that one waits for
   */
  PostgresqlSteps(
      Connections.Writing writing,
      Connection asking,
      Transaction.Beginning transactions,
      PostgresqlFailures failures,
      DatabaseSettings settings) {
    this.writing = writing;
    this.asking = asking;
    this.ledger = new Ledger(writing.jdbc(), new PostgresqlCatalog(), settings);
    this.transactions = transactions;
    this.failures = failures;
    this.settings = settings;
  }

  /** {@return false, having done nothing, if the database stands elsewhere} */
  boolean together(List<ScriptedStep> steps, Progress progress) {
    String left = ScriptedStep.allUndone(steps);
    try (Transaction transaction = transactions.begin();
        Watch watch = Watch.on(writing, asking)) {
      try {
        if (!begins(steps.getFirst())) {
          return false;
        }
        Duration took = Duration.ZERO;
        for (int index = 0; index < steps.size(); index++) {
          if (index > 0) {
            progress.finished(steps.get(index - 1), took);
          }
          progress.started(steps.get(index), index + 1, steps.size());
          took = take(steps.get(index), progress, left);
        }
        watch.stop();
        transaction.commit();
        progress.finished(steps.getLast(), took);
        return true;
      } catch (RefusedStatement refused) {
        throw failures.of(refused, watch.blockedBy(), left);
      } catch (SQLException refusal) {
        throw failures.of(refusal, watch.blockedBy(), left);
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal, left);
    }
  }

  /** {@return whether {@code step} begins where the database stands, as far as one sees now} */
  boolean standsBefore(ScriptedStep step) throws SQLException {
    return ledger.standsBefore(step.step());
  }

  /**
   * Looks where the database stands, with the version table locked against whoever else writes to
   * it: Python's Alembic knows no other lock.
   */
  private boolean begins(ScriptedStep first) throws SQLException {
    String table = ledger.versionSql().orElse("");
    if (!table.isEmpty()) {
      PostgresqlSql.execute(
          writing.jdbc(), "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE".formatted(table));
    }
    if (!ledger.standsBefore(first.step())) {
      return false;
    }
    try {
      ledger.ensure();
      return true;
    } catch (SQLException refusal) {
      if (table.isEmpty() && SqlState.of(refusal).equals(SqlState.UNIQUE)) {
        return false; // Someone else has just made the table.
      }
      throw refusal;
    }
  }

  private Duration take(ScriptedStep step, Progress progress, String left)
      throws SQLException, RefusedStatement {
    Instant began = settings.clock().instant();
    long start = System.nanoTime();
    PostgresqlSql.execute(writing.jdbc(), "SET CONSTRAINTS ALL DEFERRED");
    try {
      new StepRun(sql -> PostgresqlSql.execute(writing.jdbc(), sql), progress).statements(step);
    } catch (InterruptedException interrupted) {
      throw new RunInterruptedException(failures.database(), left, interrupted);
    }
    if (!step.statements().isEmpty()) {
      checkConstraints(step, left);
      writing.reset();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    ledger.record(step, began, took);
    return took;
  }

  /** What is deferred to the end of the transaction is still this step's, and is told as such. */
  private void checkConstraints(ScriptedStep step, String left)
      throws SQLException, RefusedStatement {
    try {
      PostgresqlSql.execute(writing.jdbc(), "SET CONSTRAINTS ALL IMMEDIATE");
    } catch (SQLException refusal) {
      if (SqlState.of(refusal).equals(SqlState.FOREIGN_KEY)) {
        throw new ReferencesBrokenException(
            step.step().revision().orElseThrow(),
            step.location(),
            List.of(Reason.withDetail(refusal)),
            left);
      }
      throw new RefusedStatement(step, step.statements().getLast(), refusal);
    }
  }

  /** Records a step whose statement ran before, outside of any transaction. */
  boolean record(ScriptedStep step, Instant began, Duration took, String left) {
    try (Transaction transaction = transactions.begin()) {
      if (!begins(step)) {
        return false;
      }
      ledger.record(step, began, took);
      transaction.commit();
      return true;
    } catch (SQLException refusal) {
      throw failures.of(refusal, left);
    }
  }
}
