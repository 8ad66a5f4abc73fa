package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.postgresql.schema.PostgresqlSchema;
import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.Losses;
import io.limbeck.adapter.sql.Population;
import io.limbeck.application.database.Capability;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A PostgreSQL database. */
final class PostgresqlDatabase implements Scratch {
  private static final String SCHEMAS =
      "SELECT name FROM unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS s (name,"
          + " place) ORDER BY place";

  private final DatabaseSettings settings;
  private final Connections connections;
  private final Access access;

  /**
   * @param connections to the server that it is on
   */
  PostgresqlDatabase(DatabaseSettings settings, Connections connections, Access access) {
    this.settings = settings;
    this.connections = connections;
    this.access = access;
  }

  /**
   * @throws UnusableDatabaseException if the URL cannot be understood
   */
  static PostgresqlDatabase of(DatabaseSettings settings) {
    Connections connections = new Connections(PostgresqlUrl.parse(settings.url()), settings);
    return new PostgresqlDatabase(
        settings, connections, ServerAccess.reading(connections, settings));
  }

  @Override
  public String name() {
    return connections.url().name();
  }

  @Override
  public String shortName() {
    return connections.url().database();
  }

  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.TRANSACTIONAL_DDL);
  }

  /** A server that has no such database says so when it is asked anything. */
  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public Heads heads() {
    return access.ask(connection -> ledger(connection).heads());
  }

  @Override
  public List<HistoryEntry> history() {
    return access.ask(connection -> ledger(connection).entries());
  }

  @Override
  public Optional<String> keptScript(RevisionId id) {
    return access.ask(connection -> ledger(connection).script(id));
  }

  @Override
  public List<Loss> losses(List<ScriptedStep> steps) {
    return access.ask(connection -> Losses.of(connection, steps, SqlState::isUnknownName));
  }

  @Override
  public Schema schema() {
    return access.ask(this::schema);
  }

  private Schema schema(Connection connection) throws SQLException {
    List<Name> hidden =
        List.of(new Name(settings.versionTable()), new Name(settings.historyTable()));
    return PostgresqlSchema.read(
        connection, PostgresqlSql.texts(connection, SCHEMAS), hidden::contains);
  }

  @Override
  public Session open() {
    return access.open();
  }

  @Override
  public void execute(List<Statement> statements, String location) {
    access.ask(connection -> {
      for (Statement statement : statements) {
        access.check(statement);
        try {
          PostgresqlSql.execute(connection, statement.sql());
        } catch (SQLException refusal) {
          throw new UnusableDatabaseException(
              "%s:%d: %s.".formatted(location, statement.line(), Reason.of(refusal, "", statement)),
              "Mend that statement.",
              refusal);
        }
      }
      return true;
    });
  }

  @Override
  public List<Name> populate() {
    return access.ask(connection -> new Population(connection, schema(connection)).fill());
  }

  @Override
  public SequencedMap<Name, Long> rowCounts() {
    return access.ask(connection -> new Population(connection, schema(connection)).counts());
  }

  @Override
  public Scratch scratch() {
    return Scratches.like(connections, settings);
  }

  @Override
  public void close() {
    access.close();
  }

  private Ledger ledger(Connection connection) {
    return new Ledger(connection, new PostgresqlCatalog(), settings);
  }
}
