package io.limbeck.adapter.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.Driver;

/** A PostgreSQL server for tests, which lets everybody in; a database of it for each test. */
public final class EmbeddedServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String OWNER = "postgres";

  private final EmbeddedPostgres server;

  private EmbeddedServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** {@return the one that all tests of this process share; it ends with the process} */
  public static EmbeddedServer shared() {
    return Shared.SERVER;
  }

  /** {@return one that a test may stop} */
  public static EmbeddedServer start() {
    try {
      return new EmbeddedServer(
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("autovacuum", "off")
              .setServerConfig("max_connections", "60")
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Shared {
    private static final EmbeddedServer SERVER = start();
  }

  public int port() {
    return server.getPort();
  }

  /** {@return the name of a new, empty database} */
  public String newDatabase() {
    return newDatabase(OWNER);
  }

  /** {@return the name of a new, empty database that belongs to a user} */
  public String newDatabase(String user) {
    String name = "test_" + DATABASES.incrementAndGet();
    execute(OWNER, "CREATE DATABASE %s OWNER %s".formatted(name, user));
    return name;
  }

  public void drop(String database) {
    execute(OWNER, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
  }

  /** Makes a user whom the server does ask for a password. */
  public void askForPasswordOf(String user, String password) {
    execute(OWNER, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(user, password));
    Path rules = Path.of(query(OWNER, "SHOW hba_file").getFirst());
    try {
      String others = Files.readString(rules);
      Files.writeString(rules, "host all %s all scram-sha-256\n%s".formatted(user, others));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    execute(OWNER, "SELECT pg_reload_conf()");
  }

  /** {@return the URL of a database for the server's owner, who may do everything} */
  public String url(String database) {
    return url(OWNER, database);
  }

  public String url(String user, String database) {
    return "postgresql://%s@localhost:%d/%s".formatted(user, port(), database);
  }

  /** {@return a connection of the server's owner} */
  public Connection connect(String database) {
    return connect(OWNER, database);
  }

  public Connection connect(String user, String database) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    try {
      return Objects.requireNonNull(
          new Driver()
              .connect(
                  "jdbc:postgresql://localhost:%d/%s".formatted(port(), database), properties));
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  public void execute(String database, String... statements) {
    executeAs(OWNER, database, statements);
  }

  public void executeAs(String user, String database, String... statements) {
    try (Connection connection = connect(user, database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  /** {@return what a query finds, a line per row, its columns parted by bars} */
  public List<String> query(String database, String query) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  /** Stops the server at once, whoever is connected. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
