package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

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
class PostgresqlDialectTest {

  static Stream<Class<?>> kinds() {
    return Stream.of(Operation.class.getPermittedSubclasses());
  }

  static Stream<Operation> operations() {
    return Examples.all().filter(each -> !(each instanceof Operation.ByHand));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_operation_is_written_as_it_always_was(Class<? extends Operation> kind) {
    List<Operation> operations =
        Stream.concat(Examples.of(kind).stream(), Examples.standing().filter(kind::isInstance))
            .toList();

    assertThat(operations).isNotEmpty();
    Golden.assertSame(
        "postgresql/%s.sql".formatted(words(kind)),
        operations.stream().map(PostgresqlDialectTest::written).collect(Collectors.joining("\n")));
  }

  private static String written(Operation operation) {
    return Schemas.statements(List.of(operation)).stream()
        .map(statement -> statement + ";\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_does_what_it_says_and_its_reverse_undoes_it(Operation operation)
      throws SQLException {
    try (Connection connection = Server.database(Examples.SCRIPT)) {
      Schema before = Schemas.read(connection);

      Schemas.execute(connection, List.of(operation));
      Schema after = Schemas.read(connection);
      Schemas.execute(connection, List.of(operation.reversed()));

      assertThat(SchemaDiff.between(before, after, terms(operation)).operations())
          .containsExactly(operation);
      assertThat(SchemaDiff.between(Schemas.read(connection), before).operations()).isEmpty();
    }
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
