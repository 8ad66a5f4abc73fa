package io.limbeck.adapter.h2.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, whatever a database makes of the case of letters. */
class NamesTest {
  private static final List<String> SETTINGS =
      List.of(
          "",
          ";DATABASE_TO_LOWER=TRUE",
          ";DATABASE_TO_UPPER=FALSE",
          ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
          ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
          ";MODE=Oracle",
          ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
  private static final List<String> NAMES =
      List.of(
          "plain",
          "PLAIN",
          "Mixed",
          "two words",
          "quo\"ted",
          "größe",
          "GRÖSSE",
          "9lives",
          "_under",
          "dollar$",
          "order",
          "ORDER",
          "value",
          "key",
          "user",
          "day",
          "index",
          "today",
          "sysdate",
          "SYSTIMESTAMP",
          "date",
          "time",
          "timestamp",
          "interval",
          "json",
          "uuid",
          "next",
          "first",
          "trim",
          "x",
          "n",
          "u",
          "e",
          "if",
          "comment",
          "period",
          "identity",
          "generated",
          "column",
          "add",
          "unsigned",
          "fulltext",
          "rownum",
          "_rowid_",
          "true",
          "offset",
          "limit",
          "top",
          "public",
          "dual",
          "constraint_1",
          "ünïcode x",
          "back\\slash",
          "back\\größe",
          "😀");

  static Stream<Arguments> namesInEverySetting() {
    return SETTINGS.stream()
        .flatMap(settings -> NAMES.stream().map(name -> Arguments.of(settings, name)));
  }

  @ParameterizedTest
  @MethodSource("namesInEverySetting")
  void any_name_can_stand_anywhere(String settings, String name) throws SQLException {
    String quoted = Wording.quoted(name);
    String script =
        """
        CREATE TABLE %1$s (%1$s INT DEFAULT 1, more INT GENERATED ALWAYS AS (%1$s + 1),
          CHECK (%1$s > 0 AND more < 9), UNIQUE (%1$s, more));
        CREATE INDEX ix ON %1$s (%1$s DESC);
        CREATE VIEW shown AS SELECT %1$s, COUNT(*) AS number FROM %1$s t WHERE %1$s > 1 GROUP BY %1$s;
        """
            .formatted(quoted);
    try (Connection one = Schemas.database(settings, script);
        Connection other = Schemas.database(settings, "")) {
      Schema schema = Schemas.read(one);

      Schemas.execute(other, SchemaDiff.between(Schema.empty(), schema).operations());

      assertThat(SchemaDiff.between(Schemas.read(other), schema).differences()).isEmpty();
      Schemas.execute(other, SchemaDiff.between(schema, Schema.empty()).operations());
      assertThat(Schemas.read(other)).isEqualTo(Schema.empty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'ALTER TABLE flows ADD COLUMN name INTEGER'",
    "';DATABASE_TO_LOWER=TRUE', 'ALTER TABLE flows ADD COLUMN name INTEGER'",
    "';DATABASE_TO_UPPER=FALSE', 'ALTER TABLE Flows ADD COLUMN Name INTEGER'",
    "';CASE_INSENSITIVE_IDENTIFIERS=TRUE', 'ALTER TABLE flows ADD COLUMN name INTEGER'"
  })
  void a_script_has_no_quotes_where_its_author_had_none(String settings, String sql)
      throws SQLException {
    try (Connection here = Schemas.database(settings, "CREATE TABLE Flows (Id INT)");
        Connection there = Schemas.database(settings, "CREATE TABLE Flows (Id INT, Name INT)")) {
      List<Operation> operations =
          SchemaDiff.between(Schemas.read(here), Schemas.read(there)).operations();

      assertThat(operations)
          .flatExtracting(operation -> Schemas.dialect(here).render(operation))
          .containsExactly(sql);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', flows_name_key, FLOWS_NAME_KEY",
    "';DATABASE_TO_LOWER=TRUE', flows_name_key, flows_name_key",
    "';DATABASE_TO_UPPER=FALSE', Flows_Name_key, Flows_Name_key"
  })
  void a_name_that_nobody_gave_needs_no_quotes(String settings, String written, String there)
      throws SQLException {
    try (Connection connection =
        Schemas.database(settings, "CREATE TABLE Flows (Name INT NOT NULL)")) {
      Schema bare = Schemas.read(connection);
      Name table = bare.tables().getFirst().name();
      Operation unique =
          new Operation.AddConstraint(
              table,
              new Constraint.Unique(
                  Optional.empty(), List.of(bare.tables().getFirst().columns().getFirst().name())));

      assertThat(Schemas.dialect(connection).render(unique).getFirst())
          .contains("ADD CONSTRAINT %s UNIQUE".formatted(written));
      Schemas.execute(connection, List.of(unique));
      assertThat(Schemas.read(connection).tables().getFirst().constraints().getFirst().name())
          .hasValueSatisfying(name -> assertThat(name.text()).isEqualTo(there));
      Schemas.execute(connection, List.of(unique.reversed()));
      assertThat(Schemas.read(connection)).isEqualTo(bare);
    }
  }

  @Test
  void names_that_differ_in_case_only_are_refused() {
    assertThatThrownBy(() -> Schemas.of("CREATE TABLE T (a INT); CREATE TABLE \"t\" (a INT)"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(
            "The tables \"T\" and \"t\" differ in case only, and are taken for one. Rename one of"
                + " them.");
    assertThatThrownBy(() -> Schemas.of("CREATE TABLE t (a INT, \"a\" INT)"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(
            "The columns of T \"A\" and \"a\" differ in case only, and are taken for one. Rename"
                + " one of them.");
  }
}
