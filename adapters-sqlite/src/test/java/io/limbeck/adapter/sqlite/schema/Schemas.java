package io.limbeck.adapter.sqlite.schema;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Schemas and the databases they are read from, for tests. */
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
    return SqliteSchema.read(connection, name -> false, new KnownDefinitions());
  }

  /** {@return a database in memory} */
  static Connection database(String script) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
    return connection;
  }

  /** {@return what makes a schema, in an order in which it can be made} */
  static List<String> statements(Schema schema) {
    List<Operation> operations = new ArrayList<>();
    schema.tables().forEach(table -> operations.add(new Operation.CreateTable(table)));
    schema.stored().forEach(stored -> operations.add(new Operation.CreateStored(stored)));
    return operations.stream()
        .flatMap(operation -> SqliteDialect.standard().render(operation).stream())
        .toList();
  }

  /** {@return the same as a script} */
  static String script(Schema schema) {
    return String.join(";\n\n", statements(schema)) + ";\n";
  }
}
