package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A session on an {@link InMemoryDatabase}: a transaction is a copy that replaces the original. */
final class InMemorySession implements Database.Session {
  private final InMemoryDatabase database;
  private final DatabaseSettings settings;
  private final ReentrantLock lock;

  InMemorySession(InMemoryDatabase database, DatabaseSettings settings, ReentrantLock lock) {
    this.database = database;
    this.settings = settings;
    this.lock = lock;
  }

  @Override
  public Heads heads() {
    return database.heads();
  }

  @Override
  public void ensureVersionTable() {
    locked(() -> {
      InMemoryDatabase.State next = database.committed().copy();
      ensure(next.tables());
      database.commit(next);
      return true;
    });
  }

  @Override
  public boolean apply(List<ScriptedStep> steps, Progress progress) {
    if (steps.isEmpty() || (steps.size() > 1 && !allTransactional(steps))) {
      throw new IllegalArgumentException("no step, or one of several is not transactional");
    }
    return locked(() -> applyLocked(steps, progress));
  }

  private boolean applyLocked(List<ScriptedStep> steps, Progress progress) {
    InMemoryDatabase.State next = database.committed().copy();
    Step first = steps.getFirst().step();
    if (first.kind() != Step.Kind.PURGE && !database.heads(next).sameAs(first.before())) {
      return false;
    }
    ensure(next.tables());
    int number = 0;
    for (ScriptedStep step : steps) {
      Instant began = settings.clock().instant();
      progress.started(step, ++number, steps.size());
      run(step, next.tables(), ScriptedStep.allUndone(steps), progress);
      record(step, next, began);
      progress.finished(step, Duration.ZERO);
    }
    database.commit(next);
    return true;
  }

  private void run(ScriptedStep step, InMemoryTables tables, String left, Progress progress) {
    for (Statement statement : step.statements()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new RunInterruptedException(database.name(), left, new InterruptedException());
      }
      progress.running(step, statement);
      try {
        tables.execute(statement.sql());
      } catch (InMemoryTables.Refusal refusal) {
        RevisionId id = step.step().revision().orElseThrow();
        throw new StatementFailedException(
            id, statement, step.location(), refusal.reason(), left, refusal);
      }
    }
  }

  private void record(ScriptedStep step, InMemoryDatabase.State next, Instant began) {
    List<String> rows = next.tables().rows(settings.versionTable());
    if (step.step().kind() == Step.Kind.PURGE) {
      rows.clear();
    }
    for (RowChange change : step.step().changes()) {
      switch (change) {
        case RowChange.Insert(RevisionId id) -> rows.add(id.value());
        case RowChange.Delete(RevisionId id) -> rows.remove(id.value());
        case RowChange.Update(RevisionId from, RevisionId to) ->
            Collections.replaceAll(rows, from.value(), to.value());
      }
    }
    next.history().add(entry(step, next.history().size() + 1, began));
    if (step.step().kind() == Step.Kind.UPGRADE) {
      InMemoryDatabase.keep(next, step);
    }
  }

  private HistoryEntry entry(ScriptedStep step, long number, Instant began) {
    boolean stamp = step.step().kind().isStamp();
    return new HistoryEntry(
        number,
        step.step().kind(),
        stamp ? Optional.empty() : step.step().revision(),
        step.step().before(),
        step.step().after(),
        stamp ? step.step().title() : step.message(),
        step.script().map(script -> script.checksum()),
        began,
        Duration.ZERO,
        settings.signature().by(),
        settings.signature().limbeck());
  }

  private void ensure(InMemoryTables tables) {
    for (String table : List.of(settings.versionTable(), settings.historyTable())) {
      if (!tables.has(table)) {
        tables.create(table);
      }
    }
  }

  private static boolean allTransactional(List<ScriptedStep> steps) {
    return steps.stream().allMatch(ScriptedStep::isTransactional);
  }

  private boolean locked(BooleanSupplier work) {
    try {
      if (!lock.tryLock(settings.lockTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LockNotObtainedException(
            database.name(), settings.lockTimeout(), new InterruptedException());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunInterruptedException(database.name(), "Nothing was done.", interrupted);
    }
    try {
      return work.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {}
}
