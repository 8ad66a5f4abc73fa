package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's models, against the database that its revisions make. */
class HedgeFundModelsTest {
  static final List<String> DIFFERENCES =
      List.of(
          "unique constraint on api_keys (provider) is not in the models",
          "index ix_api_keys_provider on api_keys is (provider), and UNIQUE (provider) in the"
              + " models",
          "foreign key on hedge_fund_flow_run_cycles (flow_run_id) -> hedge_fund_flow_runs (id) is"
              + " missing",
          "index ix_hedge_fund_flow_run_cycles_cycle_number on hedge_fund_flow_run_cycles"
              + " (cycle_number) is not in the models",
          "index ix_hedge_fund_flow_run_cycles_started_at on hedge_fund_flow_run_cycles"
              + " (started_at) is not in the models",
          "index ix_hedge_fund_flow_run_cycles_status on hedge_fund_flow_run_cycles (status) is"
              + " not in the models",
          "foreign key on hedge_fund_flow_runs (flow_id) -> hedge_fund_flows (id) is missing");

  @TempDir private Path folder;
  private ProjectFolder project;

  @BeforeEach
  void copy_the_application_and_fill_its_tables() {
    project = ProjectFolder.ofHedgeFund(folder.resolve("app"));
    run("upgrade", "head");
    Content.execute(
        project.database(),
        "INSERT INTO hedge_fund_flows (id, name, nodes, edges) VALUES (1, 'one', '[]', '[]')",
        "INSERT INTO hedge_fund_flow_runs (id, flow_id) VALUES (10, 1), (11, 1)",
        "INSERT INTO hedge_fund_flow_run_cycles (id, flow_run_id, cycle_number, started_at)"
            + " VALUES (100, 10, 1, '2025-01-01'), (101, 10, 2, '2025-01-02')",
        "INSERT INTO api_keys (id, provider, key_value) VALUES (1, 'openai', 'k')");
  }

  @Test
  void the_differences_are_those_that_are_known_and_no_others() {
    ProjectFolder.Ran ran = project.limbeck("check");

    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(ran.out().lines()).containsExactlyElementsOf(DIFFERENCES);
    assertThat(ran.err())
        .contains(
            "The default 'IDLE' of column hedge_fund_flow_runs.status stays as it is: the models"
                + " say nothing about defaults.");
  }

  @Test
  void a_generated_revision_makes_the_models_true_over_rows_and_is_undone() {
    ProjectFolder.Ran generated = project.limbeck("revision", "--autogenerate", "-m", "Keys");

    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(generated.err())
        .endsWith(
            "INFO  [limbeck] Proven in a throw-away database: up, down and up again over 4 tables"
                + " with rows.\n");
    List<String> rows = rows();

    run("upgrade", "head");
    assertThat(rows()).isEqualTo(rows);
    run("check");
    assertThat(project.limbeck("revision", "--autogenerate", "-m", "Again").err())
        .endsWith("INFO  [limbeck] No changes in schema detected; nothing is written.\n");
    run("verify");

    run("downgrade", "-1");
    assertThat(rows()).isEqualTo(rows);
    run("drift");
    assertThat(project.limbeck("check").exitCode()).isEqualTo(3);
  }

  @Test
  void what_is_edited_in_a_model_is_in_the_next_revision() throws IOException {
    run("revision", "--autogenerate", "-m", "Keys");
    run("upgrade", "head");
    edit(
        "ApiKey.java",
        "  @Column(columnDefinition = \"TEXT\")\n  public String description;",
        "  // was: description\n  @Column(columnDefinition = \"TEXT\")\n  public String remarks;");

    run("revision", "--autogenerate", "-m", "Remarks", "--rev-id", "remarks1");

    assertThat(
            Files.readString(
                folder.resolve("app/app/backend/alembic/versions/remarks1_remarks.sql")))
        .contains("ALTER TABLE api_keys RENAME COLUMN description TO remarks;")
        .doesNotContain("DROP COLUMN");
    run("upgrade", "head");
    run("check");
  }

  private void edit(String file, String from, String to) throws IOException {
    try (var files = Files.walk(folder.resolve("app/app/backend/database"))) {
      Path source =
          files
              .filter(each -> each.getFileName().toString().equals(file))
              .findFirst()
              .orElseThrow();
      String text = Files.readString(source);
      assertThat(text).contains(from);
      Files.writeString(source, text.replace(from, to));
    }
  }

  private List<String> rows() {
    return Content.query(
        project.database(),
        """
        SELECT 'flow ' || id || name FROM hedge_fund_flows
        UNION ALL SELECT 'run ' || id || flow_id || status FROM hedge_fund_flow_runs
        UNION ALL SELECT 'cycle ' || id || flow_run_id || cycle_number
          FROM hedge_fund_flow_run_cycles
        UNION ALL SELECT 'key ' || id || provider || key_value FROM api_keys
        """);
  }

  private void run(String... words) {
    ProjectFolder.Ran ran = project.limbeck(words);
    assertThat(ran.exitCode()).as("%s %s", ran.out(), ran.err()).isZero();
  }
}
