package io.limbeck.adapter.sqlite;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Databases as settings name them, for tests. */
final class Databases {
  private Databases() {}

  static Database at(Path file) {
    return of("sqlite:///" + file, Duration.ofSeconds(20));
  }

  static Database of(String url, Duration lockTimeout) {
    return SqliteModule.storage().database(settings(url, lockTimeout, Optional.empty()));
  }

  static Database named(Path file, String versionTable) {
    DatabaseSettings usual =
        settings("sqlite:///" + file, Duration.ofSeconds(20), Optional.empty());
    return SqliteModule.storage()
        .database(
            new DatabaseSettings(
                usual.url(),
                usual.workingDirectory(),
                versionTable,
                usual.historyTable(),
                usual.schema(),
                usual.lockTimeout(),
                usual.signature(),
                usual.clock()));
  }

  static DatabaseSettings settings(String url, Duration lockTimeout, Optional<String> schema) {
    return new DatabaseSettings(
        DatabaseUrl.parse(url),
        Path.of("/srv/app"),
        "alembic_version",
        "limbeck_history",
        schema,
        lockTimeout,
        new DatabaseSettings.Signature("ada@engine", "0.1.0"),
        InstantSource.system());
  }

  static boolean apply(Database database, ScriptedStep... steps) {
    try (Database.Session session = database.open()) {
      return session.apply(List.of(steps), Progress.none());
    }
  }
}
