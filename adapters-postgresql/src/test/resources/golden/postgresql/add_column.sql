ALTER TABLE flows ADD COLUMN price numeric(10,2) DEFAULT (1 + 1) NOT NULL;

ALTER TABLE flows ADD COLUMN slug text COLLATE "C";

ALTER TABLE flows ADD COLUMN length integer GENERATED ALWAYS AS (length(name::text)) STORED;

ALTER TABLE flows ADD COLUMN width integer GENERATED ALWAYS AS (length(name::text)) VIRTUAL;

ALTER TABLE flows ADD COLUMN number bigserial NOT NULL;

CREATE SEQUENCE odd_numbers AS integer;
ALTER TABLE flows ADD COLUMN n integer DEFAULT nextval('odd_numbers'::regclass);
ALTER SEQUENCE odd_numbers OWNED BY flows.n;
