ALTER TABLE flows DROP CONSTRAINT flows_name_status_key;

ALTER TABLE runs DROP CONSTRAINT positive;

ALTER TABLE runs DROP CONSTRAINT runs_of_flow;

ALTER TABLE counted_numbers DROP CONSTRAINT counted_numbers_pkey;

ALTER TABLE strict_keys DROP CONSTRAINT strict_keys_pkey;
