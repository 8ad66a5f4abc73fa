CREATE SCHEMA "Old Books";

CREATE TYPE place AS (street text, zip character varying(5));

CREATE DOMAIN email AS text CONSTRAINT email_check CHECK (VALUE ~~ '%@%'::text);

CREATE SEQUENCE counters AS smallint INCREMENT BY 1 MINVALUE 10 MAXVALUE 32767 START WITH 10 CACHE 1 NO CYCLE;

CREATE FUNCTION loud()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

CREATE PROCEDURE tidy(IN force boolean DEFAULT false)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

CREATE VIEW counted AS
SELECT count(*) AS runs
   FROM runs;

CREATE MATERIALIZED VIEW many AS
SELECT 1 AS one;

COMMENT ON COLUMN runs."order" IS 'First things first';

CREATE UNIQUE INDEX ix_many ON many USING btree (one);
