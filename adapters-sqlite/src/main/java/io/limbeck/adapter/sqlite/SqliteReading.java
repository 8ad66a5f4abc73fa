package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.Ledger;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.schema.KnownDefinitions;
import io.limbeck.adapter.sqlite.schema.SqliteSchema;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.domain.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a database is read through, opened when it is first needed. For a database in
 * memory it is the only one.
 */
final class SqliteReading {
  private final DatabaseSettings settings;
  private final Location location;
  private final KnownDefinitions known = new KnownDefinitions();
  private @Nullable Schema lastSchema;
  private long lastVersion;
  private @Nullable Connection connection;
  private @Nullable Ledger ledger;
  private boolean walMadeByReading;

  SqliteReading(DatabaseSettings settings, Location location) {
    this.settings = settings;
    this.location = location;
  }

  Ledger ledger() throws SQLException {
    if (ledger == null) {
      ledger = new Ledger(connection(), new SqliteCatalog(), settings);
    }
    return ledger;
  }

  Connection connection() throws SQLException {
    if (connection == null) {
      Path file = location.file().orElse(null);
      connection = file == null ? Connections.memory() : openedForReading(connections(file));
    }
    return connection;
  }

  /**
   * {@return the schema, in no transaction}; in memory, where nobody else changes it, it is read
   * again only when SQLite has counted a change.
   */
  Schema schema() throws SQLException {
    long version =
        location.file().isPresent() ? -1 : SqliteSql.number(connection(), "PRAGMA schema_version");
    Schema schema = lastSchema;
    if (schema == null || version < 0 || version != lastVersion) {
      List<Name> hidden =
          List.of(new Name(settings.versionTable()), new Name(settings.historyTable()));
      schema = SqliteSchema.read(connection(), hidden::contains, known);
      lastSchema = schema;
      lastVersion = version;
    }
    return schema;
  }

  private Connection openedForReading(Connections connections) throws SQLException {
    boolean hadWal = Files.exists(connections.wal());
    Connection opened = connections.reading();
    walMadeByReading = !hadWal && Files.exists(connections.wal());
    return opened;
  }

  private Connections connections(Path file) {
    return new Connections(file, location.immutable(), settings.lockTimeout());
  }

  /** Frees the connection, and with it a database in memory. */
  void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
      if (walMadeByReading) {
        removeWal(connections(location.file().orElseThrow()));
      }
    } catch (SQLException refusal) {
      // What was asked is answered; a companion file that stays is empty and harms nobody.
    }
    connection = null;
    ledger = null;
    lastSchema = null;
  }

  // Reading a database in WAL mode makes its companion files, and a read-only connection leaves
  // them
  // behind. SQLite removes them, if nobody else uses them, when the last one closes that may write.
  private static void removeWal(Connections connections) throws SQLException {
    try (Connection writing = connections.writing(false)) {
      SqliteSql.number(writing, "PRAGMA schema_version");
    }
  }
}
