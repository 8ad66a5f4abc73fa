package io.limbeck.adapter.h2;

import io.limbeck.application.database.RunInterruptedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one H2 database. The data of a database in memory is gone with its last
 * connection, so the first one is kept until all is closed; a file is closed after each use.
 */
final class H2Connections {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final H2Url url;
  private final Duration lockTimeout;
  private @Nullable H2Connection kept;

  H2Connections(H2Url url, Duration lockTimeout) {
    this.url = url;
    this.lockTimeout = lockTimeout;
  }

  /** {@return a connection that makes nothing; empty if there is no database} */
  Optional<H2Connection> reading() throws SQLException {
    try {
      H2FileUse.User reader = begin(H2FileUse::read);
      String address = url.reading(reader.readOnly());
      H2Connection connection = connect(address, reader);
      keep(address);
      return Optional.of(connection);
    } catch (SQLException refusal) {
      if (refusal.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** {@return a connection that waits for locks as long as the lock timeout says} */
  H2Connection writing() throws SQLException {
    H2Connection connection = connect(url.making(), begin(H2FileUse::write));
    keep(url.making());
    H2Sql.execute(connection.jdbc(), "SET LOCK_TIMEOUT " + lockTimeout.toMillis());
    return connection;
  }

  /** Makes schemas in a new database in memory, before anything else looks for them. */
  void makeSchemas(List<String> names) throws SQLException {
    H2Connection first = connect(url.withoutSchema().making(), H2FileUse.User.unnoticed());
    kept = first;
    for (String name : names) {
      H2Sql.execute(first.jdbc(), "CREATE SCHEMA IF NOT EXISTS " + name);
    }
  }

  void close() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }

  private void keep(String address) throws SQLException {
    if (kept == null && url.isInMemory()) {
      kept = connect(address, H2FileUse.User.unnoticed());
    }
  }

  private interface Beginning {
    H2FileUse.User of(H2FileUse use) throws InterruptedException;
  }

  private H2FileUse.User begin(Beginning beginning) {
    Path file = url.file().orElse(null);
    if (file == null) {
      return H2FileUse.User.unnoticed();
    }
    try {
      return beginning.of(H2FileUse.of(file));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunInterruptedException(url.shown(), "Nothing was done.", interrupted);
    }
  }

  private H2Connection connect(String address, H2FileUse.User user) throws SQLException {
    boolean connected = false;
    try {
      Connection connection = connect(address);
      connected = true;
      return H2Connection.of(connection, user.whenClosed());
    } finally {
      if (!connected) {
        user.whenClosed().run();
      }
    }
  }

  // A file that another process has open is refused at once; its lock is waited for as any other.
  private Connection connect(String address) throws SQLException {
    long deadline = System.nanoTime() + lockTimeout.toNanos();
    while (true) {
      try {
        return Driver.load().connect(address, new Properties());
      } catch (SQLException refusal) {
        boolean locked = refusal.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
        if (!locked || System.nanoTime() >= deadline || !paused()) {
          throw refusal;
        }
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
