package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** Opens connections to one database. */
final class Connections {
  private static final int FIRST_THAT_LOOKS_FOR_ITS_CLIENT = 14;

  private final PostgresqlUrl url;
  private final DatabaseSettings settings;

  Connections(PostgresqlUrl url, DatabaseSettings settings) {
    this.url = url;
    this.settings = settings;
  }

  PostgresqlUrl url() {
    return url;
  }

  /** {@return a connection on which PostgreSQL itself refuses to write} */
  Connection reading() throws SQLException {
    Connection connection = connect();
    connection.setReadOnly(true);
    return connection;
  }

  /** {@return a connection for one that waits, and holds what must not be held by a transaction} */
  Connection keeping() throws SQLException {
    Connection connection = connect();
    if (major(connection) >= FIRST_THAT_LOOKS_FOR_ITS_CLIENT) {
      PostgresqlSql.execute(connection, "SET idle_session_timeout = 0");
    }
    return connection;
  }

  /** {@return a connection that waits for locks as long as the lock timeout says} */
  Writing writing() throws SQLException {
    return writing(connect(), "");
  }

  /** {@return the same for many rows: what inserts several ones is made one statement} */
  Writing filling() throws SQLException {
    return writing(connect(Map.of("reWriteBatchedInserts", "true")), "");
  }

  /**
   * {@return a connection in a transaction that a failing statement does not end}
   *
   * @param schema where things are made and looked for
   */
  Writing trying(String schema) throws SQLException {
    Connection connection = connect(Map.of("autosave", "always"));
    connection.setAutoCommit(false);
    return writing(connection, "; SET search_path = " + PostgresqlSql.quoted(schema));
  }

  private Writing writing(Connection connection, String more) throws SQLException {
    StringBuilder own = new StringBuilder();
    own.append("SET default_transaction_isolation = 'read committed'");
    if (!url.options().getOrDefault("options", "").contains("lock_timeout")) {
      own.append("; SET lock_timeout = ").append(settings.lockTimeout().toMillis());
    }
    if (major(connection) >= FIRST_THAT_LOOKS_FOR_ITS_CLIENT && looksForClient(connection)) {
      own.append("; ").append(Writing.LOOK_FOR_CLIENT);
    }
    Writing writing = new Writing(connection, own + more);
    writing.reset();
    return writing;
  }

  /** {@return the way to another database on the same server} */
  Connections to(String database) {
    return new Connections(url.withDatabase(database), settings);
  }

  private Connection connect() throws SQLException {
    return connect(Map.of());
  }

  private Connection connect(Map<String, String> more) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(
        "ApplicationName",
        "limbeck %s %s".formatted(settings.signature().limbeck(), settings.signature().by()));
    properties.setProperty("tcpKeepAlive", "true");
    // What the connection begins with is what RESET ALL goes back to.
    properties.setProperty("assumeMinServerVersion", "9.4");
    properties.setProperty("readOnlyMode", "always");
    if (url.hosts().contains(",")) {
      properties.setProperty("targetServerType", "primary");
    }
    Optional.ofNullable(System.getenv("PGPASSWORD"))
        .ifPresent(password -> properties.setProperty("password", password));
    properties.putAll(url.options());
    properties.putAll(more);
    return Objects.requireNonNull(
        new Driver().connect(url.jdbc(), properties), "the driver does not know its own URL");
  }

  private static int major(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  /** {@return whether the server's system can tell that a client is gone} */
  private static boolean looksForClient(Connection connection) {
    try {
      PostgresqlSql.execute(connection, Writing.LOOK_FOR_CLIENT);
      return true;
    } catch (SQLException cannot) {
      // Then it notices at the end of the statement, and undoes it all the same.
      return false;
    }
  }

  /**
   * A connection that writes.
   *
   * @param own what is set for it
   */
  record Writing(Connection jdbc, String own) implements AutoCloseable {
    private static final String LOOK_FOR_CLIENT = "SET client_connection_check_interval = 1000";

    /**
     * Makes it as it was when it was opened: what a script sets for its session, such as a search
     * path or a role, is not to reach the next one, nor our tables.
     */
    void reset() throws SQLException {
      PostgresqlSql.execute(
          jdbc, "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; DISCARD TEMP; " + own);
    }

    /** {@return the number of the server's process that works for this connection} */
    int serverProcess() throws SQLException {
      return jdbc.unwrap(PGConnection.class).getBackendPID();
    }

    /** Asks the server to end what it does for this connection; from any thread. */
    void cancel() throws SQLException {
      jdbc.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void close() {
      Connections.close(jdbc);
    }
  }

  /** Closes a connection, which may be lost already. */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException refusal) {
      // The server undoes what was not committed when it finds its client gone.
    }
  }
}
