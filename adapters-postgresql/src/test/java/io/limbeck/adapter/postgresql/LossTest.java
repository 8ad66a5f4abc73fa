package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is lost, in the ways that PostgreSQL has of its own. */
class LossTest {
  private final String name = SERVER.newDatabase();

  @BeforeEach
  void make_rows() {
    SERVER.execute(
        name,
        "CREATE SCHEMA ops",
        "CREATE TABLE ops.flows (id SERIAL, mode VARCHAR(20) DEFAULT 'one-time', \"Note\" TEXT)",
        "INSERT INTO ops.flows (mode, \"Note\") VALUES (DEFAULT, NULL), ('daily', 'x')");
  }

  @AfterEach
  void drop_the_database() {
    SERVER.drop(name);
  }

  @Test
  void a_column_that_counts_is_lost_and_does_not_count_when_it_is_asked() {
    assertThat(losses("ALTER TABLE ops.flows DROP COLUMN id"))
        .containsExactly("ops.flows.id (2 values)");
    assertThat(SERVER.query(name, "SELECT last_value FROM ops.flows_id_seq")).containsExactly("2");
  }

  @Test
  void values_that_the_default_gives_back_are_not_lost() {
    assertThat(losses("ALTER TABLE ops.flows DROP mode, DROP COLUMN \"Note\" CASCADE"))
        .containsExactly("ops.flows.mode (1 value)", "ops.flows.Note (1 value)");
  }

  @Test
  void a_name_in_quotes_is_another_name() {
    assertThat(losses("ALTER TABLE ops.flows DROP COLUMN IF EXISTS note")).isEmpty();
    assertThat(losses("DROP TABLE IF EXISTS ops.\"Flows\"")).isEmpty();
    assertThat(losses("DROP TABLE IF EXISTS nowhere.flows")).isEmpty();
    assertThat(losses("DROP TABLE OPS.FLOWS CASCADE")).containsExactly("OPS.FLOWS (2 rows)");
  }

  private List<String> losses(String... sql) {
    try (Database database = Given.database(SERVER.url(name))) {
      return database.losses(List.of(Steps.downgrade("b", Heads.of("a"), sql))).stream()
          .map(Loss::toString)
          .toList();
    }
  }
}
