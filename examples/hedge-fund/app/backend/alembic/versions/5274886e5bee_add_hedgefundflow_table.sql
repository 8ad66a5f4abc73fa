-- Add HedgeFundFlow table
--
-- Revision ID: 5274886e5bee
-- Revises:
-- Create Date: 2025-06-20 14:50:24.736989

-- migrate:upgrade
CREATE TABLE hedge_fund_flows (
  id INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE,
  name VARCHAR(200) NOT NULL,
  description TEXT,
  nodes JSON NOT NULL,
  edges JSON NOT NULL,
  viewport JSON,
  is_template BOOLEAN,
  tags JSON,
  PRIMARY KEY (id)
);
CREATE INDEX ix_hedge_fund_flows_id ON hedge_fund_flows (id);

-- migrate:downgrade
DROP INDEX ix_hedge_fund_flows_id;
DROP TABLE hedge_fund_flows;
