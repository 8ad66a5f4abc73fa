package io.limbeck.adapter.h2.schema;

import io.limbeck.application.database.Dialect;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.h2.Driver;

/** Schemas and the databases in memory that they are read from, for tests. */
final class Schemas {
  private Schemas() {}

  /** {@return the schema that a script makes of an empty database} */
  static Schema of(String script) {
    try (Connection connection = database(script)) {
      return read(connection);
    } catch (SQLException refusal) {
      throw new AssertionError(script, refusal);
    }
  }

  static Schema read(Connection connection) throws SQLException {
    return H2Schema.read(connection, name -> false);
  }

  static Connection database(String script) throws SQLException {
    return database("", script);
  }

  /**
   * @param options of the URL; may be empty
   */
  static Connection database(String options, String script) throws SQLException {
    Connection connection = Driver.load().connect("jdbc:h2:mem:" + options, new Properties());
    execute(connection, script);
    return connection;
  }

  static void execute(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  static void execute(Connection connection, List<Operation> operations) throws SQLException {
    Dialect dialect = dialect(connection);
    for (Operation operation : operations) {
      for (String statement : dialect.render(operation)) {
        try {
          execute(connection, statement);
        } catch (SQLException refusal) {
          throw new AssertionError(statement, refusal);
        }
      }
    }
  }

  /** {@return the statements that make a schema, in an order in which they can be run} */
  static List<Operation> operations(Schema schema) {
    return io.limbeck.domain.diff.SchemaDiff.between(Schema.empty(), schema).operations();
  }

  static Dialect dialect(Connection connection) throws SQLException {
    return H2Dialect.of(connection.getMetaData());
  }
}
