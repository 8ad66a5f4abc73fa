package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What standard ALTER TABLE statements must do on SQLite, case by case. */
final class AlterConformanceTest {
  @TempDir Path folder;

  /** Each case on a file and in memory, with foreign keys enforced and not where that is open. */
  static Stream<Arguments> cases() throws IOException {
    List<Arguments> runs = new ArrayList<>();
    for (AlterCase each : AlterCase.all()) {
      for (boolean file : List.of(true, false)) {
        for (boolean enforced : each.foreignKeys().map(List::of).orElse(List.of(true, false))) {
          for (Access access : Access.values()) {
            runs.add(Arguments.of(each, file, enforced, access));
          }
        }
      }
    }
    return runs.stream();
  }

  @ParameterizedTest(name = "{0}, in a file: {1}, foreign keys enforced: {2}, {3}")
  @MethodSource("cases")
  void an_alter_does_what_it_says_and_nothing_else(
      AlterCase each, boolean file, boolean enforced, Access access) throws Exception {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + (file ? database() : ":memory:"))) {
      execute(connection, "PRAGMA foreign_keys = " + (enforced ? "ON" : "OFF"));
      for (String statement : each.setup()) {
        execute(connection, statement);
      }
      List<String> before = SqliteRows.everything(connection);
      Map<String, Object> texts = texts(connection, each);

      Throwable failure = catchThrowable(() -> alter(connection, access, each.alter()));

      if (each.errors().isEmpty()) {
        assertThat(failure).as("%s %s", each.name(), access).isNull();
      } else {
        assertThat(failure).isInstanceOf(SQLException.class);
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        assertThat(each.errors())
            .as(message)
            .anySatisfy(error -> assertThat(message).contains(error.toLowerCase(Locale.ROOT)));
        assertThat(SqliteRows.everything(connection)).isEqualTo(before);
      }
      checkAlways(connection, enforced);
      assertThat(texts(connection, each)).isEqualTo(texts);
      execute(connection, "PRAGMA foreign_keys = " + each.foreignKeys().orElse(true));
      check(connection, each);
    }
  }

  private static void check(Connection connection, AlterCase each) throws SQLException {
    checkSound(connection, each);
    for (AlterCase.Query query : each.queries()) {
      if (query.error().isPresent()) {
        assertThatThrownBy(() -> SqliteRows.of(connection, query.sql()))
            .as(query.sql())
            .hasMessageContaining(query.error().get());
      } else {
        List<List<Object>> rows = SqliteRows.of(connection, query.sql());
        query.rows().ifPresent(wanted -> assertThat(rows).as(query.sql()).isEqualTo(wanted));
      }
    }
    checkSound(connection, each);
  }

  private static void checkSound(Connection connection, AlterCase each) throws SQLException {
    assertThat(SqliteRows.of(connection, "PRAGMA integrity_check").getFirst().getFirst())
        .isEqualTo(each.integrityCheck());
    assertThat(SqliteRows.of(connection, "PRAGMA foreign_key_check"))
        .isEqualTo(each.foreignKeyCheck());
  }

  private static void checkAlways(Connection connection, boolean enforced) throws SQLException {
    execute(connection, "BEGIN"); // fails inside a transaction
    execute(connection, "COMMIT");
    assertThat(pragma(connection, "foreign_keys")).isEqualTo(enforced ? 1L : 0L);
    assertThat(pragma(connection, "writable_schema")).isEqualTo(0L);
    assertThat(pragma(connection, "legacy_alter_table")).isEqualTo(0L);
    assertThat(pragma(connection, "ignore_check_constraints")).isEqualTo(0L);
    assertThat(String.join("\n", SqliteRows.everything(connection))).doesNotContain("limbeck");
  }

  private static Object pragma(Connection connection, String name) throws SQLException {
    return SqliteRows.of(connection, "PRAGMA " + name).getFirst().getFirst();
  }

  private static Map<String, Object> texts(Connection connection, AlterCase each)
      throws SQLException {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (String name : each.unchanged()) {
      boolean temporary = name.startsWith("temp.");
      texts.put(
          name,
          SqliteRows.of(
              connection,
              "SELECT sql FROM %s WHERE name = '%s'"
                  .formatted(
                      temporary ? "sqlite_temp_schema" : "sqlite_schema",
                      temporary ? name.substring("temp.".length()) : name)));
    }
    return texts;
  }

  static void alter(Connection connection, Access access, String statement) throws SQLException {
    try (WriteTransaction transaction = WriteTransaction.begin(connection)) {
      Statements statements = new Statements(connection, access, AlterListener.none());
      statements.execute(statement);
      statements.finish();
      transaction.commit();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    SqliteRows.of(connection, sql);
  }

  private Path database() throws IOException {
    Path file = folder.resolve("case.db");
    Files.deleteIfExists(file);
    return file;
  }
}
