package io.limbeck.application.database;

import io.limbeck.application.script.Script;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.InvalidNameException;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database for tests that keeps the port's contract without SQL: it knows {@code CREATE TABLE t
 * (c ...)}, {@code DROP TABLE t}, {@code INSERT INTO t VALUES ('...')}, and that {@code fail}
 * fails; every other statement is only remembered. A row has one value, and a schema tables and
 * columns.
 */
public final class InMemoryDatabase implements Scratch {
  private final DatabaseSettings settings;
  private final Store store;

  /** The data, apart from those who look at it. */
  private static final class Store {
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile State state = new State(new InMemoryTables(), List.of(), Map.of());
  }

  /** What is committed: never changed, only replaced. */
  record State(InMemoryTables tables, List<HistoryEntry> history, Map<RevisionId, String> scripts) {
    State copy() {
      return new State(tables.copy(), new ArrayList<>(history), new LinkedHashMap<>(scripts));
    }
  }

  /** A database of its own, that waits for a lock for ten seconds. */
  public InMemoryDatabase() {
    this(
        new DatabaseSettings(
            DatabaseUrl.parse("memory:"),
            Path.of("").toAbsolutePath(),
            "alembic_version",
            "limbeck_history",
            Optional.empty(),
            Duration.ofSeconds(10),
            new DatabaseSettings.Signature("user@host", "0.1"),
            InstantSource.system()));
  }

  public InMemoryDatabase(DatabaseSettings settings) {
    this(settings, new Store());
  }

  private InMemoryDatabase(DatabaseSettings settings, Store store) {
    this.settings = settings;
    this.store = store;
  }

  /** {@return the same data under other settings} */
  public InMemoryDatabase with(DatabaseSettings other) {
    return new InMemoryDatabase(other, store);
  }

  /** Runs statements as another program would. */
  public void execute(String... sql) {
    State next = store.state.copy();
    for (String statement : sql) {
      next.tables().execute(statement);
    }
    store.state = next;
  }

  /** {@return every statement that took effect, in order} */
  public List<String> executed() {
    return store.state.tables().executed();
  }

  /** {@return the names of all tables, sorted} */
  public List<String> tables() {
    return store.state.tables().names();
  }

  /** {@return the rows of a table, oldest first} */
  public List<String> rows(String table) {
    return List.copyOf(store.state.tables().rows(table));
  }

  @Override
  public String name() {
    return settings.url().toString();
  }

  @Override
  public String shortName() {
    return "memory";
  }

  @Override
  public String dialect() {
    return "memory";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.TRANSACTIONAL_DDL);
  }

  @Override
  public boolean exists() {
    return !store.state.tables().isEmpty();
  }

  @Override
  public Heads heads() {
    return heads(store.state);
  }

  @Override
  public List<HistoryEntry> history() {
    return List.copyOf(store.state.history());
  }

  @Override
  public Optional<String> keptScript(RevisionId id) {
    return Optional.ofNullable(store.state.scripts().get(id));
  }

  @Override
  public List<Loss> losses(List<ScriptedStep> steps) {
    return store
        .state
        .tables()
        .losses(
            steps.stream()
                .flatMap(step -> step.statements().stream())
                .map(Statement::sql)
                .toList());
  }

  @Override
  public Schema schema() {
    List<Name> hidden =
        List.of(new Name(settings.versionTable()), new Name(settings.historyTable()));
    return store.state.tables().schema().without(hidden::contains);
  }

  @Override
  public Session open() {
    return new InMemorySession(this, settings, store.lock);
  }

  @Override
  public void execute(List<Statement> statements, String location) {
    State next = store.state.copy();
    for (Statement statement : statements) {
      try {
        next.tables().execute(statement.sql());
      } catch (InMemoryTables.Refusal refusal) {
        throw new UnusableDatabaseException(
            "%s:%d: %s.".formatted(location, statement.line(), refusal.reason()),
            "Mend that statement.",
            refusal);
      }
    }
    store.state = next;
  }

  @Override
  public List<Name> populate() {
    State next = store.state.copy();
    for (Table table : schema().tables()) {
      List<String> rows = next.tables().rows(table.name().text());
      if (rows.isEmpty()) {
        rows.add("a");
      }
    }
    store.state = next;
    return List.of();
  }

  @Override
  public SequencedMap<Name, Long> rowCounts() {
    SequencedMap<Name, Long> counts = new LinkedHashMap<>();
    for (Table table : schema().tables()) {
      counts.put(table.name(), (long) store.state.tables().rows(table.name().text()).size());
    }
    return counts;
  }

  @Override
  public Scratch scratch() {
    return new InMemoryDatabase(settings);
  }

  @Override
  public void close() {}

  State committed() {
    return store.state;
  }

  void commit(State next) {
    store.state = next;
  }

  Heads heads(State at) {
    String table = settings.versionTable();
    if (!at.tables().has(table)) {
      return Heads.none();
    }
    return new Heads(at.tables().rows(table).stream().map(this::revision).toList());
  }

  private RevisionId revision(String row) {
    try {
      return new RevisionId(row);
    } catch (InvalidNameException invalid) {
      throw new UnusableDatabaseException(
          "The version table %s has the row '%s', which is no revision identifier."
              .formatted(settings.versionTable(), row),
          "Rewrite the table with stamp --purge and the revision the database really stands at.",
          invalid);
    }
  }

  /** Puts a step's script where {@link #keptScript} finds it. */
  static void keep(State next, ScriptedStep step) {
    Optional<String> text = step.script().map(Script::text);
    step.step().revision().ifPresent(id -> text.ifPresent(kept -> next.scripts().put(id, kept)));
  }
}
