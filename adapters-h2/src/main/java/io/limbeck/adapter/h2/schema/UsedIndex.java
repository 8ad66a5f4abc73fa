package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Name;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbc.JdbcException;

/**
 * An index that H2 does not let go of, since a foreign key found it there and uses it. Other
 * databases drop it: here the foreign key makes way and comes back.
 *
 * @param refusal what H2 said
 */
record UsedIndex(H2Statements statements, SQLException refusal) {
  // H2 speaks many languages, but names stand in quotes in each, the constraint's last.
  private static final Pattern LAST_NAME = Pattern.compile("\"([^\"]+)\"[^\"]*$");

  /**
   * @throws SQLException the refusal, if what uses the index is no foreign key
   */
  void drop(String sql) throws SQLException {
    Operation foreignKey = foreignKey().orElseThrow(() -> refusal);
    run(foreignKey);
    try {
      statements.execute(sql); // another one may use the index, too
    } finally {
      run(foreignKey.reversed());
    }
  }

  /**
   * {@return what drops the foreign key that the refusal names; empty if it names another thing}
   */
  private Optional<Operation> foreignKey() throws SQLException {
    String said =
        refusal instanceof JdbcException known
            ? known.getOriginalMessage()
            : String.valueOf(refusal.getMessage());
    Matcher named = LAST_NAME.matcher(said);
    if (!named.find()) {
      return Optional.empty();
    }
    Optional<Name> name = Optional.of(new Name(named.group(1)));
    return H2Schema.read(statements.connection(), hidden -> false).tables().stream()
        .flatMap(table ->
            table.constraints(ForeignKey.class).stream()
                .filter(key -> key.name().equals(name))
                .<Operation>map(key -> new Operation.DropConstraint(table.name(), key)))
        .findFirst();
  }

  private void run(Operation operation) throws SQLException {
    H2Dialect dialect = H2Dialect.of(statements.connection().getMetaData());
    for (String statement : dialect.render(operation)) {
      statements.execute(statement);
    }
  }
}
