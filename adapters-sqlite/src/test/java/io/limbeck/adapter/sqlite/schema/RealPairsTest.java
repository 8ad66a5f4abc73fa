package io.limbeck.adapter.sqlite.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.SchemaScript;
import io.limbeck.adapter.sqlite.alter.Statements;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From every schema to every other and back, by the statements that scripts would hold. */
class RealPairsTest {
  private static final SchemaScript NOTHING = new SchemaScript("nothing", "");

  static Stream<Arguments> pairs() throws IOException {
    List<SchemaScript> scripts = new ArrayList<>(SchemaScript.all());
    scripts.add(NOTHING);
    return scripts.stream().flatMap(one -> scripts.stream().map(other -> Arguments.of(one, other)));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("pairs")
  void the_statements_make_one_schema_the_other_and_lead_back(SchemaScript one, SchemaScript other)
      throws SQLException {
    Schema to = sound(read(other));
    try (Connection connection = database(one)) {
      Schema from = Schemas.read(connection);
      SchemaDiff diff = SchemaDiff.between(from, to);

      execute(connection, diff.operations());
      assertThat(SchemaDiff.between(Schemas.read(connection), to).operations()).isEmpty();

      execute(connection, diff.reversed());
      assertThat(SchemaDiff.between(Schemas.read(connection), from).operations()).isEmpty();
    }
  }

  /**
   * {@return the script's database, if its foreign keys can be used; else one without the others}
   */
  private static Connection database(SchemaScript script) throws SQLException {
    Schema schema = read(script);
    Schema sound = sound(schema);
    return sound.equals(schema) ? script.load() : Schemas.database(Schemas.script(sound));
  }

  /** SQLite takes a foreign key that finds no key; a script that makes one is refused. */
  private static Schema sound(Schema schema) {
    return new Schema(
        schema.tables().stream()
            .map(table ->
                new Table(
                    table.name(),
                    table.columns(),
                    table.constraints().stream().filter(each -> isSound(each, schema)).toList(),
                    table.indexes(),
                    table.options()))
            .toList(),
        schema.stored());
  }

  private static boolean isSound(Constraint constraint, Schema schema) {
    if (!(constraint instanceof Constraint.ForeignKey reference)) {
      return true;
    }
    return schema.table(reference.parent()).stream()
        .flatMap(parent -> parent.constraints().stream())
        .anyMatch(key -> isKey(key, reference.parentColumns()));
  }

  private static boolean isKey(Constraint constraint, List<Name> columns) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.columns().equals(columns);
      case Constraint.Unique unique ->
          unique.columns().equals(columns) && unique.particulars().columns().isEmpty();
      case Constraint.ForeignKey reference -> false;
      case Constraint.Check check -> false;
      case Constraint.Other other -> false;
    };
  }

  private static Schema read(SchemaScript script) throws SQLException {
    try (Connection connection = script.load()) {
      return Schemas.read(connection);
    }
  }

  private static void execute(Connection connection, List<Operation> operations)
      throws SQLException {
    Statements statements = new Statements(connection, Access.SCHEMA_TABLE, AlterListener.none());
    statements.execute("BEGIN IMMEDIATE");
    for (Operation operation : operations) {
      for (String statement : SqliteDialect.standard().render(operation)) {
        try {
          statements.execute(statement);
        } catch (SQLException refusal) {
          throw new AssertionError(statement, refusal);
        }
      }
    }
    statements.finish();
    statements.execute("COMMIT");
  }
}
