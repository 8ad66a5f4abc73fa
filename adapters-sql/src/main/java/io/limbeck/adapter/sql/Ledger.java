package io.limbeck.adapter.sql;

import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.RowChange;
import io.limbeck.domain.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a database keeps for us, seen through one connection: the version table says where it
 * stands, the history table how it came there. Asking looks first whether the table is there, and
 * touches only the table it is asked about.
 */
public final class Ledger {
  private final Connection connection;
  private final Catalog catalog;
  private final TableName versions;
  private final TableName history;
  private final DatabaseSettings.Signature signature;
  // Looked up each time, since a rollback takes a table away again; MyBatis is set up once.
  private Optional<Catalog.Found> foundVersions = Optional.empty();
  private Optional<Catalog.Found> foundHistory = Optional.empty();
  private Optional<VersionTable> versionTable = Optional.empty();
  private Optional<HistoryTable> historyTable = Optional.empty();

  /**
   * @param connection stays the caller's, who begins, commits and closes
   * @throws io.limbeck.application.database.UnusableDatabaseException if the settings name a table
   *     that cannot be
   */
  public Ledger(Connection connection, Catalog catalog, DatabaseSettings settings) {
    this.connection = connection;
    this.catalog = catalog;
    this.versions = new TableName(settings.schema(), settings.versionTable());
    this.history = new TableName(settings.schema(), settings.historyTable());
    this.signature = settings.signature();
  }

  /**
   * {@return where the database stands; none without a version table}
   *
   * @throws io.limbeck.application.database.UnusableDatabaseException if a row is no revision id
   */
  public Heads heads() throws SQLException {
    Optional<VersionTable> table = versionTable();
    return table.isEmpty() ? Heads.none() : table.get().heads();
  }

  /**
   * {@return whether {@code step} begins where the database stands; one that purges always does}
   */
  public boolean standsBefore(Step step) throws SQLException {
    return step.kind() == Step.Kind.PURGE || heads().sameAs(step.before());
  }

  /** {@return the steps ever taken, oldest first; empty without a history table} */
  public List<HistoryEntry> entries() throws SQLException {
    Optional<HistoryTable> table = historyTable();
    return table.isEmpty() ? List.of() : table.get().entries();
  }

  /** {@return the script that last upgraded to {@code id}; empty if there was none} */
  public Optional<String> script(RevisionId id) throws SQLException {
    Optional<HistoryTable> table = historyTable();
    return table.isEmpty() ? Optional.empty() : table.get().script(id);
  }

  /** Makes the tables that are missing. */
  public void ensure() throws SQLException {
    if (find(versions, VersionTable.COLUMN).isEmpty()) {
      execute(VersionTable.ddl(versions));
    }
    if (find(history, HistoryTable.COLUMN).isEmpty()) {
      execute(HistoryTable.ddl(history, catalog.takesEmptyTexts(connection)));
    }
  }

  /** {@return the version table, as SQL; for a database that locks it itself} */
  public Optional<String> versionSql() throws SQLException {
    return find(versions, VersionTable.COLUMN).map(Catalog.Found::table);
  }

  /** {@return the history table, as SQL; for a database that needs it for more than rows} */
  public Optional<String> historySql() throws SQLException {
    return find(history, HistoryTable.COLUMN).map(Catalog.Found::table);
  }

  /**
   * Writes down that a step was taken: its changes to the version table, and its row in the
   * history. Both tables must be there.
   */
  public void record(ScriptedStep step, Instant began, Duration took) throws SQLException {
    VersionTable table = versionTable().orElseThrow();
    if (step.step().kind() == Step.Kind.PURGE) {
      table.purge();
    } else {
      for (RowChange change : step.step().changes()) {
        table.change(change);
      }
    }
    historyTable().orElseThrow().add(step, began, took, signature);
  }

  private Optional<VersionTable> versionTable() throws SQLException {
    Optional<Catalog.Found> found = find(versions, VersionTable.COLUMN);
    if (!found.equals(foundVersions)) {
      foundVersions = found;
      versionTable =
          found.map(at -> new VersionTable(connection, versions, at, catalog.rowOrder()));
    }
    return versionTable;
  }

  private Optional<HistoryTable> historyTable() throws SQLException {
    Optional<Catalog.Found> found = find(history, HistoryTable.COLUMN);
    if (!found.equals(foundHistory)) {
      foundHistory = found;
      historyTable = found.map(at -> new HistoryTable(connection, history, at));
    }
    return historyTable;
  }

  private Optional<Catalog.Found> find(TableName table, String column) throws SQLException {
    return catalog.find(connection, table, column);
  }

  private void execute(String ddl) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ddl);
    }
  }
}
