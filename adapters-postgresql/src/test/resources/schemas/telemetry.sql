-- Partitions, inheritance, storage, and materialized views with indexes.
CREATE TABLE readings (
  id BIGINT GENERATED ALWAYS AS IDENTITY,
  device_id INTEGER NOT NULL,
  taken_at TIMESTAMPTZ NOT NULL,
  value DOUBLE PRECISION CHECK (value > -1000),
  PRIMARY KEY (taken_at, id, device_id)
) PARTITION BY RANGE (taken_at);
CREATE INDEX readings_device ON readings (device_id, taken_at DESC);
CREATE TABLE readings_2024 PARTITION OF readings
  FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE readings_2025 PARTITION OF readings (CONSTRAINT warm CHECK (value > 0))
  FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00')
  PARTITION BY LIST (device_id);
CREATE TABLE readings_2025_one PARTITION OF readings_2025 FOR VALUES IN (1, 2);
CREATE TABLE readings_2025_rest PARTITION OF readings_2025 DEFAULT;
CREATE INDEX readings_2024_value ON readings_2024 (value);
CREATE TABLE readings_other PARTITION OF readings DEFAULT;
CREATE TABLE shards (key TEXT NOT NULL, data BYTEA) PARTITION BY HASH (lower(key));
CREATE TABLE shards_0 PARTITION OF shards FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE shards_1 PARTITION OF shards FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE things (name TEXT NOT NULL, made DATE DEFAULT CURRENT_DATE);
CREATE TABLE machines (power INTEGER CHECK (power > 0)) INHERITS (things);
CREATE TABLE same_things () INHERITS (things);
CREATE UNLOGGED TABLE cache (key TEXT PRIMARY KEY, value JSON) WITH (fillfactor = 70, autovacuum_enabled = false);
CREATE INDEX cache_hash ON cache USING hash (key);
CREATE INDEX readings_brin ON readings USING brin (taken_at) WITH (pages_per_range = 32);
CREATE INDEX things_wide ON things (made) INCLUDE (name) WITH (fillfactor = 80);
CREATE MATERIALIZED VIEW daily AS
  SELECT device_id, date_trunc('day', taken_at) AS day, avg(value) AS mean
  FROM readings GROUP BY 1, 2;
CREATE UNIQUE INDEX daily_key ON daily (device_id, day);
CREATE VIEW warm_days AS SELECT day FROM daily WHERE mean > 20;
COMMENT ON MATERIALIZED VIEW daily IS 'Refreshed by night';
