package io.limbeck.adapter.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read of a database, what is not, and what that takes. */
class ReadingTest {
  private static final int MANY = System.getProperty("limbeck.stress") == null ? 250 : 2000;

  @Test
  void as_many_queries_are_asked_whatever_the_number_of_tables() throws SQLException {
    int few = queries(tables(1));
    int many = queries(tables(60));

    assertThat(many).isEqualTo(few);
    assertThat(few).isEqualTo(13);
  }

  @Test
  void thousands_of_tables_are_read_in_a_second_or_so() throws SQLException {
    try (Connection connection = Server.database()) {
      for (int from = 0; from < MANY; from += 250) {
        Server.execute(connection, tables(from, from + 250));
      }

      Instant start = Instant.now();
      Schema schema = Schemas.read(connection);
      Duration duration = Duration.between(start, Instant.now());

      assertThat(schema.tables()).hasSize(MANY);
      assertThat(schema.tables())
          .allSatisfy(table -> {
            assertThat(table.columns()).hasSize(10);
            assertThat(table.constraints()).hasSize(table.name().text().equals("t0") ? 2 : 3);
            assertThat(table.indexes()).hasSize(1);
          });
      assertThat(duration).isLessThan(Duration.ofSeconds(15));
    }
  }

  private static String tables(int count) {
    return tables(0, count);
  }

  private static String tables(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            """
            CREATE TABLE t%d (
              id SERIAL PRIMARY KEY, a INTEGER DEFAULT 1, b TEXT DEFAULT 'x', c VARCHAR(20), d DATE,
              e NUMERIC(10, 2), f BOOLEAN, g TIMESTAMPTZ DEFAULT now(), h JSONB, i BIGINT,
              CHECK (a > 0)%s);
            CREATE INDEX i%d ON t%d (lower(b)) WHERE a > 1;
            """
                .formatted(i, i == 0 ? "" : ", FOREIGN KEY (a) REFERENCES t" + (i - 1), i, i))
        .collect(Collectors.joining());
  }

  /** {@return how many statements it takes to read what a script makes} */
  private static int queries(String script) throws SQLException {
    AtomicInteger count = new AtomicInteger();
    try (Connection connection = Server.database(script)) {
      Connection counting =
          (Connection)
              Proxy.newProxyInstance(
                  ReadingTest.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().matches("prepare.*|createStatement")) {
                      count.incrementAndGet();
                    }
                    try {
                      return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                      throw failure.getTargetException();
                    }
                  });
      Schemas.read(counting);
    }
    return count.get();
  }

  @Test
  void what_belongs_to_an_extension_is_not_read() {
    Schema schema =
        Schemas.of(
            """
            CREATE EXTENSION citext; CREATE EXTENSION pg_stat_statements; CREATE EXTENSION btree_gist;
            CREATE TABLE t (name citext);
            """);

    assertThat(schema.stored()).isEmpty();
    assertThat(schema.tables()).extracting(Table::name).containsExactly(new Name("t"));
    assertThat(schema.tables().getFirst().columns().getFirst().type()).hasToString("citext");
  }

  @Test
  void hidden_tables_are_left_out_with_all_that_belongs_to_them() throws SQLException {
    try (Connection connection =
        Server.database(
            """
            CREATE SCHEMA audit;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TABLE hidden (id SERIAL PRIMARY KEY, a TEXT UNIQUE);
            CREATE INDEX ON hidden (lower(a));
            CREATE TRIGGER g BEFORE INSERT ON hidden FOR EACH ROW EXECUTE FUNCTION f();
            COMMENT ON TABLE hidden IS 'hidden';
            COMMENT ON COLUMN hidden.a IS 'hidden';
            CREATE TABLE audit.hidden (a INTEGER);
            CREATE TABLE shown (a INTEGER);
            """)) {

      Schema schema =
          PostgresqlSchema.read(connection, List.of("public", "audit"), new Name("hidden")::equals);

      assertThat(schema.tables())
          .extracting(Table::name)
          .containsExactly(new Name("shown"), new Name("audit", "hidden"));
      assertThat(schema.stored())
          .extracting(Stored::kind)
          .containsExactly(Stored.Kind.NAMESPACE, Stored.Kind.FUNCTION);
    }
  }

  @Test
  void only_the_schemas_that_are_asked_for_are_read_and_the_first_goes_without_saying()
      throws SQLException {
    try (Connection connection =
        Server.database(
            """
            CREATE SCHEMA audit; CREATE SCHEMA "Old Books";
            CREATE TABLE a (id INTEGER PRIMARY KEY);
            CREATE TABLE audit.b (a INTEGER REFERENCES a);
            CREATE VIEW audit.v AS SELECT * FROM audit.b JOIN a ON a.id = b.a;
            """)) {

      Schema schema = PostgresqlSchema.read(connection, List.of("audit", "missing"), name -> false);

      assertThat(Schemas.statements(schema))
          .containsExactly(
              """
              CREATE TABLE b (
                a integer,
                CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a (id)
              )\
              """
                  .stripIndent(),
              """
              CREATE VIEW v AS
              SELECT b.a,
                  a.id
                 FROM b
                   JOIN public.a ON a.id = b.a\
              """
                  .stripIndent());
    }
  }

  @Test
  void the_search_path_is_what_it_was_afterwards() throws SQLException {
    try (Connection connection = Server.database("CREATE SCHEMA audit")) {
      Server.execute(connection, "SET search_path = audit, \"$user\"");

      Schemas.read(connection);

      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW search_path")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("audit, \"$user\"");
      }
    }
  }

  @Test
  void a_schema_is_read_in_a_transaction_that_reads_only() throws SQLException {
    try (Connection connection = Server.database("CREATE TABLE t (id SERIAL)")) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);

      assertThat(Schemas.read(connection).tables()).hasSize(1);
      connection.rollback();
    }
  }

  @Test
  void what_a_sequence_of_a_column_is_called_makes_no_difference() {
    Schema renamed =
        Schemas.of("CREATE TABLE users (id SERIAL); ALTER TABLE users RENAME TO people;");

    assertThat(renamed).isEqualTo(Schemas.of("CREATE TABLE people (id SERIAL)"));
    Identity identity = renamed.tables().getFirst().columns().getFirst().identity().orElseThrow();
    assertThat(identity.sequence()).isEqualTo(new Name("users_id_seq"));
  }

  @Test
  void columns_and_things_that_were_dropped_are_not_read() {
    assertThat(
            Schemas.of(
                """
                CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER);
                CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT c FROM t;
                ALTER TABLE t DROP COLUMN b; DROP VIEW v;
                """))
        .isEqualTo(Schemas.of("CREATE TABLE t (a INTEGER, c INTEGER)"));
  }

  @Test
  void the_keywords_that_need_quotes_are_those_that_the_server_knows() throws SQLException {
    try (Connection connection = Server.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT string_agg(word, ' ') FROM pg_get_keywords() WHERE catcode <> 'U'")) {
      rows.next();

      assertThat(Identifiers.KEYWORDS).containsExactlyInAnyOrder(rows.getString(1).split(" "));
    }
  }
}
