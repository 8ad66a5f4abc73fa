package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other connections read and write while a table is rebuilt. */
class AlterBesideOthersTest {
  private static final int ROWS = 50_000;
  private static final String TYPES = "SELECT group_concat(DISTINCT typeof(n)) FROM big";

  @TempDir private Path folder;

  @Test
  void in_wal_mode_others_read_what_was_until_it_is_done() throws SQLException {
    BigTable table = BigTable.made(file(), ROWS, "wal");
    List<String> seen = new ArrayList<>();

    try (Connection other = table.file().open()) {
      change(() -> seen.add(read(other)));

      assertThat(seen).hasSize(ROWS / 10_000).containsOnly("integer");
      assertThat(read(other)).isEqualTo("text");
    }
    assertThat(table.check()).isEqualTo(BigTable.B);
  }

  @Test
  void with_a_rollback_journal_others_read_what_was_or_are_told_to_wait() throws SQLException {
    BigTable table = BigTable.made(file(), ROWS, "delete");
    List<String> seen = new ArrayList<>();

    try (Connection other = table.file().open()) {
      change(() -> seen.add(read(other)));

      assertThat(seen).hasSize(ROWS / 10_000).containsOnly("integer", "busy");
      assertThat(read(other)).isEqualTo("text");
    }
    assertThat(table.check()).isEqualTo(BigTable.B);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void who_writes_meanwhile_waits(String journalMode) throws SQLException {
    BigTable table = BigTable.made(file(), ROWS, journalMode);
    List<String> seen = new ArrayList<>();

    try (Connection other = table.file().open()) {
      change(() -> seen.add(write(other)));

      assertThat(seen).hasSize(ROWS / 10_000).containsOnly("busy");
      assertThat(table.check()).isEqualTo(BigTable.B);
      assertThat(write(other)).isEqualTo("written");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void a_statement_that_was_prepared_before_is_good_after(String journalMode) throws SQLException {
    BigTable table = BigTable.made(file(), ROWS, journalMode);

    try (Connection other = table.file().open();
        PreparedStatement prepared =
            other.prepareStatement("SELECT typeof(n) FROM big WHERE body = 'body 00000007'")) {
      assertThat(only(prepared)).isEqualTo("integer");

      change(() -> {});

      assertThat(only(prepared)).isEqualTo("text");
    }
  }

  @Test
  void a_reader_in_wal_mode_keeps_its_snapshot() throws SQLException {
    BigTable table = BigTable.made(file(), ROWS, "wal");

    try (Connection reader = table.file().open();
        Statement statement = reader.createStatement()) {
      statement.execute("BEGIN");
      assertThat(read(reader)).isEqualTo("integer");

      change(() -> {});

      assertThat(read(reader)).isEqualTo("integer");
      statement.execute("COMMIT");
      assertThat(read(reader)).isEqualTo("text");
    }
    assertThat(table.check()).isEqualTo(BigTable.B);
  }

  @Test
  void a_reader_that_does_not_end_leaves_everything_as_it_was() throws SQLException {
    BigTable table = BigTable.made(file(), ROWS, "delete");

    try (Connection reader = table.file().open();
        Statement statement = reader.createStatement();
        Database database = Databases.of("sqlite:///" + file(), Duration.ofMillis(200))) {
      statement.execute("BEGIN");
      assertThat(read(reader)).isEqualTo("integer");

      assertThatThrownBy(() -> Databases.apply(database, BigTable.change()))
          .isInstanceOf(LockNotObtainedException.class)
          .hasMessageContaining("The database is as it was before this revision, at a.");
      statement.execute("COMMIT");
      assertThat(table.check()).isEqualTo(BigTable.A);

      assertThat(Databases.apply(database, BigTable.change())).isTrue();
    }
    assertThat(table.check()).isEqualTo(BigTable.B);
  }

  private void change(Runnable meanwhile) {
    Progress progress =
        new Progress() {
          @Override
          public void copied(ScriptedStep step, String table, long rows, long of) {
            meanwhile.run();
          }
        };
    try (Database database = Databases.at(file());
        Database.Session session = database.open()) {
      assertThat(session.apply(List.of(BigTable.change()), progress)).isTrue();
    }
  }

  private static String read(Connection connection) {
    return patiently(connection, TYPES);
  }

  private static String write(Connection connection) {
    return patiently(connection, "INSERT INTO child VALUES (8) RETURNING 'written'");
  }

  /** {@return the only value; busy if someone else holds the lock} */
  private static String patiently(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      try (ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException refusal) {
      assertThat(refusal.getMessage()).contains("SQLITE_BUSY");
      return "busy";
    }
  }

  private static String only(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Path file() {
    return folder.resolve("app.db");
  }
}
