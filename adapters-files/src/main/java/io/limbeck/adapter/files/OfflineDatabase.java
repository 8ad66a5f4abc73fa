package io.limbeck.adapter.files;

import io.limbeck.application.Invocation.Offline;
import io.limbeck.application.database.Capability;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Scratch;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.Storage;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.script.Section;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Plan;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import io.limbeck.domain.revision.Target;
import io.limbeck.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database that is not there: it stands where it is told to stand, and writes as SQL what it is
 * asked to do.
 *
 * <p>The history table is left out. Alembic's text is kept byte for byte, so that whoever reviews
 * or runs it finds what they know; and a database without a history is one that Alembic made, with
 * which everything works.
 */
final class OfflineDatabase implements Database {
  private static final String POSTGRESQL = "postgresql";

  private final DatabaseSettings settings;
  private final Offline offline;
  private final Scripts scripts;
  private final Storage storage;

  /**
   * @param storage of the kind that the SQL is for
   */
  OfflineDatabase(DatabaseSettings settings, Offline offline, Scripts scripts, Storage storage) {
    this.settings = settings;
    this.offline = offline;
    this.scripts = scripts;
    this.storage = storage;
  }

  @Override
  public String name() {
    return settings.url().toString();
  }

  @Override
  public String shortName() {
    return name();
  }

  @Override
  public String dialect() {
    return settings.url().scheme();
  }

  /** Alembic writes BEGIN and COMMIT for PostgreSQL, and none for SQLite. */
  @Override
  public Set<Capability> capabilities() {
    return dialect().equals(POSTGRESQL) ? Set.of(Capability.TRANSACTIONAL_DDL) : Set.of();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public Heads heads() {
    return new Heads(
        offline.start().stream()
            .map(word -> scripts.graph().resolve(word))
            .flatMap(Optional::stream)
            .toList());
  }

  @Override
  public List<HistoryEntry> history() {
    return List.of();
  }

  @Override
  public Optional<String> keptScript(RevisionId id) {
    return Optional.empty();
  }

  /** There is nothing to look into: none are known. */
  @Override
  public List<Loss> losses(List<ScriptedStep> steps) {
    return List.of();
  }

  @Override
  public Schema schema() {
    throw new UnusableDatabaseException(
        "Offline mode has no database to read the schema of.", "Run it with a database.");
  }

  @Override
  public Session open() {
    boolean transactions = capabilities().contains(Capability.TRANSACTIONAL_DDL);
    return new OfflineSession(
        heads(),
        new OfflineSql(settings),
        storage.renderer(this::earlier),
        new SqlWriter(offline.out(), transactions));
  }

  /** {@return the steps from an empty database to where this one stands, base first} */
  private List<ScriptedStep> earlier() {
    List<ScriptedStep> earlier = new ArrayList<>();
    Heads at = Heads.none();
    for (String word : offline.start()) {
      Plan plan = scripts.graph().planUpgrade(at, Target.parse(word));
      for (Step step : plan.steps()) {
        Script script = scripts.script(step.revision().orElseThrow());
        Optional<Section> section = script.section(Section.Direction.UPGRADE, dialect());
        earlier.add(new ScriptedStep(step, Optional.of(script), section));
      }
      at = plan.to();
    }
    return earlier;
  }

  @Override
  public Scratch scratch() {
    throw new UnusableDatabaseException(
        "Offline mode has no database to try things in.", "Run it with a database.");
  }

  @Override
  public void close() {}
}
