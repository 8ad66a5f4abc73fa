CREATE TABLE api_keys (
  id INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE,
  provider VARCHAR(100) NOT NULL,
  key_value TEXT NOT NULL,
  is_active BOOLEAN,
  description TEXT,
  last_used TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (id)
);

CREATE INDEX ix_api_keys_id ON api_keys (id);

CREATE UNIQUE INDEX ix_api_keys_provider ON api_keys (provider);

CREATE TABLE hedge_fund_flows (
  id INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE,
  name VARCHAR(200) NOT NULL,
  description TEXT,
  nodes JSON NOT NULL,
  edges JSON NOT NULL,
  viewport JSON,
  data JSON,
  is_template BOOLEAN,
  tags JSON,
  PRIMARY KEY (id)
);

CREATE INDEX ix_hedge_fund_flows_id ON hedge_fund_flows (id);

CREATE TABLE hedge_fund_flow_runs (
  id INTEGER NOT NULL,
  flow_id INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE,
  status VARCHAR(50) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE,
  completed_at TIMESTAMP WITH TIME ZONE,
  trading_mode VARCHAR(50) NOT NULL,
  schedule VARCHAR(50),
  duration VARCHAR(50),
  request_data JSON,
  initial_portfolio JSON,
  final_portfolio JSON,
  results JSON,
  error_message TEXT,
  run_number INTEGER NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (flow_id) REFERENCES hedge_fund_flows (id)
);

CREATE INDEX ix_hedge_fund_flow_runs_flow_id ON hedge_fund_flow_runs (flow_id);

CREATE INDEX ix_hedge_fund_flow_runs_id ON hedge_fund_flow_runs (id);

CREATE TABLE hedge_fund_flow_run_cycles (
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
  status VARCHAR(50) NOT NULL,
  error_message TEXT,
  llm_calls_count INTEGER,
  api_calls_count INTEGER,
  estimated_cost VARCHAR(20),
  trigger_reason VARCHAR(100),
  market_conditions JSON,
  PRIMARY KEY (id),
  FOREIGN KEY (flow_run_id) REFERENCES hedge_fund_flow_runs (id)
);

CREATE INDEX ix_hedge_fund_flow_run_cycles_flow_run_id ON hedge_fund_flow_run_cycles (flow_run_id);

CREATE INDEX ix_hedge_fund_flow_run_cycles_id ON hedge_fund_flow_run_cycles (id);
