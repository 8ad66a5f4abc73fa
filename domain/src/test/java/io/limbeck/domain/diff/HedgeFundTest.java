package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.column;
import static io.limbeck.domain.diff.Drafts.foreignKey;
import static io.limbeck.domain.diff.Drafts.index;
import static io.limbeck.domain.diff.Drafts.named;
import static io.limbeck.domain.diff.Drafts.notNull;
import static io.limbeck.domain.diff.Drafts.primaryKey;
import static io.limbeck.domain.diff.Drafts.schema;
import static io.limbeck.domain.diff.Drafts.table;
import static io.limbeck.domain.diff.Drafts.unique;
import static io.limbeck.domain.diff.Drafts.uniqueIndex;
import static io.limbeck.domain.diff.Drafts.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The differences between the AI hedge fund application's revisions and its models. */
class HedgeFundTest {
  private static final String RUNS = "hedge_fund_flow_runs";
  private static final String CYCLES = "hedge_fund_flow_run_cycles";
  private static final Object ID = notNull(column("id", "INTEGER"));
  private static final Object FLOWS = table("hedge_fund_flows", ID, primaryKey("id"));

  private static Schema database() {
    return schema(
        FLOWS,
        table(
            RUNS,
            ID,
            primaryKey("id"),
            notNull(column("flow_id", "INTEGER")),
            notNull(withDefault(column("status", "VARCHAR(50)"), "'IDLE'"))),
        table(
            CYCLES,
            ID,
            primaryKey("id"),
            notNull(column("flow_run_id", "INTEGER")),
            column("cycle_number", "INTEGER"),
            column("started_at", "TIMESTAMP"),
            index("ix_" + CYCLES + "_id", "id"),
            index("ix_" + CYCLES + "_cycle_number", "cycle_number"),
            index("ix_" + CYCLES + "_started_at", "started_at")),
        table(
            "api_keys",
            ID,
            primaryKey("id"),
            notNull(column("provider", "VARCHAR(100)")),
            unique("provider"),
            index("ix_api_keys_provider", "provider")));
  }

  private static Schema models() {
    return schema(
        FLOWS,
        table(
            RUNS,
            ID,
            primaryKey("id"),
            notNull(column("flow_id", "INTEGER")),
            notNull(column("status", "VARCHAR(50)")),
            named("fk_runs", foreignKey("flow_id", "hedge_fund_flows"))),
        table(
            CYCLES,
            ID,
            primaryKey("id"),
            notNull(column("flow_run_id", "INTEGER")),
            column("cycle_number", "INTEGER"),
            column("started_at", "TIMESTAMP"),
            named("fk_cycles", foreignKey("flow_run_id", RUNS)),
            index("ix_" + CYCLES + "_id", "id")),
        table(
            "api_keys",
            ID,
            primaryKey("id"),
            notNull(column("provider", "VARCHAR(100)")),
            uniqueIndex("ix_api_keys_provider", "provider")));
  }

  @Test
  void models_that_do_not_speak_of_defaults_differ_in_the_rest() {
    Silence silence = Silence.about(List.of(Silence.Aspect.DEFAULTS));

    SchemaDiff diff = SchemaDiff.between(database(), models(), Terms.strict().with(silence));

    assertThat(diff.differences())
        .extracting(difference -> difference.sentence("the models"))
        .containsExactly(
            "unique constraint on api_keys (provider) is not in the models",
            "index ix_api_keys_provider on api_keys is (provider), and UNIQUE (provider) in the"
                + " models",
            "foreign key fk_cycles on hedge_fund_flow_run_cycles (flow_run_id) ->"
                + " hedge_fund_flow_runs (id) is missing",
            "index ix_hedge_fund_flow_run_cycles_cycle_number on hedge_fund_flow_run_cycles"
                + " (cycle_number) is not in the models",
            "index ix_hedge_fund_flow_run_cycles_started_at on hedge_fund_flow_run_cycles"
                + " (started_at) is not in the models",
            "foreign key fk_runs on hedge_fund_flow_runs (flow_id) -> hedge_fund_flows (id)"
                + " is missing");
    assertThat(InShort.of(diff.operations()))
        .containsExactly(
            "drop index ix_hedge_fund_flow_run_cycles_started_at on hedge_fund_flow_run_cycles"
                + " (started_at)",
            "drop index ix_hedge_fund_flow_run_cycles_cycle_number on hedge_fund_flow_run_cycles"
                + " (cycle_number)",
            "drop index ix_api_keys_provider on api_keys (provider)",
            "drop unique constraint on api_keys (provider)",
            "create index ix_api_keys_provider on api_keys UNIQUE (provider)",
            "add foreign key fk_cycles on hedge_fund_flow_run_cycles (flow_run_id) ->"
                + " hedge_fund_flow_runs (id)",
            "add foreign key fk_runs on hedge_fund_flow_runs (flow_id) -> hedge_fund_flows (id)");
    assertThat(diff.notes())
        .containsExactly(
            "The default 'IDLE' of column hedge_fund_flow_runs.status stays as it is:"
                + " the models say nothing about defaults.");
  }

  @Test
  void models_that_can_speak_of_defaults_differ_in_them_too() {
    assertThat(InShort.of(SchemaDiff.between(database(), models()).operations()))
        .contains("default of hedge_fund_flow_runs.status: none, not 'IDLE'");
  }
}
