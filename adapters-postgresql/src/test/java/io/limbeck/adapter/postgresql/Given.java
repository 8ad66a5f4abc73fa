package io.limbeck.adapter.postgresql;

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

/** What the tests of PostgreSQL's own ways begin with: a database of the shared server. */
final class Given {
  static final EmbeddedServer SERVER = EmbeddedServer.shared();

  private Given() {}

  static Database database(String url) {
    return database(url, Duration.ofSeconds(20));
  }

  static Database database(String url, Duration lockTimeout) {
    return PostgresqlModule.storage().database(settings(url, lockTimeout));
  }

  static DatabaseSettings settings(String url, Duration lockTimeout) {
    return settings(url, lockTimeout, Optional.empty());
  }

  /** {@return settings that name a schema for the version table} */
  static DatabaseSettings inSchema(String url, String schema) {
    return settings(url, Duration.ofSeconds(20), Optional.of(schema));
  }

  private static DatabaseSettings settings(
      String url, Duration lockTimeout, Optional<String> schema) {
    return new DatabaseSettings(
        DatabaseUrl.parse(url),
        Path.of("").toAbsolutePath(),
        "alembic_version",
        "limbeck_history",
        schema,
        lockTimeout,
        new DatabaseSettings.Signature("ada@engine", "0.1.0"),
        InstantSource.system());
  }

  /** Takes steps in one go. */
  static boolean apply(Database database, ScriptedStep... steps) {
    try (Database.Session session = database.open()) {
      return session.apply(List.of(steps), Progress.none());
    }
  }
}
