package io.limbeck.application.migrate;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run over a database: steps are taken one by one, or all together. */
final class Run {
  private final Database database;
  private final Progress progress;

  Run(Database database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /** Says which steps lead from some heads to where the run is going. */
  interface Planner {
    /** {@return the steps in order, with their scripts; empty if there is nothing to do} */
    List<ScriptedStep> from(Heads heads);
  }

  /**
   * Plans and takes the steps. Someone else may move the database between two of them: then the
   * rest is planned again from where it stands.
   *
   * @param first planned from {@link Database#heads()}
   * @param again plans the rest after someone else moved the database
   * @throws NotTogetherException if all are to be one transaction, and one of several can be in
   *     none, or the database has none for changes to the schema
   * @throws RunInterruptedException if the thread is interrupted; it still is afterwards
   */
  Migration take(Plan first, Planner again, boolean together) {
    List<ScriptedStep> taken = new ArrayList<>();
    List<ScriptedStep> pending = first.steps();
    Heads at = first.from();
    if (pending.isEmpty()) {
      return new Migration(at, taken, at);
    }
    try (Database.Session session = database.open()) {
      while (!pending.isEmpty()) {
        if (together) {
          NotTogetherException.check(pending, database);
        }
        List<ScriptedStep> next = together ? pending : pending.subList(0, 1);
        checkInterrupt(next);
        Progress numbered = numbered(taken.size(), taken.size() + pending.size());
        if (session.apply(next, numbered)) {
          taken.addAll(next);
          at = next.getLast().step().after();
          pending = pending.subList(next.size(), pending.size());
        } else {
          at = session.heads();
          pending = again.from(at);
        }
      }
    }
    return new Migration(first.from(), taken, at);
  }

  /** Who is to stop does not begin what it would have to undo. */
  private void checkInterrupt(List<ScriptedStep> next) {
    if (Thread.currentThread().isInterrupted()) {
      throw new RunInterruptedException(
          database.name(), ScriptedStep.allUndone(next), new InterruptedException());
    }
  }

  /** Where the database stood, and the steps from there. */
  record Plan(Heads from, List<ScriptedStep> steps) {}

  /** The adapter counts within one transaction; people count over the whole run. */
  private Progress numbered(int before, int count) {
    return new Progress() {
      @Override
      public void started(ScriptedStep step, int number, int ofBatch) {
        progress.started(step, before + number, count);
      }

      @Override
      public void running(ScriptedStep step, Statement statement) {
        progress.running(step, statement);
      }

      @Override
      public void copied(ScriptedStep step, String table, long rows, long of) {
        progress.copied(step, table, rows, of);
      }

      @Override
      public void finished(ScriptedStep step, Duration took) {
        progress.finished(step, took);
      }
    };
  }
}
