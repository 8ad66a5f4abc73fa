package io.limbeck.adapter.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is lost, in the ways that H2 has of its own. */
class H2LossTest {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final Connection application;

  H2LossTest() throws SQLException {
    this.application = Driver.load().connect(url, new Properties());
  }

  @BeforeEach
  void make_rows() throws SQLException {
    H2Sql.execute(application, "CREATE SCHEMA ops");
    H2Sql.execute(
        application, "CREATE TABLE ops.flows (id INT, name VARCHAR(20), \"Note\" VARCHAR(20))");
    H2Sql.execute(application, "INSERT INTO ops.flows VALUES (1, 'one', NULL), (2, 'two', 'x')");
  }

  @AfterEach
  void end_the_application() throws SQLException {
    application.close();
  }

  @Test
  void several_columns_may_go_at_once() {
    assertThat(losses("ALTER TABLE ops.flows DROP COLUMN (name, \"Note\")"))
        .containsExactly("ops.flows.name (2 values)", "ops.flows.Note (1 value)");
    assertThat(losses("ALTER TABLE OPS.FLOWS DROP COLUMN name, id"))
        .containsExactly("OPS.FLOWS.name (2 values)", "OPS.FLOWS.id (2 values)");
  }

  @Test
  void a_name_in_quotes_is_another_name() {
    assertThat(losses("ALTER TABLE ops.flows DROP COLUMN IF EXISTS note")).isEmpty();
    assertThat(losses("DROP TABLE IF EXISTS ops.\"flows\"")).isEmpty();
    assertThat(losses("DROP TABLE IF EXISTS nowhere.flows")).isEmpty();
  }

  @Test
  void what_was_renamed_is_told_by_the_name_it_has_now() {
    assertThat(
            losses(
                "ALTER TABLE ops.flows ALTER COLUMN name RENAME TO title",
                "ALTER TABLE ops.flows DROP COLUMN title"))
        .containsExactly("ops.flows.name (2 values)");
  }

  private List<String> losses(String... sql) {
    DatabaseSettings settings =
        new DatabaseSettings(
            DatabaseUrl.parse(url),
            Path.of("/srv/app"),
            "alembic_version",
            "limbeck_history",
            Optional.empty(),
            Duration.ofSeconds(20),
            new DatabaseSettings.Signature("ada@engine", "0.1.0"),
            InstantSource.system());
    try (Database database = H2Module.storage().database(settings)) {
      return database.losses(List.of(Steps.downgrade("b", Heads.of("a"), sql))).stream()
          .map(Loss::toString)
          .toList();
    }
  }
}
