package io.limbeck.adapter.sql;

import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Runs the statements of steps, one at a time. */
public final class StepRun {

  /** Executes a statement in the way of its kind of database. */
  public interface Executor {
    void execute(String sql) throws SQLException;
  }

  private final Executor executor;
  private final Progress progress;

  public StepRun(Executor executor, Progress progress) {
    this.executor = executor;
    this.progress = progress;
  }

  /**
   * Sees that a list of steps can be taken together.
   *
   * @throws IllegalArgumentException if it is empty, or one of several is not transactional
   */
  public static void check(List<ScriptedStep> steps) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("there is no step to take");
    }
    if (steps.size() > 1 && !steps.stream().allMatch(ScriptedStep::isTransactional)) {
      throw new IllegalArgumentException("a step that is not transactional stands alone");
    }
  }

  /**
   * Runs the statements of {@code step} in order.
   *
   * @throws RefusedStatement at the first that fails; the ones before it ran
   * @throws InterruptedException between two statements if the thread is interrupted; it still is
   */
  public void statements(ScriptedStep step) throws RefusedStatement, InterruptedException {
    for (Statement statement : step.statements()) {
      progress.running(step, statement);
      checkInterrupt();
      try {
        executor.execute(statement.sql());
      } catch (SQLException refusal) {
        throw new RefusedStatement(step, statement, refusal);
      }
    }
    checkInterrupt();
  }

  /** Executes a statement and reads its rows, if it has any, to the end: some work only then. */
  public static void execute(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            // what a script selects is seen by nobody
          }
        }
      }
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException("between two statements");
    }
  }
}
