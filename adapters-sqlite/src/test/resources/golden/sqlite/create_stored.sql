CREATE TRIGGER log AFTER INSERT ON runs BEGIN
  UPDATE flows SET notes = 'run' WHERE id = NEW.flow_id;
END;

CREATE VIRTUAL TABLE docs USING fts5(title, body);

CREATE VIEW counted AS
  SELECT count(*) AS runs FROM runs;
