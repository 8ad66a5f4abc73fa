package io.limbeck.adapter.postgresql.schema;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Every kind of change to what is no table, one at a time, on a server and on rows. */
class KindsOfThingsTest {
  private static final String TABLE = "CREATE TABLE t (id INTEGER, a TEXT);";

  @Test
  void a_view() throws SQLException {
    Change.between(
            TABLE + "CREATE VIEW v AS SELECT id FROM t", TABLE + "CREATE VIEW v AS SELECT a FROM t")
        .takes("DROP VIEW v", "CREATE VIEW v AS\nSELECT a\n   FROM t")
        .isSaid("view v is defined differently in the models")
        .works();
  }

  @Test
  void a_materialized_view_and_its_indexes() throws SQLException {
    String view = "CREATE MATERIALIZED VIEW v AS SELECT %s FROM t; CREATE INDEX iv ON v (a);";
    Change.between(TABLE + view.formatted("a"), TABLE + view.formatted("a, id"))
        .on("INSERT INTO t VALUES (1, 'x')")
        .takes(
            "DROP INDEX iv",
            "DROP MATERIALIZED VIEW v",
            "CREATE MATERIALIZED VIEW v AS\nSELECT a,\n    id\n   FROM t",
            "CREATE INDEX iv ON v USING btree (a)")
        .isSaid("materialized view v is defined differently in the models")
        .works("SELECT id FROM v", "1");
    Change.between(
            TABLE + view.formatted("a"),
            TABLE + view.formatted("a") + "CREATE INDEX iw ON v (lower(a))")
        .takes("CREATE INDEX iw ON v USING btree (lower(a))")
        .isUndoneBy("DROP INDEX iw")
        .isSaid("index iw is missing")
        .works();
  }

  @Test
  void a_trigger() throws SQLException {
    String function =
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";
    Change.between(
            TABLE
                + function
                + "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            TABLE
                + function
                + "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()")
        .takes(
            "DROP TRIGGER g ON t",
            "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()")
        .isSaid("trigger g on t is defined differently in the models")
        .works();
  }

  @Test
  void a_function_added_removed_or_replaced() throws SQLException {
    String function =
        "CREATE FUNCTION f(n INTEGER) RETURNS INTEGER LANGUAGE sql AS 'SELECT n * %d';";
    String use = "CREATE TABLE t (id INTEGER DEFAULT f(1), CHECK (f(id) > 0));";
    Change.between(function.formatted(2) + use, function.formatted(3) + use)
        .on("INSERT INTO t VALUES (5)")
        .takes(
            """
            CREATE OR REPLACE FUNCTION f(n integer)
             RETURNS integer
             LANGUAGE sql
            AS $function$SELECT n * 3$function$\
            """)
        .isSaid("function f(n integer) RETURNS integer is defined differently in the models")
        .works("SELECT f(id) FROM t", "15");
    Change.between("", function.formatted(2) + use).works();
  }

  @Test
  void a_function_that_takes_or_gives_something_else_is_another_one() throws SQLException {
    Change.between(
            TABLE
                + "CREATE FUNCTION f(n INTEGER) RETURNS INTEGER LANGUAGE sql AS 'SELECT n';"
                + "CREATE VIEW v AS SELECT f(id) AS f FROM t",
            TABLE
                + "CREATE FUNCTION f(n INTEGER) RETURNS BIGINT LANGUAGE sql AS 'SELECT n';"
                + "CREATE VIEW v AS SELECT f(id) AS f FROM t")
        .on("INSERT INTO t VALUES (5)")
        .isSaid(
            "function f(n integer) RETURNS integer is not in the models",
            "function f(n integer) RETURNS bigint is missing")
        .works("SELECT f FROM v", "5");
  }

  @Test
  void a_function_that_reads_a_column_which_comes_with_it() throws SQLException {
    String function =
        "CREATE FUNCTION f() RETURNS BIGINT LANGUAGE sql AS 'SELECT count(%s) FROM t';";
    Change.between(
            TABLE + function.formatted("a"),
            "CREATE TABLE t (id INTEGER, b TEXT);" + function.formatted("b"))
        .on("INSERT INTO t VALUES (5)")
        .works("SELECT f()", "0");
  }

