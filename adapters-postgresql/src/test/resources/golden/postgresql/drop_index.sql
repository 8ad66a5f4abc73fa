DROP INDEX ix_runs_flow_id;

DROP INDEX audit.ix_log_at;
