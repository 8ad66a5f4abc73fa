import io.limbeck.adapter.sqlite.SqliteModule;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.domain.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the schema of 2,000 tables with 10 columns each, and compares with asking SQLite's pragmas
 * about each table, which is the usual way and tells less: no checks, no names of constraints, no
 * expressions.
 *
 * <pre>java -cp 'target/limbeck/lib/*' benchmarks/SchemaBenchmark.java [TABLES]</pre>
 */
class SchemaBenchmark {
  private static final int ROUNDS = 15;

  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 2_000 : Integer.parseInt(args[0]);
    Path file = Files.createTempFile("limbeck-schema", ".db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      write(connection, count);
      double[] pragmas = new double[ROUNDS];
      double[] schema = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        schema[round] = millis(() -> check(read(file).tables().size(), count));
        pragmas[round] = millis(() -> ask(connection));
      }
      System.out.printf("tables           %9d%n", count);
      System.out.printf("first read       %9.0f ms (cold JVM)%n", schema[0]);
      System.out.printf("pragmas          %9.0f ms (median of %d)%n", median(pragmas), ROUNDS);
      System.out.printf("schema           %9.0f ms (median of %d)%n", median(schema), ROUNDS);
      System.out.printf("schema / pragmas %9.2f%n", median(schema) / median(pragmas));
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Connection connection, int count) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      for (int number = 0; number < count; number++) {
        statement.execute(
            """
            CREATE TABLE table_%1$d (
              id INTEGER NOT NULL,
              name VARCHAR(200) NOT NULL,
              status VARCHAR(50) DEFAULT 'IDLE' NOT NULL,
              created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
              started_at TIMESTAMP WITH TIME ZONE,
              request_data JSON,
              error_message TEXT,
              run_number INTEGER DEFAULT '1' NOT NULL,
              amount NUMERIC(10, 2) CHECK (amount > 0),
              parent_id INTEGER REFERENCES table_%2$d (id) ON DELETE CASCADE,
              PRIMARY KEY (id),
              UNIQUE (name, status)
            )
            """
                .formatted(number, number / 2));
        statement.execute(
            "CREATE INDEX ix_%1$d ON table_%1$d (status, created_at DESC)".formatted(number));
      }
      statement.execute("COMMIT");
    }
  }

  private static Schema read(Path file) {
    DatabaseSettings settings =
        new DatabaseSettings(
            DatabaseUrl.parse("sqlite:///" + file),
            file.getParent(),
            "alembic_version",
            "limbeck_history",
            Optional.empty(),
            Duration.ofSeconds(20),
            new DatabaseSettings.Signature("benchmark", "benchmark"),
            InstantSource.system());
    try (Database database = SqliteModule.storage().database(settings)) {
      return database.schema();
    }
  }

  private static void ask(Connection connection) throws SQLException {
    for (String table : names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      names(connection, "PRAGMA table_xinfo(%s)".formatted(table));
      names(connection, "PRAGMA foreign_key_list(%s)".formatted(table));
      for (String index : names(connection, "SELECT name FROM pragma_index_list('%s')".formatted(table))) {
        names(connection, "PRAGMA index_xinfo(%s)".formatted(index));
      }
    }
  }

  private static List<String> names(Connection connection, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double millis(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void check(int found, int wanted) {
    if (found != wanted) {
      throw new IllegalStateException(found + " instead of " + wanted);
    }
  }
}
