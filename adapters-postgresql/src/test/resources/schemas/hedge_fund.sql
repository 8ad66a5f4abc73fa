-- The four tables of the example, as Alembic makes them on PostgreSQL.
CREATE TABLE api_keys (
  id SERIAL NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now(),
  updated_at TIMESTAMP WITH TIME ZONE,
  provider VARCHAR(100) NOT NULL,
  key_value TEXT NOT NULL,
  is_active BOOLEAN,
  description TEXT,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_api_keys_provider ON api_keys (provider);
CREATE INDEX ix_api_keys_id ON api_keys (id);
CREATE TABLE hedge_fund_flows (
  id SERIAL NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now(),
  name VARCHAR(200) NOT NULL,
  nodes JSON NOT NULL,
  viewport JSON,
  is_template BOOLEAN,
  tags JSON,
  PRIMARY KEY (id)
);
CREATE TABLE hedge_fund_flow_runs (
  id SERIAL NOT NULL,
  flow_id INTEGER NOT NULL,
  status VARCHAR(50) NOT NULL,
  trading_mode VARCHAR(50) DEFAULT 'one-time' NOT NULL,
  initial_portfolio JSON,
  run_number INTEGER NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (flow_id) REFERENCES hedge_fund_flows (id)
);
CREATE INDEX ix_hedge_fund_flow_runs_flow_id ON hedge_fund_flow_runs (flow_id);
CREATE TABLE hedge_fund_flow_run_cycles (
  id SERIAL NOT NULL,
  flow_run_id INTEGER NOT NULL,
  cycle_number INTEGER NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  llm_calls_count INTEGER DEFAULT 0,
  estimated_cost VARCHAR(20),
  PRIMARY KEY (id),
  FOREIGN KEY (flow_run_id) REFERENCES hedge_fund_flow_runs (id)
);
