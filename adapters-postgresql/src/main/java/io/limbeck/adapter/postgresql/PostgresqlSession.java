package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.adapter.sql.TableName;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a PostgreSQL database through two connections, opened when there is something to write:
 * one holds the lock and is in no transaction, the other one works.
 */
final class PostgresqlSession implements Database.Session {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int SECONDS_TO_ANSWER = 15;

  private final Access database;
  private final DatabaseSettings settings;
  private final Connections connections;
  private final PostgresqlFailures failures;
  private Connections.@Nullable Writing writing;
  private @Nullable Connection keeping;

  PostgresqlSession(
      Access database,
      DatabaseSettings settings,
      Connections connections,
      PostgresqlFailures failures) {
    this.database = database;
    this.settings = settings;
    this.connections = connections;
    this.failures = failures;
  }

  @Override
  public Heads heads() {
    return database.ask(connection -> ledger(connection).heads());
  }

  @Override
  public void ensureVersionTable() {
    try {
      Connections.Writing working = writing();
      try (Transaction transaction = begin(working)) {
        ledger(working.jdbc()).ensure();
        transaction.commit();
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public boolean apply(List<ScriptedStep> steps, Progress progress) {
    StepRun.check(steps);
    boolean sound = false;
    try {
      Connection locking = keeping();
      Optional<AdvisoryLock> lock = lock(locking, steps.getFirst());
      boolean taken = lock.isPresent() && take(steps, progress, lock.get(), locking);
      sound = true;
      return taken;
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunInterruptedException(failures.database(), "Nothing was done.", interrupted);
    } finally {
      if (!sound) {
        close(); // What is lost, or not as it was, is opened anew.
      }
    }
  }

  /** {@return the lock; empty if the database stands elsewhere before the lock is free} */
  private Optional<AdvisoryLock> lock(Connection locking, ScriptedStep first)
      throws SQLException, InterruptedException {
    Ledger ledger = ledger(locking);
    return AdvisoryLock.take(
        locking,
        new TableName(settings.schema(), settings.versionTable()),
        failures.database(),
        settings.lockTimeout(),
        () -> !ledger.standsBefore(first.step()));
  }

  private boolean take(
      List<ScriptedStep> steps, Progress progress, AdvisoryLock lock, Connection locking)
      throws SQLException {
    try {
      Connections.Writing working = writing();
      PostgresqlSteps taking =
          new PostgresqlSteps(working, locking, () -> begin(working), failures, settings);
      ScriptedStep first = steps.getFirst();
      if (first.isTransactional()) {
        return taking.together(steps, progress);
      }
      return taking.standsBefore(first)
          && new LoneStep(first, connections, working, locking, failures)
              .take(taking, settings.clock(), progress);
    } finally {
      lock.close();
    }
  }

  private Transaction begin(Connections.Writing working) throws SQLException {
    Duration patience =
        PATIENCE.compareTo(settings.lockTimeout()) < 0 ? PATIENCE : settings.lockTimeout();
    return ServerTransaction.begin(working.jdbc(), connections, patience);
  }

  private Ledger ledger(Connection connection) {
    return new Ledger(connection, new PostgresqlCatalog(), settings);
  }

  private Connections.Writing writing() throws SQLException {
    if (writing == null || !writing.jdbc().isValid(SECONDS_TO_ANSWER)) {
      closeWriting();
      writing = connections.writing();
    }
    return writing;
  }

  private Connection keeping() throws SQLException {
    if (keeping == null || !keeping.isValid(SECONDS_TO_ANSWER)) {
      closeKeeping();
      keeping = connections.keeping();
    }
    return keeping;
  }

  @Override
  public void close() {
    closeWriting();
    closeKeeping();
  }

  private void closeWriting() {
    if (writing != null) {
      writing.close();
      writing = null;
    }
  }

  private void closeKeeping() {
    if (keeping != null) {
      Connections.close(keeping);
      keeping = null;
    }
  }
}
