package io.limbeck.adapter.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.UnusableDatabaseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as libpq, SQLAlchemy and JDBC write them. */
class PostgresqlUrlTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://ada@db/app,                     postgresql://ada@db/app",
    "postgres://ada@db/app,                       postgresql://ada@db/app",
    "POSTGRES://ada@db/app,                       postgresql://ada@db/app",
    "postgresql+psycopg2://ada@db/app,            postgresql://ada@db/app",
    "postgresql://ada:x@db:5433/app,              postgresql://ada@db:5433/app",
    "postgresql://ada@/app,                       postgresql://ada@localhost/app",
    "postgresql:///app?user=ada,                  postgresql://ada@localhost/app",
    "postgresql://ada@db,                         postgresql://ada@db/ada",
    "postgresql://ada@db?dbname=app,              postgresql://ada@db/app",
    "postgresql:///app?user=ada&host=db&port=6,   postgresql://ada@db:6/app",
    "postgresql:///app?user=ada&host=a:1&host=b:2,'postgresql://ada@a:1,b:2/app'",
    "postgresql:///app?user=ada&host=a%2Cb&port=1%2C2,'postgresql://ada@a:1,b:2/app'",
    "'postgresql://ada@a,b:5433/app',             'postgresql://ada@a,b:5433/app'",
    "postgresql://ada@[::1]:5433/app,             postgresql://ada@[::1]:5433/app",
    "postgresql://a%40b:x@db/one%20two,           postgresql://a@b@db/one two",
    "jdbc:postgresql://db:5433/app?user=ada,      postgresql://ada@db:5433/app",
    "jdbc:postgresql:app?user=ada,                postgresql://ada@localhost/app",
    "jdbc:postgresql:/?user=ada,                  postgresql://ada@localhost/ada"
  })
  void all_ways_to_write_a_url_are_understood(String url, String name) {
    assertThat(parsed(url).name()).isEqualTo(name);
  }

  @Test
  void the_driver_is_told_hosts_and_database_in_its_own_way() {
    assertThat(parsed("postgres://ada:x@a,[::1]:5433/one%20%3F?sslmode=require").jdbc())
        .isEqualTo("jdbc:postgresql://a,[::1]:5433/one+%3F");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://ada:secret@db/app,              secret",
    "postgresql://ada:s%40c%2Fr%3Fe%25t@db/app,   s@c/r?e%t",
    "postgresql+psycopg2://ada:a/b:c+d@db/app,    a/b:c+d",
    "postgresql://ada:a/b?c@db:5433/app,          a/b?c",
    "postgresql://db/app?user=ada&password=a%26b, a&b",
    "jdbc:postgresql://db/app?password=a+b,       a b"
  })
  void passwords_are_what_was_meant(String url, String password) {
    PostgresqlUrl parsed = parsed(url);

    assertThat(parsed.options()).containsEntry("password", password);
    assertThat(parsed.name()).doesNotContain(password);
  }

  @Test
  void options_reach_the_driver_under_its_own_names() {
    PostgresqlUrl parsed =
        parsed(
            "postgresql://ada@db/app?sslmode=verify-full&sslrootcert=/etc/root.crt&sslcert=c&sslkey=k"
                + "&connect_timeout=7&application_name=deploy&target_session_attrs=read-write"
                + "&channel_binding=require&keepalives=0&load_balance_hosts=random&socketTimeout=30"
                + "&options=-c%20statement_timeout=5min+-c+idle_in_transaction_session_timeout=1min"
                + "&client_encoding=utf8");

    assertThat(parsed.options())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("user", "ada"),
                Map.entry("sslmode", "verify-full"),
                Map.entry("sslrootcert", "/etc/root.crt"),
                Map.entry("sslcert", "c"),
                Map.entry("sslkey", "k"),
                Map.entry("connectTimeout", "7"),
                Map.entry("ApplicationName", "deploy"),
                Map.entry("targetServerType", "primary"),
                Map.entry("channelBinding", "require"),
                Map.entry("tcpKeepAlive", "false"),
                Map.entry("loadBalanceHosts", "true"),
                Map.entry("socketTimeout", "30"),
                Map.entry(
                    "options",
                    "-c statement_timeout=5min -c idle_in_transaction_session_timeout=1min")));
  }

  @Test
  void a_mistyped_option_is_refused_instead_of_ignored() {
    assertThatThrownBy(() -> parsed("postgresql://ada:secret@db/app?sslmod=verify-full"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(
            "The database URL postgresql://ada:***@db/app?sslmod=verify-full has the option"
                + " 'sslmod', which is not known. Take it out. Settings of the server, such as"
                + " statement_timeout, are written as options=-c%20statement_timeout=30s.");
    assertThatThrownBy(() -> parsed("postgresql://db/app?passfile=/home/ada/.pgpass"))
        .hasMessageEndingWith("Take it out, and set the variable PGPASSFILE.");
    assertThatThrownBy(() -> parsed("postgresql://db/app?target_session_attrs=best"))
        .hasMessage(
            "The database URL postgresql://db/app?target_session_attrs=best has the unknown"
                + " target_session_attrs 'best'. Use read-write, primary, standby, read-only,"
                + " prefer-standby or any.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:sec@ret@db/app",
        "postgresql://ada:secret@db:port/app",
        "postgresql://ada:secret@db:5432:5433/app",
        "postgresql://ada:secret@db/app/more",
        "postgresql:app?password=secret",
        "postgresql:///app?host=db&port=secret&password=secret"
      })
  void a_url_that_is_none_is_told_without_its_password(String url) {
    UnusableDatabaseException refusal =
        catchThrowableOfType(UnusableDatabaseException.class, () -> parsed(url));

    assertThat(refusal.problem())
        .startsWith("The database URL postgresql:")
        .endsWith(" cannot be understood.");
    assertThat(refusal.getMessage()).doesNotContain("password=secret", "sec@", "ret@");
    assertThat(refusal.remedy())
        .isEqualTo(
            "Write it as postgresql://user:password@host:5432/database, with @, / and ? in the"
                + " password as %40, %2F and %3F.");
  }

  @Test
  void a_socket_and_a_lone_percent_sign_are_told() {
    for (String url :
        new String[] {
          "postgresql://ada@%2Fvar%2Frun%2Fpostgresql/app",
          "postgresql:///app?host=/var/run/postgresql"
        }) {
      assertThatThrownBy(() -> parsed(url))
          .hasMessage(
              "The database URL %s names a Unix socket, which Java's driver cannot reach. Name a"
                  + " host: localhost, if the server listens there.",
              url);
    }
    assertThatThrownBy(() -> parsed("postgresql://ada:100%@db/app"))
        .hasMessage(
            "The database URL postgresql://ada:***@db/app has a percent sign that no two"
                + " hexadecimal digits follow. Write %25 for a percent sign; in alembic.ini %%25.");
  }

  private static PostgresqlUrl parsed(String url) {
    return PostgresqlUrl.parse(DatabaseUrl.parse(url));
  }
}
