package io.limbeck.adapter.sqlite;

import io.limbeck.application.database.UnusableDatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens SQLite files. Always as {@code file:} URIs: for a plain path the driver itself creates and
 * deletes the file to see whether it can, which may delete what another process has just made.
 */
final class Connections {
  private static final int READ_WRITE = SQLiteOpenMode.READWRITE.flag;

  private final Path file;
  private final boolean immutable;
  private final Duration lockTimeout;

  Connections(Path file, boolean immutable, Duration lockTimeout) {
    this.file = file;
    this.immutable = immutable;
    this.lockTimeout = lockTimeout;
  }

  static Connection memory() throws SQLException {
    return new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
  }

  /**
   * {@return a connection that has read from the file once, and writes nothing}
   *
   * <p>If another process died in the middle of a commit, its work must be undone before anyone can
   * read; SQLite does that for a connection that could write. A file in WAL mode that nobody has
   * open, in a folder where its companions cannot be made, is read as it stands.
   */
  Connection reading() throws SQLException {
    checkFile();
    try {
      return read(SQLiteOpenMode.READONLY, immutable);
    } catch (SQLiteException refusal) {
      return switch (refusal.getResultCode()) {
        case SQLITE_READONLY_ROLLBACK, SQLITE_READONLY_RECOVERY, SQLITE_READONLY_CANTINIT ->
            read(SQLiteOpenMode.READWRITE, false);
        case SQLITE_CANTOPEN, SQLITE_CANTOPEN_ISDIR, SQLITE_READONLY_DIRECTORY -> {
          if (!Files.exists(file) || Files.exists(wal())) {
            throw refusal;
          }
          yield read(SQLiteOpenMode.READONLY, true);
        }
        default -> throw refusal;
      };
    }
  }

  /** {@return a connection that may write; the file is made if {@code create} says so} */
  Connection writing(boolean create) throws SQLException {
    checkFile();
    SQLiteConfig config = config(SQLiteOpenMode.READWRITE);
    if (create) {
      config.setOpenMode(SQLiteOpenMode.CREATE);
    }
    Connection connection = config.createConnection(url(false));
    BusyHandler.setHandler(connection, new LockWait(lockTimeout));
    return connection;
  }

  /** {@return the companion that holds what a database in WAL mode has not yet taken in} */
  Path wal() {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private Connection read(SQLiteOpenMode mode, boolean asItStands) throws SQLException {
    Connection connection = config(mode).createConnection(url(asItStands));
    try {
      // SQLite's own patience would not notice an interrupt.
      BusyHandler.setHandler(connection, new LockWait(lockTimeout));
      SqliteSql.number(connection, "PRAGMA schema_version");
      return connection;
    } catch (SQLException refusal) {
      connection.close();
      throw refusal;
    }
  }

  private SQLiteConfig config(SQLiteOpenMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE)));
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    if (mode.flag != READ_WRITE) {
      config.resetOpenMode(SQLiteOpenMode.READWRITE);
    }
    config.setOpenMode(mode);
    return config;
  }

  private String url(boolean asItStands) {
    return "jdbc:sqlite:" + file.toUri().toASCIIString() + (asItStands ? "?immutable=1" : "");
  }

  private void checkFile() {
    if (Files.isDirectory(file)) {
      throw new UnusableDatabaseException(
          "%s is a folder, not a SQLite database.".formatted(file),
          "Name a file in the database URL.");
    }
  }
}
