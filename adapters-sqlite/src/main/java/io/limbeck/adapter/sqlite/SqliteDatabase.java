package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.Losses;
import io.limbeck.adapter.sql.Population;
import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.Statements;
import io.limbeck.application.database.Capability;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.Lock;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/** A SQLite database, in a file or in memory. */
final class SqliteDatabase implements Scratch {
  private final DatabaseSettings settings;
  private final Location location;
  private final SqliteFailures failures;
  private final SqliteReading reading;

  private SqliteDatabase(DatabaseSettings settings, Location location) {
    this.settings = settings;
    this.location = location;
    this.failures = new SqliteFailures(location, settings.lockTimeout());
    this.reading = new SqliteReading(settings, location);
  }

  /**
   * @throws UnusableDatabaseException if the URL cannot be understood, or SQLite has no such schema
   */
  static SqliteDatabase of(DatabaseSettings settings) {
    settings.schema().ifPresent(SqliteDatabase::checkSchema);
    return new SqliteDatabase(
        settings, SqliteUrl.parse(settings.url(), settings.workingDirectory()));
  }

  @Override
  public String name() {
    return location.name();
  }

  @Override
  public String shortName() {
    return location.file().map(Path::getFileName).map(Path::toString).orElse(name());
  }

  @Override
  public String dialect() {
    return "sqlite";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.TRANSACTIONAL_DDL);
  }

  @Override
  public boolean exists() {
    return location.exists();
  }

  @Override
  public Heads heads() {
    return read(() -> reading.ledger().heads(), Heads.none());
  }

  @Override
  public List<HistoryEntry> history() {
    return read(() -> reading.ledger().entries(), List.of());
  }

  @Override
  public List<HistoryEntry> historyFrom(long number) {
    return read(() -> reading.ledger().entriesFrom(number), List.of());
  }

  @Override
  public <T> T atOnce(Supplier<T> questions) {
    if (!exists()) {
      return questions.get();
    }
    try (java.sql.Statement transaction = reading.connection().createStatement()) {
      transaction.execute("BEGIN");
      try {
        return questions.get();
      } finally {
        transaction.execute("ROLLBACK");
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public Optional<String> keptScript(RevisionId id) {
    return read(() -> reading.ledger().script(id), Optional.empty());
  }

  @Override
  public List<Loss> losses(List<ScriptedStep> steps) {
    return read(
        () -> Losses.of(reading.connection(), steps, SqliteFailures::isUnknownName), List.of());
  }

  @Override
  public List<Forecast> forecast(List<ScriptedStep> steps) {
    boolean alters =
        steps.stream()
            .flatMap(step -> step.statements().stream())
            .anyMatch(statement -> Statements.alters(statement.sql()));
    return alters
        ? read(() -> SqliteForecast.of(reading.connection(), steps), List.of())
        : List.of();
  }

  @Override
  public List<Lock> locks(List<ScriptedStep> steps) {
    return steps.isEmpty() || location.file().isEmpty()
        ? List.of()
        : read(() -> SqliteLocks.of(reading.connection(), shortName(), steps), List.of());
  }

  @Override
  public Schema schema() {
    return read(reading::schema, Schema.empty());
  }

  @Override
  public Session open() {
    return location
        .file()
        .<Session>map(file -> {
          checkWritable(location, failures);
          return SqliteSession.onFile(settings, location, failures, () -> writing(file));
        })
        .orElseGet(() -> SqliteSession.inMemory(settings, location, failures, reading::connection));
  }

  @Override
  public void execute(List<Statement> statements, String location) {
    try {
      Connection connection = reading.connection();
      Statements executed = new Statements(connection, Access.of(connection), AlterListener.none());
      for (Statement statement : statements) {
        try {
          executed.execute(statement.sql());
        } catch (SQLException refusal) {
          throw new UnusableDatabaseException(
              "%s:%d: %s.".formatted(location, statement.line(), SqliteFailures.reason(refusal)),
              "Mend that statement.",
              refusal);
        }
      }
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  @Override
  public List<Name> populate() {
    Schema schema = schema();
    return read(() -> new Population(reading.connection(), schema).fill(), List.of());
  }

  @Override
  public SequencedMap<Name, Long> rowCounts() {
    Schema schema = schema();
    return read(() -> new Population(reading.connection(), schema).counts(), new LinkedHashMap<>());
  }

  @Override
  public Scratch scratch() {
    return new SqliteDatabase(settings, Location.inMemory());
  }

  @Override
  public void close() {
    reading.close();
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T read(Question<T> question, T nothing) {
    if (!exists()) {
      return nothing;
    }
    try {
      return question.ask();
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private Connection writing(Path file) throws SQLException {
    return new Connections(file, location.immutable(), settings.lockTimeout())
        .writing(location.access() == Location.Access.CREATING);
  }

  /**
   * @throws UnusableDatabaseException if what is known without opening it says that the file cannot
   *     be written
   */
  static void checkWritable(Location location, SqliteFailures failures) {
    Path file = location.file().orElseThrow();
    boolean exists = location.exists();
    if (location.access() == Location.Access.READ_ONLY) {
      throw new UnusableDatabaseException(
          "%s cannot be written: its URL says that it is only to be read.".formatted(file),
          "Take mode=ro or immutable=1 out of the database URL.");
    }
    if (location.access() == Location.Access.EXISTING && !exists) {
      throw new UnusableDatabaseException(
          "%s does not exist, and its URL says mode=rw, so it is not made.".formatted(file),
          "Use mode=rwc to have it made, or correct the path.");
    }
    if (exists && !Files.isWritable(file)) {
      throw failures.readOnly();
    }
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UnusableDatabaseException(
          "%s cannot be made: there is no folder %s.".formatted(file, folder),
          "Make the folder, or correct the database URL.");
    }
  }

  private static void checkSchema(String schema) {
    if (!schema.equalsIgnoreCase("main")) {
      throw new UnusableDatabaseException(
          "A SQLite database has no schema '%s'.".formatted(schema),
          "Leave version_table_schema out, or set it to main.");
    }
  }
}
