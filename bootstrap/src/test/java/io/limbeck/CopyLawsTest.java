package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.h2.H2Module;
import io.limbeck.adapter.postgresql.EmbeddedServer;
import io.limbeck.adapter.postgresql.PostgresqlModule;
import io.limbeck.adapter.sqlite.SqliteModule;
import io.limbeck.application.copy.Copied;
import io.limbeck.application.copy.Copied.CopiedTable;
import io.limbeck.application.copy.Copy;
import io.limbeck.application.copy.CopyProgress;
import io.limbeck.application.copy.RowStorage;
import io.limbeck.application.copy.Side;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Storage;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.schema.CircularReferencesException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the tables and rows, and wherever a copy stops: it arrives, and nothing is another. */
class CopyLawsTest {
  private static final int SCHEMAS = Boolean.getBoolean("limbeck.stress") ? 2_000 : 40;

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SCHEMAS);
  }

  static LongStream fewerSeeds() {
    return LongStream.rangeClosed(1_001, 1_000 + SCHEMAS / 4);
  }

  @ParameterizedTest
  @MethodSource("fewerSeeds")
  void rows_that_went_to_postgresql_and_back_are_what_they_were(long seed) {
    RandomTables tables = new RandomTables(seed);
    EmbeddedServer server = EmbeddedServer.shared();
    String database = server.newDatabase();
    try {
      server.execute(
          database,
          tables.ofH2().stream().map(sql -> sql.replace(" BLOB", " BYTEA")).toArray(String[]::new));
      thereAndBack(
          tables,
          seed,
          side(server.url(database), PostgresqlModule.storage(), PostgresqlModule.rows()));
    } finally {
      server.drop(database);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rows_that_went_to_h2_and_back_are_what_they_were(long seed) throws SQLException {
    RandomTables tables = new RandomTables(seed);
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try (Connection h2 = DriverManager.getConnection(url)) {
      execute(h2, tables.ofH2());
      thereAndBack(tables, seed, side(url, H2Module.storage(), H2Module.rows()));
    }
  }

  private void thereAndBack(RandomTables tables, long seed, Side to) {
    Path source = folder.resolve("source.db");
    Path back = folder.resolve("back.db");
    Content.execute(source, tables.ofSqlite().toArray(String[]::new));
    Content.execute(source, tables.rows().toArray(String[]::new));
    Content.execute(back, tables.ofSqlite().toArray(String[]::new));
    Random chance = new Random(seed);
    Side from = side("sqlite:///" + source, SqliteModule.storage(), SqliteModule.rows());
    Side home = side("sqlite:///" + back, SqliteModule.storage(), SqliteModule.rows());
    try {
      List<CopiedTable> there = copied(from, to, chance);
      List<CopiedTable> again = copied(to, home, chance);

      assertThat(again)
          .extracting(table -> table.content().rows())
          .containsExactlyInAnyOrderElementsOf(
              there.stream().map(table -> table.content().rows()).toList());
      for (String query : tables.queries()) {
        assertThat(Content.query(back, query)).isEqualTo(Content.query(source, query));
      }
    } catch (CircularReferencesException refused) {
      assertThat(tables.hasCircleThatCannotBeEmpty()).isTrue();
    } finally {
      List.of(from, to, home).forEach(side -> side.database().close());
    }
  }

  /** Runs a copy that is stopped now and then, until it is not. */
  private static List<CopiedTable> copied(Side from, Side to, Random chance) {
    for (int stops = 0; stops < 6; stops++) {
      StoppedRows stopped = new StoppedRows(to.rows(), 1 + chance.nextInt(6));
      try {
        return run(from, new Side(to.url(), to.database(), stopped)).tables();
      } catch (StoppedRows.Stop stop) {
        // And again.
      }
    }
    return run(from, to).tables();
  }

  private static Copied run(Side from, Side to) {
    return new Copy(from, to, 3).run(Selection.all(), CopyProgress.none());
  }

  private static void execute(Connection connection, List<String> sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  private static Side side(String url, Storage storage, RowStorage rows) {
    DatabaseSettings settings =
        new DatabaseSettings(
            DatabaseUrl.parse(url),
            Path.of("").toAbsolutePath(),
            "alembic_version",
            "limbeck_history",
            Optional.empty(),
            Duration.ofSeconds(20),
            new DatabaseSettings.Signature("ada@engine", "0.1.0"),
            InstantSource.system());
    return new Side(settings.url(), storage.database(settings), rows.rows(settings));
  }
}
