CREATE TRIGGER log BEFORE INSERT, UPDATE ON runs FOR EACH ROW QUEUE 1024 CALL 'io.limbeck.adapter.h2.schema.SilentTrigger';

CREATE VIEW counted (runs) AS SELECT
    COUNT(*) AS runs
FROM runs
GROUP BY ();
