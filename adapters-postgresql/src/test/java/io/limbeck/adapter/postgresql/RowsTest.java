package io.limbeck.adapter.postgresql;

import static io.limbeck.adapter.postgresql.Given.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.copy.Copied;
import io.limbeck.application.copy.Copy;
import io.limbeck.application.copy.CopyProgress;
import io.limbeck.application.copy.RowRefusedException;
import io.limbeck.application.copy.Side;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.domain.diff.Selection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows as only PostgreSQL has them, from one database to another. */
class RowsTest {
  private final String source = SERVER.newDatabase();
  private final String target = SERVER.newDatabase();

  @AfterEach
  void drop_the_databases() {
    SERVER.drop(source);
    SERVER.drop(target);
  }

  @Test
  void values_of_types_that_no_other_database_has_are_the_same() {
    both(
        "CREATE TYPE mood AS ENUM ('sad', 'it''s fine')",
        "CREATE DOMAIN short AS VARCHAR(5)",
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, m mood, a INTEGER[], i INTERVAL, r INT4RANGE,
          n NUMERIC, ts TIMESTAMPTZ, d DATE, s short, b BIT(3), ip INET, j JSONB, c CHAR(4),
          tz TIME WITH TIME ZONE)
        """);
    SERVER.execute(
        source,
        """
        INSERT INTO t VALUES
        (1, 'it''s fine', '{1,NULL,3}', '1 mon 2 days 03:00:00.5', '[1,5)', 'NaN', 'infinity',
          '-infinity', 'abc', B'101', '10.0.0.1/8', '{"b": 1.50, "a": [1]}', 'x', '12:00:00.5+05:30'),
        (2, NULL, '{}', NULL, 'empty', 12345678901234567890.12345678901234567890,
          '4713-01-01 BC', '2024-02-29', '', NULL, NULL, 'null', NULL, NULL)
        """);

    copy();

    assertSame("SELECT * FROM t ORDER BY id");
  }

  @Test
  void keys_that_are_always_made_up_are_kept_and_new_ones_come_after_them() {
    both(
        "CREATE TABLE i (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v TEXT)",
        "CREATE TABLE s (id BIGSERIAL PRIMARY KEY, v TEXT)",
        "CREATE TABLE empty (id SERIAL PRIMARY KEY)");
    SERVER.execute(
        source,
        "INSERT INTO i (v) VALUES ('a'), ('b'), ('c')",
        "DELETE FROM i WHERE id = 3",
        "INSERT INTO s VALUES (40, 'x')");

    copy();

    SERVER.execute(
        target,
        "INSERT INTO i (v) VALUES ('d')",
        "INSERT INTO s (v) VALUES ('y')",
        "INSERT INTO empty DEFAULT VALUES");
    assertThat(SERVER.query(target, "SELECT id FROM i ORDER BY id")).containsExactly("1", "2", "4");
    assertThat(SERVER.query(target, "SELECT id FROM s ORDER BY id")).containsExactly("40", "41");
    assertThat(SERVER.query(target, "SELECT id FROM empty")).containsExactly("1");
  }

  @Test
  void triggers_are_silent_and_afterwards_as_they_were() {
    both(
        "CREATE TABLE log (id SERIAL PRIMARY KEY, v TEXT)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)",
        "CREATE TABLE child (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t DEFERRABLE INITIALLY"
            + " DEFERRED)",
        "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$BEGIN INSERT INTO log (v) VALUES (new.id); RETURN new; END$$",
        "CREATE TRIGGER one AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION note()",
        "CREATE TRIGGER \"Two 2\" AFTER INSERT ON child FOR EACH ROW EXECUTE FUNCTION note()",
        "CREATE TRIGGER three BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION note()",
        "ALTER TABLE child ENABLE ALWAYS TRIGGER \"Two 2\"",
        "ALTER TABLE t DISABLE TRIGGER three");
    SERVER.execute(source, "INSERT INTO t VALUES (1, 'a')", "INSERT INTO child VALUES (1, 1)");
    List<String> before = triggers();

    copy();

    assertSame("SELECT * FROM log ORDER BY id");
    assertThat(triggers()).isEqualTo(before).hasSize(3);
  }

  @Test
  void rows_of_partitions_are_copied_once() {
    both(
        "CREATE TABLE p (id INTEGER, PRIMARY KEY (id)) PARTITION BY RANGE (id)",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10)",
        "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20)");
    SERVER.execute(source, "INSERT INTO p SELECT generate_series(0, 19)");

    Copied copied = copy();

    assertThat(copied.rows()).isEqualTo(20);
    assertSame("SELECT id FROM p1 ORDER BY id");
    assertSame("SELECT id FROM p2 ORDER BY id");
  }

  @Test
  void a_table_without_a_key_is_one_transaction() {
    both("CREATE TABLE bag (v INTEGER CHECK (v < 100))");
    SERVER.execute(
        source,
        "INSERT INTO bag SELECT v % 7 FROM generate_series(1, 50) v",
        "ALTER TABLE bag DROP CONSTRAINT bag_v_check",
        "INSERT INTO bag VALUES (100)");

    assertThatThrownBy(this::copy)
        .isInstanceOf(RowRefusedException.class)
        .hasMessageStartingWith(
            "The target refuses a row of bag: new row for relation \"bag\" violates check"
                + " constraint \"bag_v_check\" (23514 check_violation).");
    assertThat(SERVER.query(target, "SELECT count(*) FROM bag")).containsExactly("0");

    SERVER.execute(source, "DELETE FROM bag WHERE v = 100");
    copy();
    assertSame("SELECT v, count(*) FROM bag GROUP BY v ORDER BY v");
    assertThat(copy().copied()).isZero();
  }

  @Test
  void what_a_value_was_is_told_by_no_refusal() {
    both("CREATE TYPE mood AS ENUM ('sad')", "CREATE TABLE t (id INTEGER PRIMARY KEY, m mood)");
    SERVER.execute(
        source, "ALTER TYPE mood ADD VALUE 'secret'", "INSERT INTO t VALUES (1, 'secret')");

    assertThatThrownBy(this::copy)
        .isInstanceOf(RowRefusedException.class)
        .hasMessageStartingWith(
            "The target refuses the row with id = 1 of t: invalid input value for enum mood (22P02"
                + " invalid_text_representation).");
  }

  @Test
  void what_others_write_meanwhile_is_not_seen() {
    both("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    SERVER.execute(source, "INSERT INTO t VALUES (1)");
    Side from = side(source);

    try (var reading = from.rows().read()) {
      var table = from.database().schema().tables().getFirst();
      assertThat(reading.count(table)).isEqualTo(1);

      SERVER.execute(source, "INSERT INTO t VALUES (2)");

      assertThat(reading.count(table)).isEqualTo(1);
    }
  }

  private Copied copy() {
    Side from = side(source);
    Side to = side(target);
    try {
      return new Copy(from, to, 7).run(Selection.all(), CopyProgress.none());
    } finally {
      from.database().close();
      to.database().close();
    }
  }

  private static Side side(String name) {
    DatabaseSettings settings = Given.settings(SERVER.url(name), Duration.ofSeconds(20));
    return new Side(
        settings.url(),
        PostgresqlModule.storage().database(settings),
        PostgresqlModule.rows().rows(settings));
  }

  private List<String> triggers() {
    return SERVER.query(
        target, "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname");
  }

  private void both(String... sql) {
    SERVER.execute(source, sql);
    SERVER.execute(target, sql);
  }

  private void assertSame(String query) {
    assertThat(SERVER.query(target, query)).isNotEmpty().isEqualTo(SERVER.query(source, query));
  }
}
