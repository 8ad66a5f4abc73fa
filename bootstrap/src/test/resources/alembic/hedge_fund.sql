-- What Alembic 1.8.1 with SQLAlchemy 1.4.46 executes on SQLite for the five revisions of the hedge fund
-- application, statement for statement as it logs them, less what it only reads.

-- Running upgrade  -> 5274886e5bee
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE hedge_fund_flows (
	id INTEGER NOT NULL, 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP), 
	updated_at DATETIME, 
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
INSERT INTO alembic_version (version_num) VALUES ('5274886e5bee');

-- Running upgrade 5274886e5bee -> 1b1feba3d897
ALTER TABLE hedge_fund_flows ADD COLUMN data JSON;
UPDATE alembic_version SET version_num='1b1feba3d897' WHERE alembic_version.version_num = '5274886e5bee';

-- Running upgrade 1b1feba3d897 -> 2f8c5d9e4b1a
CREATE TABLE hedge_fund_flow_runs (
	id INTEGER NOT NULL, 
	flow_id INTEGER NOT NULL, 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP), 
	updated_at DATETIME, 
	status VARCHAR(50) DEFAULT 'IDLE' NOT NULL, 
	started_at DATETIME, 
	completed_at DATETIME, 
	request_data JSON, 
	results JSON, 
	error_message TEXT, 
	run_number INTEGER DEFAULT '1' NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX ix_hedge_fund_flow_runs_id ON hedge_fund_flow_runs (id);
CREATE INDEX ix_hedge_fund_flow_runs_flow_id ON hedge_fund_flow_runs (flow_id);
UPDATE alembic_version SET version_num='2f8c5d9e4b1a' WHERE alembic_version.version_num = '1b1feba3d897';

-- Running upgrade 2f8c5d9e4b1a -> 3f9a6b7c8d2e
ALTER TABLE hedge_fund_flow_runs ADD COLUMN trading_mode VARCHAR(50) DEFAULT 'one-time' NOT NULL;
ALTER TABLE hedge_fund_flow_runs ADD COLUMN schedule VARCHAR(50);
ALTER TABLE hedge_fund_flow_runs ADD COLUMN duration VARCHAR(50);
ALTER TABLE hedge_fund_flow_runs ADD COLUMN initial_portfolio JSON;
ALTER TABLE hedge_fund_flow_runs ADD COLUMN final_portfolio JSON;
CREATE TABLE hedge_fund_flow_run_cycles (
	id INTEGER NOT NULL, 
	flow_run_id INTEGER NOT NULL, 
	cycle_number INTEGER NOT NULL, 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP), 
	started_at DATETIME NOT NULL, 
	completed_at DATETIME, 
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
CREATE INDEX ix_hedge_fund_flow_run_cycles_id ON hedge_fund_flow_run_cycles (id);
CREATE INDEX ix_hedge_fund_flow_run_cycles_flow_run_id ON hedge_fund_flow_run_cycles (flow_run_id);
CREATE INDEX ix_hedge_fund_flow_run_cycles_cycle_number ON hedge_fund_flow_run_cycles (cycle_number);
CREATE INDEX ix_hedge_fund_flow_run_cycles_status ON hedge_fund_flow_run_cycles (status);
CREATE INDEX ix_hedge_fund_flow_run_cycles_started_at ON hedge_fund_flow_run_cycles (started_at);
UPDATE alembic_version SET version_num='3f9a6b7c8d2e' WHERE alembic_version.version_num = '2f8c5d9e4b1a';

-- Running upgrade 3f9a6b7c8d2e -> d5e78f9a1b2c
CREATE TABLE api_keys (
	id INTEGER NOT NULL, 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP), 
	updated_at DATETIME, 
	provider VARCHAR(100) NOT NULL, 
	key_value TEXT NOT NULL, 
	is_active BOOLEAN, 
	description TEXT, 
	last_used DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (provider)
);
CREATE INDEX ix_api_keys_id ON api_keys (id);
CREATE INDEX ix_api_keys_provider ON api_keys (provider);
UPDATE alembic_version SET version_num='d5e78f9a1b2c' WHERE alembic_version.version_num = '3f9a6b7c8d2e';
