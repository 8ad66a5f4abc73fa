package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.schema.Name;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Every kind of change to tables, one at a time, on a server and on rows. */
class KindsOfChangeTest {
  private static final String ROWS = "INSERT INTO t SELECT FROM generate_series(1, 3)";

  /** {@return a change of what a table {@code t} has besides its id} */
  private static Change change(String from, String to) {
    return Change.between(table(from), table(to));
  }

  private static String table(String item) {
    return "CREATE TABLE t (id INTEGER%s);".formatted(item.isEmpty() ? "" : ", " + item);
  }

  @Test
  void a_table_added_or_removed() throws SQLException {
    Change.between("", "CREATE TABLE t (id INTEGER); CREATE INDEX ix ON t (id);")
        .takes("CREATE TABLE t (\n  id integer\n)", "CREATE INDEX ix ON t (id)")
        .isUndoneBy("DROP TABLE t")
        .isSaid("table t is missing")
        .works();
  }

  @Test
  void a_column_added_or_removed() throws SQLException {
    change("", "age SMALLINT")
        .on(ROWS)
        .takes("ALTER TABLE t ADD COLUMN age smallint")
        .isUndoneBy("ALTER TABLE t DROP COLUMN age")
        .isSaid("column t.age is missing")
        .works("SELECT count(*) FROM t", "3");
  }

  @Test
  void not_null() throws SQLException {
    change("a INTEGER", "a INTEGER NOT NULL")
        .on("INSERT INTO t VALUES (1, 2)")
        .takes("ALTER TABLE t ALTER COLUMN a SET NOT NULL")
        .isUndoneBy("ALTER TABLE t ALTER COLUMN a DROP NOT NULL")
        .works();
  }

  @Test
  void a_type_its_length_included() throws SQLException {
    change("a VARCHAR(20)", "a VARCHAR(30)")
        .on("INSERT INTO t VALUES (1, 'x')")
        .takes("ALTER TABLE t ALTER COLUMN a SET DATA TYPE character varying(30)")
        .isUndoneBy("ALTER TABLE t ALTER COLUMN a SET DATA TYPE character varying(20)")
        .isSaid(
            "the type of column t.a is character varying(20), and character varying(30) in the"
                + " models")
        .works("SELECT a FROM t", "x");
    change("a TEXT", "a UUID")
        .on("INSERT INTO t VALUES (1, '00000000-0000-0000-0000-000000000001')")
        .takes("ALTER TABLE t ALTER COLUMN a SET DATA TYPE uuid USING a::uuid")
        .isUndoneBy("ALTER TABLE t ALTER COLUMN a SET DATA TYPE text")
        .works("SELECT a FROM t", "00000000-0000-0000-0000-000000000001");
    change("a BOOLEAN", "a INTEGER")
        .on("INSERT INTO t VALUES (1, true)")
        .takes("ALTER TABLE t ALTER COLUMN a SET DATA TYPE integer USING a::integer")
        .works("SELECT a FROM t", "1");
    change("a INTEGER", "a JSONB")
        .on("INSERT INTO t VALUES (1, 5)")
        .takes("ALTER TABLE t ALTER COLUMN a SET DATA TYPE jsonb USING a::text::jsonb")
        .works("SELECT a + 0 FROM (SELECT a::text::integer AS a FROM t) x", "5");
  }

  @Test
  void a_type_with_all_that_stands_on_it() throws SQLException {
    String schema =
        """
        CREATE TABLE t (id %1$s PRIMARY KEY, next %1$s REFERENCES t, twice %1$s GENERATED ALWAYS AS (id * 2) STORED,
          CHECK (id > 0), CHECK (twice > 0));
        CREATE INDEX it ON t ((id + 1)) WHERE next > 0;
        CREATE VIEW v AS SELECT id FROM t;
        CREATE VIEW w AS SELECT id FROM v;
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER g BEFORE UPDATE OF id ON t FOR EACH ROW EXECUTE FUNCTION f();
        COMMENT ON COLUMN t.id IS 'a key';
        """;
    Change.between(schema.formatted("INTEGER"), schema.formatted("BIGINT"))
        .on("INSERT INTO t VALUES (1, 1), (2, 1)")
        .works("SELECT sum(twice) FROM t", "6");
  }

