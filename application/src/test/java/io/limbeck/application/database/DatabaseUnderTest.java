package io.limbeck.application.database;

import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A database behind the port, as the contracts see it. */
public interface DatabaseUnderTest {
  Instant NOW = Instant.parse("2026-03-04T05:06:07.089012Z");
  String MADE = "CREATE TABLE made (name VARCHAR(20))";
  Heads A = Heads.of("a");
  Heads B = Heads.of("b");

  /**
   * {@return the URL of the database under test, which is empty or does not exist when a test
   * begins}
   */
  String url();

  /** {@return a new view of the database under test} */
  Database database(DatabaseSettings settings);

  /** Runs statements on the database under test, as another program would. */
  void elsewhere(String... sql);

  /** {@return the names of all tables of the database under test, in lower case, sorted} */
  List<String> tables();

  /** {@return the only column of a table, oldest row first} */
  List<String> rows(String table);

  /** {@return something that differs when anything was written} */
  Object footprint();

  /**
   * {@return the schema that settings may name; it exists, or comes into being with the database}
   */
  Optional<String> schema();

  /**
   * {@return a pattern for the words with which a database tells who has had its lock for longer
   * than 400 ms}
   */
  default String whoHolds() {
    return "someone else has held its lock for 400 ms";
  }

  default DatabaseSettings settings() {
    return new DatabaseSettings(
        DatabaseUrl.parse(url()),
        Path.of("").toAbsolutePath(),
        "alembic_version",
        "limbeck_history",
        Optional.empty(),
        Duration.ofSeconds(20),
        new DatabaseSettings.Signature("ada@engine", "0.1.0"),
        InstantSource.fixed(NOW));
  }

  default Database database() {
    return database(settings());
  }

  /** Takes steps in one go. */
  static boolean apply(Database database, ScriptedStep... steps) {
    try (Database.Session session = database.open()) {
      return session.apply(List.of(steps), Progress.none());
    }
  }
}
