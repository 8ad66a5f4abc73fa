DROP SEQUENCE receipts;

DROP ROUTINE half(n integer);

DROP VIEW states;

DROP TRIGGER calm ON flows;

COMMENT ON TABLE flows IS NULL;
