package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.cli.CliModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the hedge fund application's people, on a real file. */
class HedgeFundWalkTest {
  private static final Path EXAMPLE =
      Path.of("../examples/hedge-fund").toAbsolutePath().normalize();
  private static final String INI = "app/backend/alembic.ini";

  @TempDir Path folder;
  private Path application;
  private String out = "";
  private String err = "";

  @BeforeEach
  void copyTheApplication() throws IOException {
    application = folder.resolve("hedge fund");
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("app"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = application.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private int limbeck(Map<String, String> environment, Path workingDirectory, String... words) {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    int exitCode =
        Main.run(
            new CliModule.World(
                new PrintWriter(printed),
                new PrintWriter(told),
                environment,
                workingDirectory,
                false),
            words);
    out = printed.toString();
    err = told.toString();
    return exitCode;
  }

  private int limbeck(String... words) {
    List<String> all = new ArrayList<>(List.of("-c", INI));
    all.addAll(List.of(words));
    // A relative path of an argument belongs to the process; here the process is Maven's.
    all.set(1, application.resolve(INI).toString());
    return limbeck(Map.of(), application, all.toArray(String[]::new));
  }

  private List<String> query(Path database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  @Test
  void every_command_of_the_guide_works_with_the_programs_name_alone_changed() throws Exception {
    Path database = application.resolve("hedge_fund.db");

    assertThat(limbeck("current")).isZero();
    assertThat(out).isEmpty();
    assertThat(database).doesNotExist();

    assertThat(limbeck("upgrade", "head")).isZero();
    assertThat(err).contains("Running upgrade 3f9a6b7c8d2e -> d5e78f9a1b2c, add_api_keys_table");
    assertThat(query(database, "select name from sqlite_schema where type = 'table' order by 1"))
        .containsExactly(
            "alembic_version",
            "api_keys",
            "hedge_fund_flow_run_cycles",
            "hedge_fund_flow_runs",
            "hedge_fund_flows",
            "limbeck_history");

    assertThat(limbeck("upgrade", "head")).isZero();
    assertThat(err).contains("Nothing to do").doesNotContain("Running");

    assertThat(limbeck("downgrade", "-1")).isZero();
    assertThat(limbeck("downgrade", "3f9a6b7c8d2e")).isZero();
    assertThat(limbeck("current")).isZero();
    assertThat(out).isEqualTo("3f9a6b7c8d2e\n");
    assertThat(limbeck("current", "--check-heads")).isEqualTo(3);

    assertThat(limbeck("history", "--verbose")).isZero();
    assertThat(out).startsWith("Rev: d5e78f9a1b2c (head)\nParent: 3f9a6b7c8d2e\nPath: ");

    assertThat(limbeck("downgrade", "base")).isZero();
    assertThat(query(database, "select name from sqlite_schema where type = 'table' order by 1"))
        .containsExactly("alembic_version", "limbeck_history");
    assertThat(query(database, "select version_num from alembic_version")).isEmpty();

    Files.delete(database);
    assertThat(limbeck("upgrade", "+2")).isZero();
    assertThat(query(database, "select version_num from alembic_version"))
        .containsExactly("1b1feba3d897");

    assertThat(limbeck("stamp", "head")).isZero();
    assertThat(query(database, "select version_num from alembic_version"))
        .containsExactly("d5e78f9a1b2c");
    assertThat(query(database, "select count(*) from limbeck_history")).containsExactly("3");
  }

  @Test
  void a_key_that_was_stored_goes_only_with_the_databases_name() throws Exception {
    Path database = application.resolve("hedge_fund.db");
    limbeck("upgrade", "head");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("insert into api_keys (provider, key_value) values ('openai', 'x')");
    }

    assertThat(limbeck("downgrade", "-1")).isEqualTo(9);
    assertThat(err).startsWith("FAILED: The downgrade would lose api_keys (1 row).");
    assertThat(query(database, "select count(*) from api_keys")).containsExactly("1");

    assertThat(limbeck("downgrade", "-1", "--confirm=hedge_fund.db")).isZero();
    assertThat(query(database, "select version_num from alembic_version"))
        .containsExactly("3f9a6b7c8d2e");
  }

  @Test
  void a_new_revision_builds_on_the_head() throws Exception {
    assertThat(limbeck("revision", "-m", "Add new table X", "--rev-id", "aaaa1111bbbb")).isZero();

    Path script =
        application.resolve("app/backend/alembic/versions/aaaa1111bbbb_add_new_table_x.sql");
    assertThat(script).exists();
    assertThat(Files.readString(script)).contains("-- Revises: d5e78f9a1b2c");
    assertThat(limbeck("revision", "-m", "again", "--rev-id", "aaaa1111bbbb")).isEqualTo(1);
    assertThat(limbeck("heads")).isZero();
    assertThat(out).isEqualTo("aaaa1111bbbb (head)\n");
  }

  @Test
  void the_environment_moves_the_database_and_the_working_directory_does_not_matter()
      throws Exception {
    Path elsewhere =
        Files.createDirectories(folder.resolve("my_custom_path/hedge_fund.db").getParent())
            .resolve("hedge_fund.db");
    Map<String, String> environment = new HashMap<>();
    environment.put("SQLALCHEMY_URL", "sqlite:///" + elsewhere);

    int exitCode =
        limbeck(environment, folder, "-c", application.resolve(INI).toString(), "upgrade", "head");

    assertThat(exitCode).isZero();
    assertThat(query(elsewhere, "select version_num from alembic_version"))
        .containsExactly("d5e78f9a1b2c");
    assertThat(application.resolve("hedge_fund.db")).doesNotExist();
  }
}
