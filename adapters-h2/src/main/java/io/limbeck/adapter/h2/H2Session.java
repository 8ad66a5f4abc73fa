package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes to an H2 database through one connection, opened when there is something to write. */
final class H2Session implements Database.Session {
  private final H2Database database;
  private final DatabaseSettings settings;
  private final H2Connections connections;
  private final H2Failures failures;
  private @Nullable H2Connection connection;

  H2Session(
      H2Database database,
      DatabaseSettings settings,
      H2Connections connections,
      H2Failures failures) {
    this.database = database;
    this.settings = settings;
    this.connections = connections;
    this.failures = failures;
  }

  @Override
  public Heads heads() {
    try {
      return connection == null ? database.heads() : ledger(connection.jdbc()).heads();
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public void ensureVersionTable() {
    try {
      ledger(connection()).ensure();
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public boolean apply(List<ScriptedStep> steps, Progress progress) {
    StepRun.check(steps);
    Step first = steps.getFirst().step();
    if (first.kind() != Step.Kind.PURGE && !heads().sameAs(first.before())) {
      return false;
    }
    try {
      Connection writing = connection();
      Ledger ledger = ledger(writing);
      ledger.ensure();
      H2Lock lock = H2Lock.take(connections.writing(), ledger.historySql().orElseThrow());
      try {
        if (!ledger.standsBefore(first)) {
          return false;
        }
        new H2Steps(writing, ledger, database.name(), failures, settings.clock())
            .take(steps, progress);
        return true;
      } finally {
        lock.close();
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private Ledger ledger(Connection of) {
    return new Ledger(of, new H2Catalog(), settings);
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = connections.writing();
    }
    return connection.jdbc();
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
