package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.StepRun;
import io.limbeck.adapter.sql.rows.JdbcReading;
import io.limbeck.adapter.sql.rows.JdbcWriting;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.UnusableDatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows of a SQLite database in a file. */
final class SqliteFileRows implements Rows {
  // In KiB. Rows come in the order of their keys, and in no order to the other indexes.
  private static final String CACHE = "PRAGMA cache_size = -65536";

  private final DatabaseSettings settings;
  private final Location location;
  private final SqliteFailures failures;

  private SqliteFileRows(DatabaseSettings settings, Location location) {
    this.settings = settings;
    this.location = location;
    this.failures = new SqliteFailures(location, settings.lockTimeout());
  }

  static SqliteFileRows of(DatabaseSettings settings) {
    return new SqliteFileRows(
        settings, SqliteUrl.parse(settings.url(), settings.workingDirectory()));
  }

  /** Not while a {@link WriteTransaction} is open. */
  @Override
  public boolean checksReferences() {
    return false;
  }

  @Override
  public Reading read() {
    file();
    SqliteReading reading = new SqliteReading(settings, location);
    try {
      StepRun.execute(reading.connection(), "BEGIN");
      return new JdbcReading(reading.connection(), new SqliteRowDialect(failures), reading::close);
    } catch (SQLException refusal) {
      reading.close();
      throw failures.of(refusal);
    }
  }

  @Override
  public Writing write() {
    Path file = file();
    SqliteDatabase.checkWritable(location, failures);
    try {
      Connection connection =
          new Connections(file, location.immutable(), settings.lockTimeout()).writing(false);
      StepRun.execute(connection, CACHE);
      return new JdbcWriting(connection, new SqliteRowDialect(failures), () -> close(connection));
    } catch (SQLException refusal) {
      throw failures.of(refusal);
    }
  }

  private Path file() {
    Path file =
        location
            .file()
            .orElseThrow(() ->
                new UnusableDatabaseException(
                    "A database in memory has no rows to copy, and keeps none.",
                    "Name a file in the database URL."));
    if (!location.exists()) {
      throw new UnusableDatabaseException(
          "%s does not exist.".formatted(file), "Correct the database URL.");
    }
    return file;
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException refusal) {
      // Everything that was promised is committed; what is not is undone by whoever opens next.
    }
  }
}
