CREATE TABLE "group" (
  key bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  "first name" text DEFAULT 'it''s'::text NOT NULL,
  token uuid DEFAULT gen_random_uuid(),
  size smallint DEFAULT '-1'::integer,
  CONSTRAINT group_pkey PRIMARY KEY (key),
  CONSTRAINT "name once" UNIQUE ("first name"),
  CONSTRAINT group_size_check CHECK (size <> 0),
  CONSTRAINT group_check CHECK (size <> key)
) WITH (fillfactor=80);
CREATE INDEX ix_group_token ON "group" (token DESC);

CREATE SEQUENCE odd_numbers AS integer;
CREATE TABLE numbers (
  n integer DEFAULT nextval('odd_numbers'::regclass),
  m serial NOT NULL
);
ALTER SEQUENCE odd_numbers OWNED BY numbers.n;

CREATE TABLE parts (
  at date NOT NULL,
  what text
) PARTITION BY RANGE (at);

CREATE UNLOGGED TABLE scratch (
  a integer
);
ALTER TABLE scratch ENABLE ROW LEVEL SECURITY;

CREATE TABLE parts_2024 PARTITION OF parts (
  CONSTRAINT said CHECK (what <> ''::text)
) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE TABLE parts_rest PARTITION OF parts DEFAULT;

CREATE TABLE more_numbers (
  also text
) INHERITS (numbers);