  @Test
  void a_default_added_removed_or_changed() throws SQLException {
    change("a INTEGER", "a INTEGER DEFAULT 5")
        .takes("ALTER TABLE t ALTER COLUMN a SET DEFAULT 5")
        .isUndoneBy("ALTER TABLE t ALTER COLUMN a DROP DEFAULT")
        .works();
    change("a TEXT DEFAULT 'x'", "a INTEGER DEFAULT 7")
        .on("INSERT INTO t VALUES (1, '2')")
        .takes(
            "ALTER TABLE t ALTER COLUMN a DROP DEFAULT",
            "ALTER TABLE t ALTER COLUMN a SET DATA TYPE integer USING a::integer",
            "ALTER TABLE t ALTER COLUMN a SET DEFAULT 7")
        .works("SELECT a FROM t", "2");
  }

  @Test
  void a_column_computed_otherwise_or_no_more_is_dropped_and_added_again() throws SQLException {
    change(
            "c INTEGER GENERATED ALWAYS AS (id * 2) STORED",
            "c INTEGER GENERATED ALWAYS AS (id * 3) STORED")
        .on("INSERT INTO t VALUES (5)")
        .takes(
            "ALTER TABLE t DROP COLUMN c",
            "ALTER TABLE t ADD COLUMN c integer GENERATED ALWAYS AS (id * 3) STORED")
        .works("SELECT c FROM t", "15");
    change("c INTEGER", "c INTEGER GENERATED ALWAYS AS (id * 3) VIRTUAL").on(ROWS).works();
  }

  @Test
  void an_identity_that_is_added_counts_on_behind_the_rows_that_are_there() throws SQLException {
    Change.between(
            "CREATE TABLE t (id INTEGER NOT NULL)",
            "CREATE TABLE t (id INTEGER GENERATED ALWAYS AS IDENTITY)")
        .on("INSERT INTO t VALUES (7)")
        .takes(
            "ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY",
            "SELECT setval(pg_get_serial_sequence('t', 'id'), max(id)) FROM t HAVING max(id) > 0")
        .isUndoneBy("ALTER TABLE t ALTER COLUMN id DROP IDENTITY")
        .isSaid("column t.id is not counting, and counting always in the models")
        .works("SELECT nextval('t_id_seq')", "8");
  }

  @Test
  void an_identity_changed_or_a_serial_made_one() throws SQLException {
    Change.between(
            "CREATE TABLE t (id INTEGER GENERATED ALWAYS AS IDENTITY)",
            "CREATE TABLE t (id INTEGER GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5))")
        .on(ROWS)
        .works("SELECT nextval('t_id_seq')", "8");
    Change.between(
            "CREATE TABLE t (id SERIAL)",
            "CREATE TABLE t (id BIGINT GENERATED BY DEFAULT AS IDENTITY)")
        .on(ROWS)
        .works("SELECT nextval('t_id_seq')", "4");
    Change.between("CREATE TABLE t (id SERIAL)", "CREATE TABLE t (id BIGSERIAL)")
        .on(ROWS)
        .takes(
            "ALTER TABLE t ALTER COLUMN id SET DATA TYPE bigint",
            "ALTER SEQUENCE t_id_seq AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1"
                + " CACHE 1 NO CYCLE")
        .works("SELECT nextval('t_id_seq')", "4");
    Change.between("CREATE TABLE t (id SERIAL)", "CREATE TABLE t (id INTEGER DEFAULT 5)")
        .on(ROWS)
        .works("SELECT max(id) FROM t", "3");
  }

  @Test
  void a_collation() throws SQLException {
    change("a TEXT", "a TEXT COLLATE \"C\"")
        .on("INSERT INTO t VALUES (1, 'x')")
        .takes("ALTER TABLE t ALTER COLUMN a SET DATA TYPE text COLLATE \"C\"")
        .isUndoneBy("ALTER TABLE t ALTER COLUMN a SET DATA TYPE text")
        .works("SELECT a FROM t", "x");
  }

  @Test
  void a_constraint_renamed() throws SQLException {
    change("CONSTRAINT a UNIQUE (id)", "CONSTRAINT b UNIQUE (id)")
        .takes("ALTER TABLE t RENAME CONSTRAINT a TO b")
        .isUndoneBy("ALTER TABLE t RENAME CONSTRAINT b TO a")
        .works();
    change("UNIQUE (id)", "CONSTRAINT b UNIQUE (id)").takes();
  }

