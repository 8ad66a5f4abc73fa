package io.limbeck;

import io.limbeck.application.MigrationSettings;
import io.limbeck.application.admin.Access;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.admin.Mark;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.Storage;
import io.limbeck.application.script.LatestScripts;
import io.limbeck.application.script.ScriptFormat;
import java.time.Duration;
import java.util.Optional;

/** Gives each access a database of its own, and the scripts that are read already. */
record OpenGate(
    LatestScripts scripts,
    Storage storage,
    DatabaseSettings settings,
    ScriptFormat format,
    MigrationSettings migration,
    ComparisonSettings comparison,
    Optional<Mark> mark)
    implements Gate {
  /** Who looks at a page does not look longer. */
  private static final Duration READING = Duration.ofSeconds(5);

  @Override
  public Access toRead() {
    return READING.compareTo(settings.lockTimeout()) < 0
        ? access(settings.withLockTimeout(READING))
        : toWrite();
  }

  @Override
  public Access toWrite() {
    return access(settings);
  }

  private Access access(DatabaseSettings with) {
    return DaggerAccessComponent.factory()
        .create(scripts.get(), storage.database(with), format, migration, comparison);
  }
}
