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

/** A run of a flow, once or again and again. */
@Entity
@Table(
    name = "hedge_fund_flow_runs",
    indexes = {
      @Index(name = "ix_hedge_fund_flow_runs_id", columnList = "id"),
      @Index(name = "ix_hedge_fund_flow_runs_flow_id", columnList = "flow_id")
    })
public class HedgeFundFlowRun {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Integer id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "flow_id")
  public HedgeFundFlow flow;

  @ColumnDefault("CURRENT_TIMESTAMP")
  @Column(name = "created_at")
  public OffsetDateTime createdAt;

  @Column(name = "updated_at")
  public OffsetDateTime updatedAt;

  /** IDLE, IN_PROGRESS, COMPLETE or ERROR. */
  @Column(nullable = false, length = 50)
  public String status = "IDLE";

  @Column(name = "started_at")
  public OffsetDateTime startedAt;

  @Column(name = "completed_at")
  public OffsetDateTime completedAt;

  /** one-time, continuous or advisory. */
  @Column(name = "trading_mode", nullable = false, length = 50)
  public String tradingMode = "one-time";

  /** hourly, daily or weekly. */
  @Column(length = 50)
  public String schedule;

  @Column(length = 50)
  public String duration;

  @Column(name = "request_data", columnDefinition = "JSON")
  public String requestData;

  @Column(name = "initial_portfolio", columnDefinition = "JSON")
  public String initialPortfolio;

  @Column(name = "final_portfolio", columnDefinition = "JSON")
  public String finalPortfolio;

  @Column(columnDefinition = "JSON")
  public String results;

  @Column(name = "error_message", columnDefinition = "TEXT")
  public String errorMessage;

  /** Counts the runs of a flow, from 1. */
  @Column(name = "run_number", nullable = false)
  public Integer runNumber = 1;
}
