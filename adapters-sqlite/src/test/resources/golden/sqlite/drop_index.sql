DROP INDEX ix_runs_flow_id;
