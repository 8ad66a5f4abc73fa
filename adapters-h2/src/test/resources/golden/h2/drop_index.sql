DROP INDEX ix_runs_order;
