package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A schema in the real database that is made to be thrown away, for a user who may make no
 * database. It is there in one transaction only, which never commits: whatever happens, nothing of
 * it stays, nor of what a script does beside it.
 */
final class ScratchSchema implements Access {
  private final Connections.Writing writing;
  private final Connection keeping;
  private final ScratchScript script;
  private final DatabaseSettings settings;
  private final PostgresqlFailures failures;

  private ScratchSchema(
      Connections.Writing writing,
      Connection keeping,
      ScratchScript script,
      DatabaseSettings settings,
      PostgresqlFailures failures) {
    this.writing = writing;
    this.keeping = keeping;
    this.script = script;
    this.settings = settings;
    this.failures = failures;
  }

  /**
   * @param keeping a connection beside, which is closed with the scratch schema
   */
  static Scratch in(Connections origin, Connection keeping, DatabaseSettings settings)
      throws SQLException {
    String schema = ScratchName.random().text();
    // The real version table may stand in the schema that is configured.
    DatabaseSettings inSchema =
        new DatabaseSettings(
            settings.url(),
            settings.workingDirectory(),
            settings.versionTable(),
            settings.historyTable(),
            Optional.of(schema),
            settings.lockTimeout(),
            settings.signature(),
            settings.clock());
    Connections.Writing writing = origin.trying(schema);
    boolean made = false;
    try {
      PostgresqlSql.execute(writing.jdbc(), "CREATE SCHEMA " + PostgresqlSql.quoted(schema));
      ScratchSchema scratch =
          new ScratchSchema(
              writing,
              keeping,
              ScratchScript.in(keeping, origin.url()),
              inSchema,
              PostgresqlFailures.inOneTransaction(origin.url(), inSchema));
      made = true;
      return new PostgresqlDatabase(inSchema, origin, scratch);
    } finally {
      if (!made) {
        writing.close();
      }
    }
  }

  @Override
  public <T> T ask(Question<T> question) {
    try {
      T answer = question.ask(writing.jdbc());
      // What is still to be checked would stand in the way of the next ALTER TABLE.
      PostgresqlSql.execute(writing.jdbc(), "SET CONSTRAINTS ALL IMMEDIATE");
      return answer;
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public void check(Statement statement) {
    script.check(statement);
  }

  @Override
  public Database.Session open() {
    return new Trial();
  }

  @Override
  public void close() {
    writing.close(); // which undoes all
    Connections.close(keeping);
  }

  /** Takes steps within the one transaction. Nobody else sees it, so there is no lock. */
  private final class Trial implements Database.Session {
    @Override
    public Heads heads() {
      return ask(connection -> ledger(connection).heads());
    }

    @Override
    public void ensureVersionTable() {
      ask(connection -> {
        ledger(connection).ensure();
        return true;
      });
    }

    @Override
    public boolean apply(List<ScriptedStep> steps, Progress progress) {
      StepRun.check(steps);
      return new PostgresqlSteps(
              writing,
              keeping,
              () -> SavepointTransaction.begin(writing.jdbc()),
              failures,
              settings)
          .together(steps.stream().map(script::fitted).toList(), progress);
    }

    private Ledger ledger(Connection connection) {
      return new Ledger(connection, new PostgresqlCatalog(), settings);
    }

    @Override
    public void close() {}
  }
}
