package io.limbeck.adapter.postgresql.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** A real server for tests, started once; it stops with the tests. */
final class Server {
  private static final EmbeddedPostgres SERVER = started();
  // With the last connection to each; a database is used again when that is closed.
  private static final Map<String, Connection> DATABASES = new LinkedHashMap<>();

  private Server() {}

  private static EmbeddedPostgres started() {
    try {
      // Nothing here has to outlive a crash.
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "off")
          .setServerConfig("synchronous_commit", "off")
          .setServerConfig("full_page_writes", "off")
          // One test drops a schema of thousands of tables.
          .setServerConfig("max_locks_per_transaction", "1024")
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** {@return a connection to a database in which there is nothing} */
  static synchronized Connection database() throws SQLException {
    for (Map.Entry<String, Connection> database : DATABASES.entrySet()) {
      if (database.getValue().isClosed()) {
        Connection connection = SERVER.getDatabase("postgres", database.getKey()).getConnection();
        execute(
            connection,
            "DROP SCHEMA IF EXISTS public, audit, \"Old Books\" CASCADE; CREATE SCHEMA public");
        database.setValue(connection);
        return connection;
      }
    }
    String name = "schema_" + DATABASES.size();
    try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
      execute(connection, "CREATE DATABASE " + name + " TEMPLATE template0");
    }
    Connection connection = SERVER.getDatabase("postgres", name).getConnection();
    DATABASES.put(name, connection);
    return connection;
  }

  /** {@return a connection to a database in which a script was run} */
  static Connection database(String script) throws SQLException {
    Connection connection = database();
    execute(connection, script);
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
