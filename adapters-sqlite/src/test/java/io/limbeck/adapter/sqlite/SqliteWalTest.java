package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.database.Steps;
import io.limbeck.domain.revision.Heads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journal modes, and steps outside a transaction. */
class SqliteWalTest {
  private static final Heads A = Heads.of("a");
  private static final Heads B = Heads.of("b");

  @TempDir private Path folder;

  @BeforeEach
  void make_a_database_in_wal_mode() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (name TEXT)"));
      Databases.apply(database, Steps.upgradeAlone(A, "b", "PRAGMA journal_mode = WAL"));
    }
  }

  @Test
  void a_database_in_wal_mode_stays_so() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgrade(B, "c", "INSERT INTO made VALUES ('x')"));

      assertThat(database.heads()).isEqualTo(Heads.of("c"));
    }
    assertThat(file().column("PRAGMA journal_mode")).containsExactly("wal");
  }

  @Test
  void reading_leaves_no_companion_files() {
    Map<String, String> before = SqliteFile.footprint(folder);

    try (Database database = Databases.at(file().path())) {
      assertThat(database.heads()).isEqualTo(B);
      assertThat(database.history()).hasSize(2);
    }

    assertThat(SqliteFile.footprint(folder)).isEqualTo(before).hasSize(1);
  }

  @Test
  void what_others_have_not_yet_taken_in_is_read_and_left_to_them() throws SQLException {
    try (Connection other = file().open()) {
      SqliteSql.text(other, "PRAGMA wal_autocheckpoint = 0");
      SqliteSql.text(other, "UPDATE alembic_version SET version_num = 'c' RETURNING 1");

      try (Database database = Databases.at(file().path())) {
        assertThat(database.heads()).isEqualTo(Heads.of("c"));
      }

      assertThat(folder.resolve("app.db-wal")).isNotEmptyFile();
    }
  }

  @Test
  void a_database_is_read_where_its_companion_files_cannot_be_made() throws IOException {
    // Even root cannot make a file where a folder is.
    Files.createDirectory(folder.resolve("app.db-shm"));

    try (Database database = Databases.at(file().path())) {
      assertThat(database.heads()).isEqualTo(B);
    }
  }

  @Test
  void vacuum_runs_outside_a_transaction() {
    try (Database database = Databases.at(file().path())) {
      Databases.apply(database, Steps.upgradeAlone(B, "c", "VACUUM"));

      assertThat(database.heads()).isEqualTo(Heads.of("c"));
      assertThat(database.history()).hasSize(3);
    }
  }

  @Test
  void a_step_outside_a_transaction_that_fails_says_so() {
    try (Database database = Databases.at(file().path())) {
      assertThatThrownBy(
              () -> Databases.apply(database, Steps.upgradeAlone(B, "c", "VACUUM nowhere")))
          .isInstanceOf(StatementFailedException.class)
          .hasMessage(
              "Revision c failed at /scripts/c.sql:1: unknown database nowhere. The database stands"
                  + " at b. The statement ran outside a transaction: what it did stays. Mend the"
                  + " script and run again.");
      assertThat(database.heads()).isEqualTo(B);
    }
  }

  @Test
  void a_database_in_memory_lives_as_long_as_it_is_open() {
    try (Database database = Databases.of("sqlite://", Duration.ofSeconds(1))) {
      Databases.apply(database, Steps.upgrade(Heads.none(), "a", "CREATE TABLE made (name TEXT)"));

      assertThat(database.name()).isEqualTo(":memory:");
      assertThat(database.exists()).isTrue();
      assertThat(database.heads()).isEqualTo(A);
      assertThat(database.history()).hasSize(1);
    }
  }

  private SqliteFile file() {
    return new SqliteFile(folder.resolve("app.db"));
  }
}
