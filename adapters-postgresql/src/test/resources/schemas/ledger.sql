-- Several schemas, free sequences, keys that say more than their columns.
CREATE SCHEMA audit;
CREATE SCHEMA "Old Books";
CREATE SEQUENCE receipt_numbers AS INTEGER START WITH 100 INCREMENT BY 5 MINVALUE 50 MAXVALUE 99999 CYCLE;
CREATE SEQUENCE audit.countdown INCREMENT BY -1;
CREATE TYPE audit.level AS ENUM ('low', 'high');
CREATE TABLE accounts (
  book INTEGER NOT NULL,
  number INTEGER NOT NULL DEFAULT nextval('receipt_numbers'),
  name VARCHAR NOT NULL,
  closed_on DATE,
  PRIMARY KEY (book, number),
  UNIQUE NULLS NOT DISTINCT (name, closed_on)
);
CREATE TABLE entries (
  id SMALLSERIAL PRIMARY KEY,
  book INTEGER,
  number INTEGER,
  amount NUMERIC(20, 4) NOT NULL CHECK (amount <> 0),
  booked_on DATE NOT NULL DEFAULT ('now'::text)::date,
  CONSTRAINT both_or_none FOREIGN KEY (book, number) REFERENCES accounts MATCH FULL ON UPDATE CASCADE
);
CREATE TABLE audit.log (
  id BIGSERIAL PRIMARY KEY,
  level audit.level DEFAULT 'low',
  entry_id SMALLINT REFERENCES entries ON DELETE CASCADE,
  countdown BIGINT DEFAULT nextval('audit.countdown')
);
CREATE INDEX log_level ON audit.log (level) WHERE level = 'high';
CREATE TABLE "Old Books".entries (id INTEGER PRIMARY KEY, "when" DATE, "Sum" NUMERIC);
CREATE SEQUENCE odd_ids AS BIGINT INCREMENT BY 2;
CREATE TABLE odd (id BIGINT NOT NULL DEFAULT nextval('odd_ids') PRIMARY KEY, other INTEGER DEFAULT nextval('odd_ids'));
ALTER SEQUENCE odd_ids OWNED BY odd.id;
CREATE VIEW audit.loud AS SELECT l.id, e.amount FROM audit.log l JOIN entries e ON e.id = l.entry_id WHERE l.level = 'high';
CREATE VIEW balances WITH (security_barrier = true) AS
  SELECT a.name, sum(e.amount) FILTER (WHERE e.booked_on <= CURRENT_DATE) AS balance,
    row_number() OVER (ORDER BY a.name) AS place
  FROM accounts a LEFT JOIN entries e USING (book, number) GROUP BY a.name;
CREATE VIEW open_accounts AS SELECT * FROM accounts WHERE closed_on IS NULL WITH LOCAL CHECK OPTION;
CREATE FUNCTION audit.note() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO audit.log (entry_id) VALUES (NEW.id);
  RETURN NEW;
END $body$;
CREATE TRIGGER note AFTER INSERT ON entries FOR EACH ROW EXECUTE FUNCTION audit.note();
CREATE TRIGGER note AFTER UPDATE ON "Old Books".entries FOR EACH ROW EXECUTE FUNCTION audit.note();
COMMENT ON TABLE audit.log IS 'Never deleted';
COMMENT ON COLUMN "Old Books".entries."Sum" IS 'In guilders';
