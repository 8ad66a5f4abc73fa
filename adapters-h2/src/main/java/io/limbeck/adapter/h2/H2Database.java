package io.limbeck.adapter.h2;

import io.limbeck.adapter.h2.schema.H2Schema;
import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sql.Losses;
import io.limbeck.adapter.sql.Population;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.adapter.sql.TableName;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An H2 database, in memory or in a file. One in memory lives at least until this is closed.
 *
 * <p>H2 commits each change to the schema at once, so a step that fails may leave some of its
 * statements done, and says which.
 */
final class H2Database implements Scratch {
  // Not LIMIT, which some of H2's modes do not know.
  private static final String FIRST_ROW = "FETCH FIRST ROW ONLY";

  private final DatabaseSettings settings;
  private final H2Url url;
  private final H2Connections connections;
  private final H2Failures failures;

  private H2Database(DatabaseSettings settings, H2Url url) {
    this.settings = settings;
    this.url = url;
    this.connections = new H2Connections(url, settings.lockTimeout());
    this.failures = new H2Failures(url.shown(), settings.lockTimeout());
  }

  static H2Database of(DatabaseSettings settings) {
    return new H2Database(settings, H2Url.parse(settings.url(), settings.workingDirectory()));
  }

  @Override
  public String name() {
    return url.shown();
  }

  @Override
  public String shortName() {
    return url.shortName();
  }

  @Override
  public String dialect() {
    return "h2";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public boolean exists() {
    return ask(connection -> true, false);
  }

  @Override
  public Heads heads() {
    return ask(connection -> ledger(connection).heads(), Heads.none());
  }

  @Override
  public List<HistoryEntry> history() {
    return ask(connection -> ledger(connection).entries(), List.of());
  }

  @Override
  public Optional<String> keptScript(RevisionId id) {
    return ask(connection -> ledger(connection).script(id), Optional.empty());
  }

  @Override
  public List<Loss> losses(List<ScriptedStep> steps) {
    return ask(connection -> Losses.of(connection, steps, H2Failures::isUnknownName), List.of());
  }

  @Override
  public Schema schema() {
    List<Name> hidden =
        List.of(new Name(settings.versionTable()), new Name(settings.historyTable()));
    return ask(connection -> H2Schema.read(connection, hidden::contains), Schema.empty());
  }

  @Override
  public Session open() {
    return new H2Session(this, settings, connections, failures);
  }

  @Override
  public void execute(List<Statement> statements, String location) {
    ask(
        connection -> {
          for (Statement statement : statements) {
            try {
              StepRun.execute(connection, statement.sql());
            } catch (SQLException refusal) {
              throw new UnusableDatabaseException(
                  "%s:%d: %s.".formatted(location, statement.line(), refusal.getMessage()),
                  "Mend that statement.",
                  refusal);
            }
          }
          return true;
        },
        true);
  }

  @Override
  public List<Name> populate() {
    Schema schema = schema();
    return ask(connection -> new Population(connection, schema, FIRST_ROW).fill(), List.of());
  }

  @Override
  public SequencedMap<Name, Long> rowCounts() {
    Schema schema = schema();
    return ask(
        connection -> new Population(connection, schema, FIRST_ROW).counts(),
        new LinkedHashMap<>());
  }

  @Override
  public Scratch scratch() {
    H2Database scratch = new H2Database(settings, url.scratch());
    try {
      scratch.connections.makeSchemas(schemas());
      return scratch;
    } catch (SQLException refusal) {
      scratch.close();
      throw failures.of(refusal);
    }
  }

  /** {@return the schemas that the URL and the settings name, as SQL} */
  private List<String> schemas() {
    return Stream.concat(
            url.options().value(H2Options.SCHEMA).stream(),
            new TableName(settings.schema(), settings.versionTable()).schemaSql().stream())
        .toList();
  }

  @Override
  public void close() {
    connections.close();
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T ask(Question<T> question, T nothing) {
    try {
      Optional<H2Connection> open = connections.reading();
      if (open.isEmpty()) {
        return nothing;
      }
      try (H2Connection connection = open.get()) {
        return question.ask(connection.jdbc());
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private Ledger ledger(Connection connection) {
    return new Ledger(connection, new H2Catalog(), settings);
  }
}
