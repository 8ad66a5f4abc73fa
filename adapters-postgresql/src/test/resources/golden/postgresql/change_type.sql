ALTER TABLE flows ALTER COLUMN name SET DATA TYPE text;

ALTER TABLE flows ALTER COLUMN name SET DATA TYPE character varying(20);

ALTER TABLE flows ALTER COLUMN notes SET DATA TYPE text COLLATE "C";

ALTER TABLE flows ALTER COLUMN notes SET DATA TYPE integer USING notes::integer;

ALTER TABLE flows ALTER COLUMN created_at SET DATA TYPE date;

ALTER TABLE runs ALTER COLUMN during SET DATA TYPE jsonb USING during::text::jsonb;
