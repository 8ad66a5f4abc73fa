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
  void what_is_edited_in_the_models_is_in_the_next_revision() throws IOException {
    run("revision", "--autogenerate", "-m", "Keys");
    run("upgrade", "head");
    List<String> rows = rows();
    String schema = schema();
    edit(
        "ApiKey.java",
        "  @Column(columnDefinition = \"TEXT\")\n  public String description;",
        "  // was: description\n  @Column(columnDefinition = \"TEXT\")\n  public String remarks;");
    edit("ApiKey.java", "nullable = false, length = 100", "nullable = false, length = 200");
    edit(
        "HedgeFundFlowRun.java",
        "@Column(name = \"run_number\", nullable = false)",
        "@Column(name = \"run_number\", nullable = false)\n"
            + "  @org.hibernate.annotations.Check(name = \"from_one\", constraints = \"run_number"
            + " >= 1\")");
    Files.writeString(
        models().resolve("Alert.java"),
        """
        package app.backend.database;

        import jakarta.persistence.*;
        import org.hibernate.annotations.OnDelete;
        import org.hibernate.annotations.OnDeleteAction;

        @Entity
        @Table(name = "alerts", indexes = @Index(name = "ix_alerts_run_id", columnList = "run_id"))
        public class Alert {
          @Id
          @GeneratedValue(strategy = GenerationType.IDENTITY)
          public Integer id;

          @ManyToOne(optional = false)
          @JoinColumn(name = "run_id")
          @OnDelete(action = OnDeleteAction.CASCADE)
          public HedgeFundFlowRun run;

          @Column(nullable = false, length = 500)
          public String text;
        }
        """);

    run("revision", "--autogenerate", "-m", "Alerts", "--rev-id", "alerts1");

    assertThat(
            Files.readString(project.ini().resolveSibling("alembic/versions/alerts1_alerts.sql")))
        .contains(
            """
            -- Proof: up, down and up again over 5 tables with rows.

            -- migrate:upgrade
            ALTER TABLE api_keys RENAME COLUMN description TO remarks;
            ALTER TABLE api_keys ALTER COLUMN provider SET DATA TYPE VARCHAR(200);
            ALTER TABLE hedge_fund_flow_runs ADD CONSTRAINT from_one CHECK (run_number >= 1);
            CREATE TABLE alerts (
              id INTEGER NOT NULL,
              run_id INTEGER NOT NULL,
              text VARCHAR(500) NOT NULL,
              CONSTRAINT alerts_pkey PRIMARY KEY (id),
              CONSTRAINT alerts_run_id_fkey FOREIGN KEY (run_id) REFERENCES hedge_fund_flow_runs (id) ON DELETE CASCADE
            );
            CREATE INDEX ix_alerts_run_id ON alerts (run_id);
            """);
    run("upgrade", "head");
    assertThat(rows()).isEqualTo(rows);
    assertThat(schema())
        .contains("CHECK (run_number >= 1)", "ON DELETE CASCADE", "provider VARCHAR(200)");
    assertThat(project.limbeck("check").err())
        .doesNotContain("is ignored")
        .endsWith("INFO  [limbeck] No new upgrade operations detected.\n");
    assertThat(project.limbeck("revision", "--autogenerate", "-m", "Again").err())
        .endsWith("INFO  [limbeck] No changes in schema detected; nothing is written.\n");
    run("verify");

    run("downgrade", "-1");
    assertThat(rows()).isEqualTo(rows);
    assertThat(schema()).isEqualTo(schema);
    run("drift");
  }

  /** Everything but the tables of Limbeck itself, as SQLite keeps it. */
  private String schema() {
    return String.join(
        "\n",
        Content.query(
            project.database(),
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'limbeck%'"
                + " ORDER BY name"));
  }

  private Path models() {
    return project.ini().resolveSibling("database");
  }

  private void edit(String file, String from, String to) throws IOException {
    Path source = models().resolve(file);
    String text = Files.readString(source);
    assertThat(text).contains(from);
    Files.writeString(source, text.replace(from, to));
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
