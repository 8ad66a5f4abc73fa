ALTER TABLE flows DROP CONSTRAINT flows_name_status_key;

ALTER TABLE runs DROP CONSTRAINT positive;

ALTER TABLE runs DROP CONSTRAINT runs_of_flow;