  @Test
  void a_value_added_to_an_enum() throws SQLException {
    String use = "CREATE TABLE t (m mood DEFAULT 'fine');";
    Change.between(
            "CREATE TYPE mood AS ENUM ('fine', 'good');" + use,
            "CREATE TYPE mood AS ENUM ('bad', 'fine', 'better', 'good', 'best');" + use)
        .on("INSERT INTO t VALUES ('good')")
        .takes(
            "ALTER TYPE mood ADD VALUE 'bad' BEFORE 'fine'",
            "ALTER TYPE mood ADD VALUE 'better' BEFORE 'good'",
            "ALTER TYPE mood ADD VALUE 'best'")
        .isUndoneBy(
            "ALTER TABLE t ALTER COLUMN m DROP DEFAULT",
            "ALTER TABLE t ALTER COLUMN m SET DATA TYPE text",
            "DROP TYPE mood",
            "CREATE TYPE mood AS ENUM ('fine', 'good')",
            "ALTER TABLE t ALTER COLUMN m SET DATA TYPE mood USING m::mood",
            "ALTER TABLE t ALTER COLUMN m SET DEFAULT 'fine'::mood")
        .isSaid("type mood is defined differently in the models")
        .works("SELECT m FROM t", "good");
  }

  @Test
  void a_value_removed_from_an_enum_with_all_that_stands_on_it() throws SQLException {
    String use =
        """
        CREATE FUNCTION f(m mood) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS 'SELECT m IS NOT NULL';
        CREATE TABLE p (m mood PRIMARY KEY);
        CREATE TABLE t (m mood DEFAULT 'fine' NOT NULL UNIQUE REFERENCES p, ms mood[] DEFAULT '{fine}',
          happy BOOLEAN GENERATED ALWAYS AS (m = 'good') STORED, CHECK (m <> 'bad'), UNIQUE (happy));
        CREATE INDEX it ON t (happy) WHERE m = 'fine';
        CREATE INDEX im ON t (m);
        CREATE VIEW v AS SELECT m FROM t WHERE m <> 'good';
        CREATE VIEW w AS SELECT 1 AS one WHERE f('fine');
        COMMENT ON TABLE t IS 'moods';
        """;
    Change.between(
            "CREATE TYPE mood AS ENUM ('bad', 'fine', 'good', 'best');" + use,
            "CREATE TYPE mood AS ENUM ('bad', 'good', 'fine');" + use)
        .on("INSERT INTO p VALUES ('good'); INSERT INTO t VALUES ('good', '{good,fine}')")
        .works("SELECT ms FROM t WHERE happy", "{good,fine}");
  }

  @Test
  void a_domain_and_a_composite_type() throws SQLException {
    String use = "CREATE TABLE t (a share DEFAULT 0.5, b place);";
    Change.between(
            "CREATE DOMAIN share AS NUMERIC CHECK (VALUE > 0); CREATE TYPE place AS (x TEXT, y"
                + " TEXT);"
                + use,
            "CREATE DOMAIN share AS NUMERIC CHECK (VALUE < 9); CREATE TYPE place AS (x TEXT, z"
                + " TEXT);"
                + use)
        .on("INSERT INTO t VALUES (0.7, '(1,2)')")
        .isSaid(
            "type place is defined differently in the models",
            "domain share is defined differently in the models")
        .works("SELECT a FROM t WHERE (b).z = '2'", "0.7");
  }

  @Test
  void a_sequence_keeps_its_place() throws SQLException {
    Change.between("CREATE SEQUENCE s", "CREATE SEQUENCE s INCREMENT BY 5 CACHE 2")
        .on("SELECT nextval('s')")
        .isSaid("sequence s is defined differently in the models")
        .works("SELECT nextval('s')", "6");
    Change.between("", "CREATE SEQUENCE s; CREATE TABLE t (id INTEGER DEFAULT nextval('s'))")
        .works();
  }

  @Test
  void a_comment_on_a_table_a_view_or_a_column() throws SQLException {
    Change.between(
            TABLE + "COMMENT ON COLUMN t.a IS 'one'",
            TABLE + "COMMENT ON COLUMN t.a IS 'another'; COMMENT ON TABLE t IS 'it''s'")
        .takes("COMMENT ON COLUMN t.a IS 'another'", "COMMENT ON TABLE t IS 'it''s'")
        .isUndoneBy("COMMENT ON TABLE t IS NULL", "COMMENT ON COLUMN t.a IS 'one'")
        .isSaid(
            "comment on TABLE t is missing",
            "comment on COLUMN t.a is defined differently in the models")
        .works();
  }

  @Test
  void a_schema_and_what_is_in_it() throws SQLException {
    Change.between("", "CREATE SCHEMA audit; CREATE TABLE audit.log (id SERIAL PRIMARY KEY)")
        .takes(
            "CREATE SCHEMA audit",
            "CREATE TABLE audit.log (\n  id serial NOT NULL,\n"
                + "  CONSTRAINT log_pkey PRIMARY KEY (id)\n)")
        .isUndoneBy("DROP TABLE audit.log", "DROP SCHEMA audit")
        .isSaid("table audit.log is missing", "schema audit is missing")
        .works();
  }
}
