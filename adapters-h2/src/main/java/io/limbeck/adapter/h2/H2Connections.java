package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one H2 database. The data of a database in memory is gone with its last
 * connection, so the first one is kept until all is closed; a file is closed after each use, since
 * H2 shares one open database among all connections of a process and reading opens it read-only.
 */
final class H2Connections {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final H2Url url;
  private final Duration lockTimeout;
  private @Nullable Connection kept;

  H2Connections(H2Url url, Duration lockTimeout) {
    this.url = url;
    this.lockTimeout = lockTimeout;
  }

  /** {@return a connection that makes nothing; empty if there is no database} */
  Optional<Connection> reading() throws SQLException {
    try {
      Connection connection = connect(url.reading());
      keep(url.reading());
      return Optional.of(connection);
    } catch (SQLException refusal) {
      if (refusal.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** {@return a connection that waits for locks as long as the lock timeout says} */
  Connection writing() throws SQLException {
    Connection connection = connectToWrite();
    keep(url.making());
    H2Sql.execute(connection, "SET LOCK_TIMEOUT " + lockTimeout.toMillis());
    return connection;
  }

  void close() {
    if (kept != null) {
      closed(kept);
      kept = null;
    }
  }

  /** Closes a connection whose work is done. */
  static void closed(Connection connection) {
    boolean interrupted = Thread.interrupted(); // H2 loses its file if it is used by such a thread
    try {
      connection.close();
    } catch (SQLException refusal) {
      // Everything that was promised is committed; H2 gives up the rest when it opens next.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void keep(String address) throws SQLException {
    if (kept == null && url.isInMemory()) {
      kept = connect(address);
    }
  }

  // While someone in this process reads the file, whoever joins can only read; that is soon over.
  private Connection connectToWrite() throws SQLException {
    long deadline = System.nanoTime() + lockTimeout.toNanos();
    Connection connection = connect(url.making());
    while (connection.isReadOnly()
        && url.isWritableFile()
        && System.nanoTime() < deadline
        && paused()) {
      closed(connection);
      connection = connect(url.making());
    }
    return connection;
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
