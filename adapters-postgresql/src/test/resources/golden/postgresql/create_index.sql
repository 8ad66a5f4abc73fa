CREATE UNIQUE INDEX "ix lower" ON flows (lower(name::text) text_pattern_ops, (name::text || status::text), status COLLATE "C" DESC NULLS LAST) INCLUDE (id) WITH (fillfactor=70) WHERE status IS NOT NULL;

CREATE INDEX ix_log_what ON audit.log USING hash (what);
