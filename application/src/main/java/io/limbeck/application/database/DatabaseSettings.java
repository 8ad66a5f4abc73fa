package io.limbeck.application.database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How to reach a database and what it keeps for us.
 *
 * @param workingDirectory absolute; what a relative file in the URL is relative to
 * @param versionTable the name of the version table
 * @param historyTable the name of the history table
 * @param schema in which both tables are; the database's default if empty
 * @param lockTimeout how long to wait for the write lock
 * @param signature what the history says about this run
 * @param clock what the history takes its times from
 */
public record DatabaseSettings(
    DatabaseUrl url,
    Path workingDirectory,
    String versionTable,
    String historyTable,
    Optional<String> schema,
    Duration lockTimeout,
    Signature signature,
    InstantSource clock) {

  /** {@return the same about another database} */
  public DatabaseSettings at(DatabaseUrl other) {
    return new DatabaseSettings(
        other, workingDirectory, versionTable, historyTable, schema, lockTimeout, signature, clock);
  }

  /** {@return the same with another time to wait for the write lock} */
  public DatabaseSettings withLockTimeout(Duration other) {
    return new DatabaseSettings(
        url, workingDirectory, versionTable, historyTable, schema, other, signature, clock);
  }

  /**
   * Who takes a step.
   *
   * @param by the user and the machine, as {@code user@host}
   * @param limbeck the version of Limbeck
   */
  public record Signature(String by, String limbeck) {}
}
