package app.backend.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.hibernate.annotations.ColumnDefault;

/** One cycle of a run: what the analysts said, what was decided and what was traded. */
@Entity
@Table(
    name = "hedge_fund_flow_run_cycles",
    indexes = {
      @Index(name = "ix_hedge_fund_flow_run_cycles_id", columnList = "id"),
      @Index(name = "ix_hedge_fund_flow_run_cycles_flow_run_id", columnList = "flow_run_id")
    })
public class HedgeFundFlowRunCycle {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Integer id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "flow_run_id")
  public HedgeFundFlowRun flowRun;

  /** Counts the cycles of a run, from 1. */
  @Column(name = "cycle_number", nullable = false)
  public Integer cycleNumber;

  @ColumnDefault("CURRENT_TIMESTAMP")
  @Column(name = "created_at")
  public OffsetDateTime createdAt;

  @Column(name = "started_at", nullable = false)
  public OffsetDateTime startedAt;

  @Column(name = "completed_at")
  public OffsetDateTime completedAt;

  @Column(name = "analyst_signals", columnDefinition = "JSON")
  public String analystSignals;

  @Column(name = "trading_decisions", columnDefinition = "JSON")
  public String tradingDecisions;

  @Column(name = "executed_trades", columnDefinition = "JSON")
  public String executedTrades;

  @Column(name = "portfolio_snapshot", columnDefinition = "JSON")
  public String portfolioSnapshot;

  @Column(name = "performance_metrics", columnDefinition = "JSON")
  public String performanceMetrics;

  /** IN_PROGRESS, COMPLETED or ERROR. */
  @Column(nullable = false, length = 50)
  public String status = "IN_PROGRESS";

  @Column(name = "error_message", columnDefinition = "TEXT")
  public String errorMessage;

  @Column(name = "llm_calls_count")
  public Integer llmCallsCount = 0;

  @Column(name = "api_calls_count")
  public Integer apiCallsCount = 0;

  /** In dollars, as text. */
  @Column(name = "estimated_cost", length = 20)
  public String estimatedCost;

  /** Why it ran: the schedule, a person, an event. */
  @Column(name = "trigger_reason", length = 100)
  public String triggerReason;

  @Column(name = "market_conditions", columnDefinition = "JSON")
  public String marketConditions;
}
