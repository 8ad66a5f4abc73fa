-- Names that need quotes, circles of foreign keys, everything unusual about an index.
CREATE TABLE "Users" (
  "userId" INTEGER PRIMARY KEY,
  "order" INTEGER NOT NULL DEFAULT 0,
  "first name" TEXT COLLATE "C",
  "say ""hi""" TEXT DEFAULT 'a ''quote'' and a \ slash',
  "größe" NUMERIC,
  "user" TEXT,
  team INTEGER,
  CONSTRAINT "Order Is Positive" CHECK ("order" >= 0),
  CONSTRAINT "unique" UNIQUE ("first name", "user")
);
CREATE TABLE "group" (
  "table" INTEGER PRIMARY KEY,
  leader INTEGER NOT NULL CONSTRAINT leads REFERENCES "Users" ("userId")
);
ALTER TABLE "Users" ADD CONSTRAINT "in team" FOREIGN KEY (team) REFERENCES "group";
CREATE TABLE a_table_with_a_name_that_is_as_long_as_postgresql_allows_it_oo (
  a_column_with_a_name_that_is_quite_long_too_and_makes_names_be_cut INTEGER PRIMARY KEY CHECK
    (a_column_with_a_name_that_is_quite_long_too_and_makes_names_be_cut > 0),
  another_column_with_quite_a_long_name INTEGER UNIQUE
    REFERENCES a_table_with_a_name_that_is_as_long_as_postgresql_allows_it_oo
);
CREATE TABLE numbers (
  n INTEGER,
  doubled INTEGER GENERATED ALWAYS AS (n * 2) VIRTUAL,
  small SMALLINT DEFAULT 1::smallint,
  share DOUBLE PRECISION DEFAULT 1.5e-3,
  bits BIT(3) DEFAULT B'101',
  many BIT VARYING(8),
  raw BYTEA DEFAULT '\xdeadbeef',
  wait INTERVAL DEFAULT '1 day 02:03',
  seconds INTERVAL SECOND(3),
  at TIME(3) WITH TIME ZONE,
  stamp TIMESTAMP(0),
  grid INTEGER[][] DEFAULT '{{1,2},{3,4}}',
  point POINT, address INET, card MACADDR, doc XML, path TSQUERY,
  nothing TEXT DEFAULT NULL,
  label "char",
  CHECK (CASE WHEN n > 0 THEN small > 0 ELSE share IS NULL END),
  CHECK (n = ANY ('{1,2,3}'::int[]) OR n IS NULL),
  CHECK (label NOT IN ('a', 'b')),
  CHECK (nothing LIKE 'a%' ESCAPE '!' OR nothing ~* '^b' OR nothing SIMILAR TO '(c|d)%'),
  CHECK (extract(year FROM stamp) > 2000 AND stamp AT TIME ZONE 'UTC' < 'infinity'),
  CHECK (coalesce(nullif(nothing, ''), 'x') || 'y' <> substring(nothing FROM 2 FOR 3)),
  CHECK ((n, small) IS DISTINCT FROM (1, 2) AND NOT (n IS NULL AND small IS NULL)),
  CHECK ((grid)[1][2] <> ALL (ARRAY[n, small]) AND bits & B'100' = B'100')
);
CREATE INDEX "Index on Numbers" ON numbers USING btree (n DESC NULLS LAST, (n + small), lower(nothing) COLLATE "C" varchar_pattern_ops)
  INCLUDE (share) WHERE n IS NOT NULL AND nothing IN ('x', 'y');
CREATE UNIQUE INDEX numbers_once ON numbers (n, small) NULLS NOT DISTINCT;
CREATE INDEX numbers_address ON numbers USING gist (address inet_ops);
CREATE INDEX numbers_collated ON numbers (nothing COLLATE "C" DESC);
CREATE TABLE nothing_at_all ();
DROP TABLE nothing_at_all;
ALTER TABLE numbers ADD COLUMN gone INTEGER;
ALTER TABLE numbers DROP COLUMN gone;
ALTER TABLE numbers ADD COLUMN last INTEGER UNIQUE;
CREATE TABLE texts (
  v VARCHAR(10) CHECK (v IN ('a', 'b')),
  c CHAR(3) CHECK (c IN ('abc', 'def')),
  t TEXT CHECK (t IN ('a,]', 'b"[')),
  w VARCHAR CHECK (w <> ALL (ARRAY['x', 'y']) AND length(w) > 1),
  n NUMERIC CHECK (n IN (1, 2.5)),
  d DATE CHECK (d IN ('2024-01-01', '2024-02-01')),
  CHECK (v::text = ANY (ARRAY['a', 'b']::text[]) OR lower(v) IN ('q', upper('r')))
);
CREATE VIEW "View of ""Texts""" AS SELECT v AS "V", c FROM texts WHERE v IN ('a', 'b') UNION ALL
  SELECT w, 'xyz' FROM texts WHERE w NOT IN ('c', 'd') ORDER BY 1;
