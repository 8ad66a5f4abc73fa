package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Schemas and the databases they are read from, for tests. */
final class Schemas {
  /** The name of a script that makes nothing. */
  static final String NOTHING = "nothing";

  /** The scripts in {@code src/test/resources/schemas}. */
  static final List<String> NAMES =
      List.of("blog", "bookings", "forum", "hedge_fund", "ledger", "odd", "shop", "telemetry");

  private static final Pattern EXTENSION = Pattern.compile("(?m)^CREATE EXTENSION.*;$");
  private static final Map<String, Schema> REAL = new ConcurrentHashMap<>();

  private Schemas() {}

  static String script(String name) {
    if (name.equals(NOTHING)) {
      return "";
    }
    try (InputStream script =
        Objects.requireNonNull(
            Schemas.class.getResourceAsStream("/schemas/%s.sql".formatted(name)))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** {@return what some of the scripts need beforehand and schemas do not hold} */
  static String extensions(String... names) {
    Set<String> extensions = new TreeSet<>();
    for (String name : names) {
      EXTENSION
          .matcher(script(name))
          .results()
          .forEach(extension -> extensions.add(extension.group()));
    }
    return String.join("\n", extensions);
  }

  /** {@return the schema of one of the scripts} */
  static Schema real(String name) {
    return REAL.computeIfAbsent(name, known -> of(script(known)));
  }

  /** {@return the schema that a script makes of an empty database} */
  static Schema of(String script) {
    try (Connection connection = Server.database(script)) {
      return read(connection);
    } catch (SQLException refusal) {
      throw new AssertionError(refusal.getMessage(), refusal);
    }
  }

  /** {@return all that is in a database, and in its schema {@code public} without that name} */
  static Schema read(Connection connection) throws SQLException {
    return PostgresqlSchema.read(
        connection, List.of("public", "audit", "Old Books"), name -> false);
  }

  /** {@return what makes a schema, in an order in which it can be made} */
  static List<String> statements(Schema schema) {
    return statements(SchemaDiff.between(Schema.empty(), schema).operations());
  }

  static List<String> statements(List<Operation> operations) {
    PostgresqlDialect dialect = new PostgresqlDialect();
    return operations.stream().flatMap(operation -> dialect.render(operation).stream()).toList();
  }

  /** Carries operations out as a step does: all in one transaction. */
  static void execute(Connection connection, List<Operation> operations) throws SQLException {
    connection.setAutoCommit(false);
    for (String statement : statements(operations)) {
      try {
        Server.execute(connection, statement);
      } catch (SQLException refusal) {
        connection.rollback();
        connection.setAutoCommit(true);
        throw new AssertionError(statement + ": " + refusal.getMessage(), refusal);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }
}
