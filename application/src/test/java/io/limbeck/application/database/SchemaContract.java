package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database tells what it holds. */
public interface SchemaContract extends DatabaseUnderTest {

  @Test
  default void a_database_that_nothing_was_done_to_holds_nothing() {
    Object before = footprint();

    try (Database database = database()) {
      assertThat(database.schema()).isEqualTo(Schema.empty());
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  default void tables_come_by_their_names_and_columns_in_their_order() {
    elsewhere(
        "CREATE TABLE two (zeta INTEGER NOT NULL, alpha VARCHAR(20))",
        "CREATE TABLE one (name VARCHAR(30))");

    try (Database database = database()) {
      Schema schema = database.schema();

      assertThat(schema.tables())
          .extracting(Table::name)
          .containsExactly(new Name("one"), new Name("two"));
      List<Column> columns = schema.table(new Name("TWO")).orElseThrow().columns();
      assertThat(columns)
          .extracting(Column::name)
          .containsExactly(new Name("zeta"), new Name("alpha"));
      assertThat(columns).extracting(Column::notNull).containsExactly(true, false);
      assertThat(columns.getLast().type())
          .isNotEqualTo(schema.tables().getFirst().columns().getFirst().type())
          .isNotEqualTo(columns.getFirst().type());
    }
  }

  @Test
  default void two_databases_that_were_made_alike_have_equal_schemas() {
    String[] statements = {
      "CREATE TABLE two (zeta INTEGER NOT NULL, alpha VARCHAR(20))",
      "CREATE TABLE one (name VARCHAR(30))"
    };
    elsewhere(statements);

    try (Database database = database();
        Database other = database.scratch()) {
      assertThat(other.schema()).isEqualTo(Schema.empty());

      DatabaseUnderTest.apply(other, Steps.upgrade(Heads.none(), "a", statements));

      assertThat(other.schema()).isEqualTo(database.schema());
    }
  }

  @Test
  default void what_we_keep_for_ourselves_is_no_part_of_the_schema() {
    try (Database database = database()) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));
      Object before = footprint();

      assertThat(database.schema().tables())
          .extracting(Table::name)
          .containsExactly(new Name("made"));

      assertThat(footprint()).isEqualTo(before);
    }
  }

  @Test
  default void what_we_keep_for_ourselves_is_known_by_the_names_it_was_given() {
    DatabaseSettings usual = settings();
    DatabaseSettings others =
        new DatabaseSettings(
            usual.url(),
            usual.workingDirectory(),
            "Our_Versions",
            "our_log",
            usual.schema(),
            usual.lockTimeout(),
            usual.signature(),
            usual.clock());

    try (Database database = database(others)) {
      DatabaseUnderTest.apply(database, Steps.upgrade(Heads.none(), "a", MADE));

      assertThat(database.schema().tables())
          .extracting(Table::name)
          .containsExactly(new Name("made"));
    }
    try (Database database = database()) {
      assertThat(database.schema().tables()).hasSize(3);
    }
  }
}
