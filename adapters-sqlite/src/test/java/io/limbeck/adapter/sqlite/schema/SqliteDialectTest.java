package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.Statements;
import io.limbeck.application.Golden;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.diff.Terms;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations as SQL: how it is written, and that it does what it says. */
class SqliteDialectTest {

  static Stream<Class<?>> kinds() {
    // Nothing in SQLite counts by itself but a key, or can be replaced where it stands.
    return Stream.<Class<?>>of(Operation.class.getPermittedSubclasses())
        .filter(kind -> kind != Operation.ChangeIdentity.class)
        .filter(kind -> kind != Operation.ReplaceStored.class);
  }

  static Stream<Operation> operations() {
    return Examples.all().filter(each -> !(each instanceof Operation.ByHand));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_operation_is_written_as_it_always_was(Class<? extends Operation> kind) {
    List<Operation> operations = Examples.of(kind);

    assertThat(operations).isNotEmpty();
    Golden.assertSame(
        "sqlite/%s.sql".formatted(words(kind)),
        operations.stream()
            .flatMap(operation -> SqliteDialect.standard().render(operation).stream())
            .map(statement -> statement + ";\n")
            .collect(Collectors.joining("\n")));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_does_what_it_says_and_its_reverse_undoes_it(Operation operation)
      throws SQLException {
    try (Connection connection = Schemas.database(Examples.SCRIPT)) {
      Schema before = Schemas.read(connection);

      execute(connection, operation);
      Schema after = Schemas.read(connection);
      execute(connection, operation.reversed());

      assertThat(SchemaDiff.between(before, after, terms(operation)).operations())
          .containsExactly(operation);
      assertThat(SchemaDiff.between(Schemas.read(connection), before).operations()).isEmpty();
    }
  }

  private static void execute(Connection connection, Operation operation) throws SQLException {
    Statements statements = new Statements(connection, Access.SCHEMA_TABLE, AlterListener.none());
    statements.execute("BEGIN IMMEDIATE");
    for (String statement : SqliteDialect.standard().render(operation)) {
      statements.execute(statement);
    }
    statements.finish();
    statements.execute("COMMIT");
  }

  /** {@return terms under which a rename is one} */
  private static Terms terms(Operation operation) {
    return switch (operation) {
      case Operation.RenameTable rename ->
          Terms.strict().with(List.of(new RenameHint.OfTable(rename.to(), rename.table())));
      case Operation.RenameColumn rename ->
          Terms.strict()
              .with(List.of(new RenameHint.OfColumn(rename.table(), rename.to(), rename.column())));
      default -> Terms.strict();
    };
  }

  private static String words(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
