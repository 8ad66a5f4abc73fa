package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.SqliteModule;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.domain.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of the hedge fund application as they are found with its people. */
class HedgeFundDatabasesTest {
  private static final List<String> REVISIONS =
      List.of("5274886e5bee", "1b1feba3d897", "2f8c5d9e4b1a", "3f9a6b7c8d2e", "d5e78f9a1b2c");
  private static final String HEAD = REVISIONS.getLast();
  private static final String CYCLES =
      "app/backend/alembic/versions/3f9a6b7c8d2e_add_hedgefundflowruncycle_table.sql";
  private static final List<String> INDEXES_OF_CYCLES =
      List.of(
          "ix_hedge_fund_flow_run_cycles_cycle_number",
          "ix_hedge_fund_flow_run_cycles_flow_run_id",
          "ix_hedge_fund_flow_run_cycles_id",
          "ix_hedge_fund_flow_run_cycles_started_at",
          "ix_hedge_fund_flow_run_cycles_status");

  private static final String CONFIRMED = "--confirm=hedge_fund.db";

  @TempDir private Path folder;
  private ProjectFolder project;

  @BeforeEach
  void copy_the_application() {
    project = ProjectFolder.ofHedgeFund(folder.resolve("hedge fund"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void a_database_that_alembic_left_is_taken_over_and_moved_up_and_down(int revisions) {
    String left = REVISIONS.get(revisions - 1);
    alembic(revisions);
    populate(revisions);
    Content before = Content.of(project.database());
    List<String> rows = rows(revisions);

    assertThat(limbeck("current")).isEqualTo(left.equals(HEAD) ? HEAD + " (head)\n" : left + "\n");
    assertThat(Content.of(project.database())).isEqualTo(before);

    limbeck("upgrade", "head");
    assertThat(schema(project)).isEqualTo(schema(ours("head")));
    assertThat(rows(revisions)).isEqualTo(rows);

    limbeck("downgrade", left, CONFIRMED);
    assertThat(schema(project)).isEqualTo(schema(ours(left)));
    assertThat(rows(revisions)).isEqualTo(rows);

    for (int applied = revisions - 1; applied > 0; applied--) {
      limbeck("downgrade", "-1", CONFIRMED);
      assertThat(schema(project)).isEqualTo(schema(ours(REVISIONS.get(applied - 1))));
    }
    limbeck("downgrade", "-1", CONFIRMED);
    assertThat(schema(project)).isEqualTo(Schema.empty());
    assertThat(Content.query(project.database(), "SELECT count(*) FROM alembic_version"))
        .containsExactly("0");
    assertThat(limbeck("current")).isEmpty();
  }

  @Test
  void what_alembic_left_when_the_applications_own_fourth_revision_failed_is_completed() {
    alembic(4);
    Content.execute(
        project.database(),
        "DROP INDEX ix_hedge_fund_flow_run_cycles_cycle_number",
        "DROP INDEX ix_hedge_fund_flow_run_cycles_status",
        "DROP INDEX ix_hedge_fund_flow_run_cycles_started_at",
        "UPDATE alembic_version SET version_num = '2f8c5d9e4b1a'");
    populate(4);
    List<String> rows = rows(4);

    limbeck("upgrade", "head");

    assertThat(indexesOfCycles()).isEqualTo(INDEXES_OF_CYCLES);
    assertThat(schema(project)).isEqualTo(schema(ours("head")));
    assertThat(rows(4)).isEqualTo(rows);
  }

  @Test
  void an_index_made_twice_fails_its_revision_and_nothing_else() throws IOException {
    Path script = project.folder().resolve(CYCLES);
    String right = Files.readString(script);
    String made =
        "CREATE INDEX IF NOT EXISTS ix_hedge_fund_flow_run_cycles_flow_run_id ON"
            + " hedge_fund_flow_run_cycles (flow_run_id);\n";
    String again = made.replace("IF NOT EXISTS ", "");
    Files.writeString(script, right.replace(made, made + again));
    int line = (int) right.substring(0, right.indexOf(made) + made.length()).lines().count() + 1;
    limbeck("upgrade", "2f8c5d9e4b1a");
    populate(3);
    Content before = Content.of(project.database());
    byte[] bytes = Files.readAllBytes(project.database());

    ProjectFolder.Ran failed = project.limbeck("upgrade", "head");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .isEqualTo(
            """
            INFO  [limbeck] Running upgrade 2f8c5d9e4b1a -> 3f9a6b7c8d2e, Add HedgeFundFlowRunCycle table and update HedgeFundFlowRun
            FAILED: Revision 3f9a6b7c8d2e failed at %s:%d: index ix_hedge_fund_flow_run_cycles_flow_run_id already exists.
              The database is as it was before this revision, at 2f8c5d9e4b1a. Mend the script and run again.
            """
                .formatted(script, line));
    assertThat(Content.of(project.database())).isEqualTo(before);
    assertThat(project.database()).hasBinaryContent(bytes);
    assertThat(project.files()).containsExactly("hedge_fund.db");

    Files.writeString(script, right);
    limbeck("upgrade", "head");

    assertThat(indexesOfCycles()).isEqualTo(INDEXES_OF_CYCLES);
    assertThat(schema(project)).isEqualTo(schema(ours("head")));
    assertThat(Content.query(project.database(), "SELECT revision FROM limbeck_history"))
        .isEqualTo(REVISIONS);
  }

  /** Runs the program, which must succeed, and returns its result. */
  private String limbeck(String... words) {
    ProjectFolder.Ran ran = project.limbeck(words);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return ran.out();
  }

  /** {@return a database that nobody but Limbeck has brought to {@code revision}} */
  private ProjectFolder ours(String revision) {
    ProjectFolder other = ProjectFolder.ofHedgeFund(folder.resolve("ours at " + revision));
    assertThat(other.limbeck("upgrade", revision).exitCode()).isZero();
    return other;
  }

  /** Does what Alembic does for the first revisions. */
  private void alembic(int revisions) {
    try (var resource =
        Objects.requireNonNull(
            HedgeFundDatabasesTest.class.getResourceAsStream("/alembic/hedge_fund.sql"))) {
      String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      Pattern.compile("^-- Running upgrade .*$", Pattern.MULTILINE)
          .splitAsStream(sql)
          .skip(1)
          .limit(revisions)
          .flatMap(revision -> Stream.of(revision.split(";\n")))
          .filter(statement -> !statement.isBlank())
          .forEach(statement -> Content.execute(project.database(), statement));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void populate(int revisions) {
    Content.execute(
        project.database(),
        "INSERT INTO hedge_fund_flows (name, nodes, edges) VALUES ('momentum', '[1]', '[]')",
        "INSERT INTO hedge_fund_flows (name, nodes, edges) VALUES ('value', '[]', '[2]')");
    if (revisions >= 3) {
      Content.execute(
          project.database(),
          "INSERT INTO hedge_fund_flow_runs (flow_id, started_at) VALUES (2, '2025-07-01 09:00')");
    }
  }

  private List<String> rows(int revisions) {
    List<String> rows =
        new ArrayList<>(
            Content.query(
                project.database(), "SELECT id, created_at, name, nodes FROM hedge_fund_flows"));
    if (revisions >= 3) {
      rows.addAll(
          Content.query(
              project.database(),
              "SELECT id, created_at, flow_id, status, started_at FROM hedge_fund_flow_runs"));
    }
    return rows;
  }

  private List<String> indexesOfCycles() {
    return Content.query(
        project.database(),
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name ="
            + " 'hedge_fund_flow_run_cycles' ORDER BY name");
  }

  /** {@return the schema as it is read, so that two spellings of one thing are equal} */
  private static Schema schema(ProjectFolder project) {
    DatabaseSettings settings =
        new DatabaseSettings(
            DatabaseUrl.parse("sqlite:///" + project.database()),
            project.folder(),
            "alembic_version",
            "limbeck_history",
            Optional.empty(),
            Duration.ofSeconds(20),
            new DatabaseSettings.Signature("ada@engine", "0.1.0"),
            InstantSource.system());
    try (Database database = SqliteModule.storage().database(settings)) {
      return database.schema();
    }
  }
}
