-- Add HedgeFundFlowRunCycle table and update HedgeFundFlowRun
--
-- Revision ID: 3f9a6b7c8d2e
-- Revises: 2f8c5d9e4b1a
-- Create Date: 2024-11-27 10:00:00.000000

-- migrate:upgrade
-- Databases exist on which the application's start-up had already made some of this: each part is
-- made only where it is missing.
ALTER TABLE hedge_fund_flow_runs ADD COLUMN IF NOT EXISTS trading_mode VARCHAR(50) DEFAULT 'one-time' NOT NULL;
ALTER TABLE hedge_fund_flow_runs ADD COLUMN IF NOT EXISTS schedule VARCHAR(50);
ALTER TABLE hedge_fund_flow_runs ADD COLUMN IF NOT EXISTS duration VARCHAR(50);
ALTER TABLE hedge_fund_flow_runs ADD COLUMN IF NOT EXISTS initial_portfolio JSON;
ALTER TABLE hedge_fund_flow_runs ADD COLUMN IF NOT EXISTS final_portfolio JSON;

CREATE TABLE IF NOT EXISTS hedge_fund_flow_run_cycles (
  id INTEGER NOT NULL,
  flow_run_id INTEGER NOT NULL,
  cycle_number INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  completed_at TIMESTAMP WITH TIME ZONE,
  analyst_signals JSON,
  trading_decisions JSON,
  executed_trades JSON,
  portfolio_snapshot JSON,
  performance_metrics JSON,
  status VARCHAR(50) DEFAULT 'IN_PROGRESS' NOT NULL,
  error_message TEXT,
  llm_calls_count INTEGER DEFAULT '0',
  api_calls_count INTEGER DEFAULT '0',
  estimated_cost VARCHAR(20),
  trigger_reason VARCHAR(100),
  market_conditions JSON,
  PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_hedge_fund_flow_run_cycles_id ON hedge_fund_flow_run_cycles (id);
CREATE INDEX IF NOT EXISTS ix_hedge_fund_flow_run_cycles_flow_run_id ON hedge_fund_flow_run_cycles (flow_run_id);
CREATE INDEX IF NOT EXISTS ix_hedge_fund_flow_run_cycles_cycle_number ON hedge_fund_flow_run_cycles (cycle_number);
CREATE INDEX IF NOT EXISTS ix_hedge_fund_flow_run_cycles_status ON hedge_fund_flow_run_cycles (status);
CREATE INDEX IF NOT EXISTS ix_hedge_fund_flow_run_cycles_started_at ON hedge_fund_flow_run_cycles (started_at);

-- migrate:downgrade
DROP INDEX IF EXISTS ix_hedge_fund_flow_run_cycles_started_at;
DROP INDEX IF EXISTS ix_hedge_fund_flow_run_cycles_status;
DROP INDEX IF EXISTS ix_hedge_fund_flow_run_cycles_cycle_number;
DROP INDEX IF EXISTS ix_hedge_fund_flow_run_cycles_flow_run_id;
DROP INDEX IF EXISTS ix_hedge_fund_flow_run_cycles_id;
DROP TABLE IF EXISTS hedge_fund_flow_run_cycles;

ALTER TABLE hedge_fund_flow_runs DROP COLUMN IF EXISTS final_portfolio;
ALTER TABLE hedge_fund_flow_runs DROP COLUMN IF EXISTS initial_portfolio;
ALTER TABLE hedge_fund_flow_runs DROP COLUMN IF EXISTS duration;
ALTER TABLE hedge_fund_flow_runs DROP COLUMN IF EXISTS schedule;
ALTER TABLE hedge_fund_flow_runs DROP COLUMN IF EXISTS trading_mode;
