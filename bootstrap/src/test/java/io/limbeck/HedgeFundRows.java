package io.limbeck;

import java.nio.file.Path;
import java.util.List;

/**
 * Rows for the example's tables, in which every column has a value somewhere and none elsewhere.
 */
final class HedgeFundRows {
  static final List<String> TABLES =
      List.of("hedge_fund_flows", "hedge_fund_flow_runs", "hedge_fund_flow_run_cycles", "api_keys");

  /**
   * What the tables hold, spelled alike by every database that it may be asked of: times without
   * their zones and seconds, JSON by its texts' parts.
   */
  static final List<String> QUERIES =
      List.of(
          "SELECT id, name, description, CAST(is_template AS INTEGER) FROM hedge_fund_flows ORDER"
              + " BY id",
          "SELECT id, flow_id, status, error_message, run_number, trading_mode, schedule, duration"
              + " FROM hedge_fund_flow_runs ORDER BY id",
          "SELECT id, flow_run_id, cycle_number, status, llm_calls_count, estimated_cost FROM"
              + " hedge_fund_flow_run_cycles ORDER BY id",
          "SELECT id, provider, key_value, description, CAST(is_active AS INTEGER) FROM api_keys"
              + " ORDER BY id");

  private HedgeFundRows() {}

  static void insert(Path database) {
    Content.execute(
        database,
        """
        INSERT INTO hedge_fund_flows (id, created_at, updated_at, name, description, nodes, edges,
          viewport, is_template, tags, data) VALUES
        (1, '2025-06-20 14:50:24', '2025-06-21 00:00:00.123456', 'momentum', 'Zürich 😀 "fast"',
          '[{"id": "n1", "x": 1.50, "y": -2e3}]', '[]', '{"zoom": 0.5, "at": [1, 2]}', 1, '["a", "b"]',
          'null'),
        (7, '2025-06-20T14:50:24+02:00', NULL, '', NULL, '{}', '[ ]', NULL, 0, NULL, '3'),
        (8, '2025-06-20', NULL, 'line
        break', 'it''s', 'true', '"text"', '1.50', NULL, '[]', '{"b": {"d": [], "c": null}, "a": ""}')
        """,
        """
        INSERT INTO hedge_fund_flow_runs (id, flow_id, created_at, updated_at, status, started_at,
          completed_at, request_data, results, error_message, run_number, trading_mode, schedule,
          duration, initial_portfolio, final_portfolio) VALUES
        (1, 7, '2025-07-01 09:00:00.000001', '2025-07-01 09:00', 'COMPLETE', '2025-07-01 09:00:00',
          '2025-07-01 10:00:00.5', '{"tickers": ["AAPL"]}', '{"return": 0.1}', NULL, 1, 'one-time', NULL,
          NULL, '{"cash": 100000.00}', '{"cash": 1e5}'),
        (2, 8, NULL, NULL, 'ERROR', NULL, NULL, NULL, NULL, 'Timeout; see the log', 2147483647,
          'continuous', '*/5 * * * *', '1h', NULL, NULL)
        """,
        """
        INSERT INTO hedge_fund_flow_run_cycles (id, flow_run_id, cycle_number, created_at, started_at,
          completed_at, analyst_signals, trading_decisions, executed_trades, portfolio_snapshot,
          performance_metrics, status, error_message, llm_calls_count, api_calls_count, estimated_cost,
          trigger_reason, market_conditions) VALUES
        (-5, 1, 1, '2025-07-01 09:00:00', '2025-07-01 09:00:00.999999', '2025-07-01 09:01:00',
          '{"a": {"signal": "buy"}}', '[]', '[]', '{}', '{"sharpe": 1.25}', 'DONE', '', 3, 4, '$0.10',
          'cron', '{"vix": 17}'),
        (2, 1, 2, NULL, '1999-12-31 23:59:59', NULL, NULL, NULL, NULL, NULL, NULL, 'IN_PROGRESS', NULL,
          NULL, NULL, NULL, NULL, NULL)
        """,
        """
        INSERT INTO api_keys (id, created_at, updated_at, provider, key_value, is_active, description,
          last_used) VALUES
        (1, '2025-07-27 15:20:00', NULL, 'openai', 'sk-planted', 1, 'main', '2025-07-28 08:00:00'),
        (2, NULL, NULL, 'groq', 'gsk-planted', 0, NULL, NULL)
        """);
  }
}
