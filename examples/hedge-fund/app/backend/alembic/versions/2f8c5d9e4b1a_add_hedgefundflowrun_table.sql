-- Add HedgeFundFlowRun table
--
-- Revision ID: 2f8c5d9e4b1a
-- Revises: 1b1feba3d897
-- Create Date: 2025-01-01 12:00:00.000000

-- migrate:upgrade
CREATE TABLE hedge_fund_flow_runs (
  id INTEGER NOT NULL,
  flow_id INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE,
  status VARCHAR(50) DEFAULT 'IDLE' NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE,
  completed_at TIMESTAMP WITH TIME ZONE,
  request_data JSON,
  results JSON,
  error_message TEXT,
  run_number INTEGER DEFAULT '1' NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX ix_hedge_fund_flow_runs_id ON hedge_fund_flow_runs (id);
CREATE INDEX ix_hedge_fund_flow_runs_flow_id ON hedge_fund_flow_runs (flow_id);

-- migrate:downgrade
DROP INDEX ix_hedge_fund_flow_runs_flow_id;
DROP INDEX ix_hedge_fund_flow_runs_id;
DROP TABLE hedge_fund_flow_runs;
