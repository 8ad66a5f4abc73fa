package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example's revisions, the same scripts on every kind of database. */
class HedgeFundOnEveryDatabaseTest {
  private static final String[] ROWS = {
    "INSERT INTO hedge_fund_flows (name, nodes, edges, is_template) VALUES ('momentum', '[1]',"
        + " '[]', TRUE)",
    "INSERT INTO hedge_fund_flows (name, nodes, edges, created_at) VALUES ('value', '[]', '[2]',"
        + " '2025-07-01 09:00:00')",
    "INSERT INTO hedge_fund_flow_runs (flow_id, started_at) VALUES (2, '2025-07-01 09:00:00')",
    "INSERT INTO hedge_fund_flow_runs (flow_id, status) VALUES (1, 'DONE')"
  };
  private static final String KEPT =
      """
      SELECT r.id, f.name, r.status, r.run_number, CASE WHEN f.is_template THEN 'yes' END
      FROM hedge_fund_flow_runs r JOIN hedge_fund_flows f ON f.id = r.flow_id
      WHERE f.created_at IS NOT NULL ORDER BY r.id
      """;
  private static final List<String> KEPT_ROWS =
      List.of("1|value|IDLE|1|null", "2|momentum|DONE|1|yes");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void they_go_up_down_and_up_again_over_rows(DatabaseKind kind) throws SQLException {
    Application application = new Application(kind);

    application.succeeds("upgrade", "2f8c5d9e4b1a");
    application.target.execute(ROWS);
    application.succeeds("upgrade", "head");
    assertThat(application.target.query(KEPT)).isEqualTo(KEPT_ROWS);
    assertThat(application.target.query("SELECT DISTINCT trading_mode FROM hedge_fund_flow_runs"))
        .containsExactly("one-time");
    application.succeeds("drift");

    application.succeeds(
        "downgrade", "2f8c5d9e4b1a", "--confirm=" + application.target.shortName());
    assertThat(application.target.query(KEPT)).isEqualTo(KEPT_ROWS);
    application.succeeds("drift");
    application.succeeds("upgrade", "head");
    assertThat(application.target.query(KEPT)).isEqualTo(KEPT_ROWS);

    application.succeeds("downgrade", "base", "--confirm=" + application.target.shortName());
    application.succeeds("drift");
    application.succeeds("upgrade", "head");
    application.succeeds("drift");
    assertThat(application.target.query("SELECT count(*) FROM hedge_fund_flows"))
        .containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void each_leads_back_to_where_it_came_from(DatabaseKind kind) {
    assertThat(new Application(kind).succeeds("verify").err())
        .isEqualTo(
            "INFO  [limbeck] 5 revisions verified: up, down and up again over tables with rows.\n");
  }

  @ParameterizedTest
  @EnumSource
  void their_differences_to_the_models_are_those_that_are_known(DatabaseKind kind) {
    Application application = new Application(kind);
    application.succeeds("upgrade", "head");

    ProjectFolder.Ran check = application.run("check");

    assertThat(check.exitCode()).isEqualTo(4);
    assertThat(check.out().lines().map(line -> line.toLowerCase(Locale.ROOT)))
        .containsExactlyElementsOf(
            HedgeFundModelsTest.DIFFERENCES.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void a_generated_revision_makes_the_models_true_over_rows(DatabaseKind kind) throws SQLException {
    Application application = new Application(kind);
    application.succeeds("upgrade", "head");
    application.target.execute(ROWS);

    assertThat(application.succeeds("revision", "--autogenerate", "-m", "Keys").err())
        .contains("up, down and up again over 4 tables with rows");
    application.succeeds("upgrade", "head");

    application.succeeds("check");
    application.succeeds("drift");
    application.succeeds("downgrade", "-1");
    application.succeeds("drift");
    assertThat(application.target.query(KEPT)).isEqualTo(KEPT_ROWS);
  }

  /** A copy of the example, and a database of its own. */
  private final class Application {
    private final ProjectFolder project = ProjectFolder.ofHedgeFund(folder.resolve("app"));
    private final DatabaseKind.Target target;

    Application(DatabaseKind kind) {
      this.target = kind.in(folder);
    }

    ProjectFolder.Ran run(String... words) {
      return project.limbeck(
          Stream.concat(Stream.of("--url", target.url()), Stream.of(words)).toArray(String[]::new));
    }

    ProjectFolder.Ran succeeds(String... words) {
      ProjectFolder.Ran ran = run(words);
      assertThat(ran.exitCode()).as("%s %s", ran.out(), ran.err()).isZero();
      return ran;
    }
  }
}
