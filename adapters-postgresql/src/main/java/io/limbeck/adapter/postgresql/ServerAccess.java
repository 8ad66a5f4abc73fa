package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database on a server; the connection for questions is opened when it is first needed. */
final class ServerAccess implements Access {
  private final Connections connections;
  private final DatabaseSettings settings;
  private final PostgresqlFailures failures;
  private final Opener opener;
  private @Nullable Connection connection;

  private ServerAccess(Connections connections, DatabaseSettings settings, Opener opener) {
    this.connections = connections;
    this.settings = settings;
    this.failures = new PostgresqlFailures(connections.url(), settings);
    this.opener = opener;
  }

  private interface Opener {
    Connection open() throws SQLException;
  }

  /** {@return access that writes nothing but steps} */
  static ServerAccess reading(Connections connections, DatabaseSettings settings) {
    return new ServerAccess(connections, settings, connections::reading);
  }

  /** {@return access whose questions may write too} */
  static ServerAccess writing(Connections connections, DatabaseSettings settings) {
    return new ServerAccess(connections, settings, () -> connections.writing().jdbc());
  }

  /** Asks in autocommit: no transaction stays open that someone else could wait for. */
  @Override
  public <T> T ask(Question<T> question) {
    boolean used = connection != null;
    try {
      return question.ask(connection());
    } catch (SQLException refusal) {
      boolean lost = SqlState.isLost(refusal);
      if (lost) {
        close();
      }
      if (lost && used) {
        return ask(question); // The connection may have been idle for too long.
      }
      throw failures.of(refusal);
    }
  }

  @Override
  public Database.Session open() {
    return new PostgresqlSession(this, settings, connections, failures);
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = opener.open();
    }
    return connection;
  }

  @Override
  public void close() {
    if (connection != null) {
      Connections.close(connection);
      connection = null;
    }
  }
}
