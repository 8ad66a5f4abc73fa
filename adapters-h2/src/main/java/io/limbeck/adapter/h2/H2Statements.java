package io.limbeck.adapter.h2;

import io.limbeck.adapter.h2.schema.H2Dialect;
import io.limbeck.adapter.h2.schema.H2Schema;
import io.limbeck.adapter.sql.StepRun;
import io.limbeck.application.database.Dialect;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/**
 * Executes the statements of scripts. A foreign key uses an index that it finds, and then H2 keeps
 * it from being dropped; other databases do not. Here the foreign key makes way and comes back.
 */
record H2Statements(Connection connection) {
  // H2 speaks many languages, but names stand in quotes in each, the constraint's last.
  private static final Pattern LAST_NAME = Pattern.compile("\"([^\"]+)\"[^\"]*$");

  void execute(String sql) throws SQLException {
    try {
      StepRun.execute(connection, sql);
    } catch (SQLException refusal) {
      Optional<Operation> foreignKey =
          refusal.getErrorCode() == ErrorCode.INDEX_BELONGS_TO_CONSTRAINT_2
              ? foreignKey(H2Failures.reason(refusal))
              : Optional.empty();
      if (foreignKey.isEmpty()) {
        throw refusal;
      }
      without(foreignKey.get(), sql);
    }
  }

  private void without(Operation foreignKey, String sql) throws SQLException {
    run(foreignKey);
    try {
      execute(sql); // another one may use the index, too
    } finally {
      run(foreignKey.reversed());
    }
  }

  /** {@return what drops the foreign key that a refusal names; empty if it names another thing} */
  private Optional<Operation> foreignKey(String refusal) throws SQLException {
    Matcher named = LAST_NAME.matcher(refusal);
    if (!named.find()) {
      return Optional.empty();
    }
    Optional<Name> name = Optional.of(new Name(named.group(1)));
    return H2Schema.read(connection, hidden -> false).tables().stream()
        .flatMap(table ->
            table.constraints(ForeignKey.class).stream()
                .filter(key -> key.name().equals(name))
                .<Operation>map(key -> new Operation.DropConstraint(table.name(), key)))
        .findFirst();
  }

  private void run(Operation operation) throws SQLException {
    Dialect dialect = H2Dialect.of(connection.getMetaData());
    for (String statement : dialect.render(operation)) {
      StepRun.execute(connection, statement);
    }
  }
}