  @Test
  void a_unique_constraint_its_nulls_its_deferral_and_what_it_includes() throws SQLException {
    change("", "UNIQUE (id)").takes("ALTER TABLE t ADD CONSTRAINT t_id_key UNIQUE (id)").works();
    change("b TEXT, UNIQUE (id)", "b TEXT, UNIQUE NULLS NOT DISTINCT (id) INCLUDE (b) DEFERRABLE")
        .takes(
            "ALTER TABLE t DROP CONSTRAINT t_id_key",
            "ALTER TABLE t ADD CONSTRAINT t_id_b_key UNIQUE NULLS NOT DISTINCT (id) INCLUDE (b)"
                + " DEFERRABLE INITIALLY IMMEDIATE")
        .works();
  }

  @Test
  void a_primary_key() throws SQLException {
    change("b INTEGER NOT NULL, PRIMARY KEY (id)", "b INTEGER NOT NULL, PRIMARY KEY (id, b)")
        .on("INSERT INTO t VALUES (1, 2)")
        .takes(
            "ALTER TABLE t DROP CONSTRAINT t_pkey",
            "ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id, b)")
        .works();
    change("", "PRIMARY KEY (id)").on("INSERT INTO t VALUES (1)").works();
  }

  @Test
  void a_foreign_key_its_actions_its_match_and_its_deferral() throws SQLException {
    String parent = "CREATE TABLE p (id INTEGER PRIMARY KEY);";
    Change.between(
            parent + table("FOREIGN KEY (id) REFERENCES p"),
            parent
                + table(
                    "FOREIGN KEY (id) REFERENCES p MATCH FULL ON DELETE CASCADE ON UPDATE SET"
                        + " DEFAULT DEFERRABLE INITIALLY DEFERRED"))
        .on("INSERT INTO p VALUES (1); INSERT INTO t VALUES (1)")
        .takes(
            "ALTER TABLE t DROP CONSTRAINT t_id_fkey",
            "ALTER TABLE t ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES p (id) MATCH FULL"
                + " ON DELETE CASCADE ON UPDATE SET DEFAULT DEFERRABLE INITIALLY DEFERRED")
        .works();
  }

  @Test
  void a_check_named_or_not_by_what_it_says() throws SQLException {
    change("a VARCHAR(9), CHECK (a IN ('x', 'y'))", "a VARCHAR(9), CHECK (a IN ('x', 'z'))")
        .on("INSERT INTO t VALUES (1, 'x')")
        .works();
    change("CHECK (id > 0)", "CONSTRAINT ck CHECK ((  id>0 ))").takes();
  }

  @Test
  void an_exclusion_constraint() throws SQLException {
    change("d TSRANGE", "d TSRANGE, CONSTRAINT x EXCLUDE USING gist (d WITH &&)")
        .on("INSERT INTO t VALUES (1, '[2024-01-01,2024-01-02)')")
        .takes("ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (d WITH &&)")
        .isUndoneBy("ALTER TABLE t DROP CONSTRAINT x")
        .isSaid("constraint x on t EXCLUDE USING gist (d WITH &&) is missing")
        .works();
  }

  @Test
  void an_index_changed_in_anything() throws SQLException {
    String table = table("a TEXT, b TEXT");
    Change.between(
            table + "CREATE INDEX ix ON t (a)",
            table
                + "CREATE UNIQUE INDEX ix ON t (lower(a) text_pattern_ops, b COLLATE \"C\" DESC"
                + " NULLS LAST) INCLUDE (id) NULLS NOT DISTINCT WITH (fillfactor = 80) WHERE b <>"
                + " ''")
        .on("INSERT INTO t VALUES (1, 'A', 'B')")
        .takes(
            "DROP INDEX ix",
            "CREATE UNIQUE INDEX ix ON t (lower(a) text_pattern_ops, b COLLATE \"C\" DESC NULLS"
                + " LAST) INCLUDE (id) NULLS NOT DISTINCT WITH (fillfactor=80) WHERE b <> ''::text")
        .isSaid(
            "index ix on t is (a), and UNIQUE (lower(a) text_pattern_ops, b COLLATE C DESC NULLS"
                + " LAST) INCLUDE (id) NULLS NOT DISTINCT WITH (fillfactor=80) WHERE b <> ''::text"
                + " in the models")
        .works();
    Change.between(
            table("a TEXT[]") + "CREATE INDEX ix ON t (a)",
            table("a TEXT[]") + "CREATE INDEX ix ON t USING gin (a)")
        .takes("DROP INDEX ix", "CREATE INDEX ix ON t USING gin (a)")
        .works();
  }

