package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a SQLite database through one connection, which is opened when there is something to
 * write.
 *
 * <p>A file that does not exist is made only for steps that are known to succeed: they are tried on
 * an empty database in memory first. A file that was made for a step that fails could not be
 * removed safely, because another process may have opened it meanwhile.
 */
final class SqliteSession implements Database.Session {
  private final DatabaseSettings settings;
  private final Location location;
  private final SqliteFailures failures;
  private final Opener opener;
  private final boolean borrowed;
  private @Nullable Connection connection;
  private @Nullable Ledger ledger;

  /** Opens the connection to write through. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private SqliteSession(
      DatabaseSettings settings,
      Location location,
      SqliteFailures failures,
      Opener opener,
      boolean borrowed) {
    this.settings = settings;
    this.location = location;
    this.failures = failures;
    this.opener = opener;
    this.borrowed = borrowed;
  }

  /** {@return a session that opens and closes a connection of its own} */
  static SqliteSession onFile(
      DatabaseSettings settings, Location location, SqliteFailures failures, Opener opener) {
    return new SqliteSession(settings, location, failures, opener, false);
  }

  /** {@return a session on a connection that stays open, since a database in memory lives in it} */
  static SqliteSession inMemory(
      DatabaseSettings settings, Location location, SqliteFailures failures, Opener opener) {
    return new SqliteSession(settings, location, failures, opener, true);
  }

  @Override
  public Heads heads() {
    if (!location.exists()) {
      return Heads.none();
    }
    try {
      return ledger().heads();
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public void ensureVersionTable() {
    try (WriteTransaction transaction = WriteTransaction.begin(connection())) {
      ledger().ensure();
      transaction.commit();
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public boolean apply(List<ScriptedStep> steps, Progress progress) {
    StepRun.check(steps);
    ScriptedStep first = steps.getFirst();
    if (!location.exists() && !isPossibleOnNothing(steps)) {
      return false;
    }
    SqliteSteps taking = steps();
    return first.isTransactional()
        ? taking.together(steps, progress, ScriptedStep.allUndone(steps))
        : taking.alone(first, progress);
  }

  private boolean isPossibleOnNothing(List<ScriptedStep> steps) {
    if (!steps.getFirst().isTransactional()) {
      return steps.getFirst().step().before().isEmpty();
    }
    try (Connection memory = Connections.memory()) {
      SqliteSteps trial =
          new SqliteSteps(
              memory,
              new Ledger(memory, new SqliteCatalog(), settings),
              location,
              failures,
              settings.clock());
      return trial.together(steps, Progress.none(), "No database file was made.");
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private SqliteSteps steps() {
    try {
      return new SqliteSteps(connection(), ledger(), location, failures, settings.clock());
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = opener.open();
    }
    return connection;
  }

  private Ledger ledger() throws SQLException {
    if (ledger == null) {
      ledger = new Ledger(connection(), new SqliteCatalog(), settings);
    }
    return ledger;
  }

  @Override
  public void close() {
    if (connection == null || borrowed) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException refusal) {
      // Everything that was promised is committed; what is not is undone by whoever opens next.
    }
  }
}
