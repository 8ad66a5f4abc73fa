package io.limbeck.adapter.postgresql.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server for tests, started once; it stops with the tests. */
final class Server {
  private static final EmbeddedPostgres SERVER = started();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Server() {}

  private static EmbeddedPostgres started() {
    try {
      // Nothing here has to outlive a crash.
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "off")
          .setServerConfig("synchronous_commit", "off")
          .setServerConfig("full_page_writes", "off")
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** {@return a connection to a new database in which there is nothing} */
  static Connection database() throws SQLException {
    String name = "schema_" + DATABASES.incrementAndGet();
    try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
      execute(connection, "CREATE DATABASE " + name + " TEMPLATE template0");
    }
    return SERVER.getDatabase("postgres", name).getConnection();
  }

  /** {@return a connection to a new database in which a script was run} */
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