  @Test
  void a_table_and_a_column_renamed_with_a_hint() throws SQLException {
    String script =
        """
        CREATE TABLE %1$s (id SERIAL PRIMARY KEY, %2$s TEXT UNIQUE CHECK (%2$s <> ''));
        CREATE INDEX ix ON %1$s (lower(%2$s)) WHERE %2$s > 'a';
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER g BEFORE UPDATE OF %2$s ON %1$s FOR EACH ROW EXECUTE FUNCTION f();
        COMMENT ON TABLE %1$s IS 'who is there';
        COMMENT ON COLUMN %1$s.%2$s IS 'where they read';
        """;
    Change.between(script.formatted("users", "email"), script.formatted("people", "address"))
        .with(
            new RenameHint.OfTable(new Name("people"), new Name("users")),
            new RenameHint.OfColumn(new Name("people"), new Name("address"), new Name("email")))
        .on("INSERT INTO users (email) VALUES ('a@b')")
        .takes(
            "ALTER TABLE users RENAME TO people",
            "ALTER TABLE people RENAME COLUMN email TO address")
        .isUndoneBy(
            "ALTER TABLE people RENAME COLUMN address TO email",
            "ALTER TABLE people RENAME TO users")
        .works("SELECT address FROM people", "a@b");
  }

  @Test
  void the_order_of_columns_is_no_difference() {
    change("a TEXT, b TEXT", "b TEXT, a TEXT").takes().isSaid();
  }

  @Test
  void what_is_said_of_a_table_as_a_whole_is_for_a_person() {
    Change.between(
            "CREATE TABLE t (id INTEGER)",
            "CREATE UNLOGGED TABLE t (id INTEGER) WITH (fillfactor = 70);"
                + "ALTER TABLE t ENABLE ROW LEVEL SECURITY")
        .takes()
        .isSaid(
            "table t is without options, and ROW LEVEL SECURITY, UNLOGGED, WITH (fillfactor=70) in"
                + " the models");
  }

  @Test
  void a_partition_comes_and_goes_and_its_bounds_are_for_a_person() throws SQLException {
    String parent = "CREATE TABLE t (id INTEGER) PARTITION BY RANGE (id);";
    String part = "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (%d);";
    Change.between(parent, parent + part.formatted(9))
        .takes("CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (9)")
        .isUndoneBy("DROP TABLE t1")
        .isSaid("table t1 is missing")
        .works();
    Change.between(parent + part.formatted(9), parent + part.formatted(8))
        .takes()
        .isSaid(
            "table t1 is PARTITION OF t FOR VALUES FROM (1) TO (9), and PARTITION OF t FOR VALUES"
                + " FROM (1) TO (8) in the models");
    Change.between(
            parent + part.formatted(9),
            "CREATE TABLE t (id INTEGER, a TEXT) PARTITION BY RANGE (id);" + part.formatted(9))
        .on("INSERT INTO t VALUES (1)")
        .takes("ALTER TABLE t ADD COLUMN a text")
        .works("SELECT count(*) FROM t1", "1");
  }

  @Test
  void a_table_that_inherits_comes_and_goes_and_from_what_is_for_a_person() throws SQLException {
    String parents = "CREATE TABLE p (id INTEGER); CREATE TABLE q (id INTEGER);";
    Change.between(parents, parents + "CREATE TABLE c (a TEXT) INHERITS (p);")
        .takes("CREATE TABLE c (\n  a text\n) INHERITS (p)")
        .works();
    Change.between(
            parents + "CREATE TABLE c (a TEXT) INHERITS (p);",
            parents + "CREATE TABLE c (a TEXT) INHERITS (q);")
        .takes()
        .isSaid("table c is INHERITS (p), and INHERITS (q) in the models");
  }
}
