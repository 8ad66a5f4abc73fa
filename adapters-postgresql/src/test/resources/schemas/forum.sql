-- Functions of all sorts, that tables, views and others need, or that need them.
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL DEFAULT 0);
CREATE FUNCTION next_value(counter TEXT, step INTEGER DEFAULT 1) RETURNS INTEGER LANGUAGE sql AS $$
  UPDATE counters SET value = value + step WHERE name = counter RETURNING value
$$;
CREATE FUNCTION next_value() RETURNS INTEGER LANGUAGE sql AS 'SELECT next_value(''default'')';
CREATE TABLE topics (
  id INTEGER PRIMARY KEY DEFAULT next_value('topics'),
  title TEXT NOT NULL,
  parent_id INTEGER REFERENCES topics
);
CREATE FUNCTION is_fine(title TEXT) RETURNS BOOLEAN LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 50 AS
  'BEGIN RETURN title !~ ''rude''; END';
ALTER TABLE topics ADD CONSTRAINT fine CHECK (is_fine(title));
CREATE INDEX topics_fine ON topics (is_fine(title)) WHERE is_fine(title || 'x');
CREATE FUNCTION below(start INTEGER) RETURNS SETOF topics LANGUAGE sql STABLE ROWS 50 AS $$
  WITH RECURSIVE tree AS (
    SELECT * FROM topics WHERE id = start
    UNION ALL SELECT t.* FROM topics t JOIN tree ON t.parent_id = tree.id)
  SELECT * FROM tree
$$;
CREATE VIEW all_below AS SELECT t.title, b.id FROM topics t CROSS JOIN LATERAL below(t.id) b;
CREATE FUNCTION how_many(OUT topics BIGINT, OUT below BIGINT) LANGUAGE sql AS
  'SELECT (SELECT count(*) FROM topics), (SELECT count(*) FROM all_below)';
CREATE PROCEDURE clean_up(INOUT gone INTEGER DEFAULT 0) LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM topics WHERE title = '';
END $$;
CREATE FUNCTION first_of(VARIADIC items ANYARRAY) RETURNS ANYELEMENT LANGUAGE sql AS 'SELECT items[1]';
CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER instead INSTEAD OF INSERT ON all_below FOR EACH ROW EXECUTE FUNCTION instead();
CREATE TRIGGER "Arguments" BEFORE INSERT ON topics FOR EACH ROW EXECUTE FUNCTION instead('a', 'b''c');
ALTER TABLE topics ENABLE ROW LEVEL SECURITY;
ALTER TABLE counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE counters FORCE ROW LEVEL SECURITY;
