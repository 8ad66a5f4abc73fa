package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.UnusableDatabaseException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is, as <a
 * href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">libpq</a>,
 * SQLAlchemy or JDBC write it: {@code postgresql://user:password@host:port,host:port/database?...},
 * with or without a driver's name after a plus sign, or {@code jdbc:postgresql:...}.
 *
 * @param hosts each with its port if the URL has one, separated by commas; not empty
 * @param options the driver's properties, user and password among them, by their names
 */
record PostgresqlUrl(String hosts, String database, Map<String, String> options) {
  private static final Pattern PREFIX =
      Pattern.compile("(?i)(?:jdbc:)?postgres(?:ql)?(?:\\+[a-z0-9_]+)?:");
  // libpq has slashes, question marks and @ in a password written as %2F, %3F and %40.
  private static final Pattern STRICT = parts("[^@/?]*");
  // SQLAlchemy takes a slash as it is.
  private static final Pattern LENIENT = parts("[^@]*");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Za-z:.%]+\\]|[^:\\[\\]]*)(:\\d+)?");
  private static final String USER = "user";

  private static Pattern parts(String password) {
    return Pattern.compile(
        "(?://(?:(?<user>[^:@/?]*)(?::(?<password>%s))?@)?(?<hosts>[^@/?]*))?/?(?<database>[^/?]*)(?:\\?(?<query>.*))?"
            .formatted(password),
        Pattern.DOTALL);
  }

  /**
   * @throws UnusableDatabaseException if the URL cannot be understood
   */
  static PostgresqlUrl parse(DatabaseUrl url) {
    return new Parsing(url).parsed();
  }

  /** {@return what messages call the database: its URL without password and options} */
  String name() {
    String user = Optional.ofNullable(options.get(USER)).map(name -> name + "@").orElse("");
    return "postgresql://%s%s/%s".formatted(user, hosts, database);
  }

  /** {@return the URL for the driver; everything else is in the options} */
  String jdbc() {
    return "jdbc:postgresql://%s/%s"
        .formatted(hosts, URLEncoder.encode(database, StandardCharsets.UTF_8));
  }

  /** {@return another database on the same server, for the same user} */
  PostgresqlUrl withDatabase(String other) {
    return new PostgresqlUrl(hosts, other, options);
  }

  /** One URL, taken apart. */
  private static final class Parsing {
    private final DatabaseUrl url;

    Parsing(DatabaseUrl url) {
      this.url = url;
    }

    PostgresqlUrl parsed() {
      String rest = PREFIX.matcher(url.full()).replaceFirst("");
      Matcher parts = STRICT.matcher(rest);
      if (!parts.matches() || !haveHosts(parts)) {
        parts = LENIENT.matcher(rest);
        if (!parts.matches() || !haveHosts(parts)) {
          throw notUnderstood();
        }
      }
      if (parts.group("hosts") == null && !isJdbc()) {
        throw notUnderstood();
      }
      Map<String, List<String>> query = query(orEmpty(parts.group("query")));
      Map<String, String> options = new LinkedHashMap<>();
      given(parts.group(USER)).ifPresent(user -> options.put(USER, decoded(user)));
      given(parts.group("password")).ifPresent(word -> options.put("password", decoded(word)));
      options.putAll(new DriverOptions(url).of(query));
      String user =
          options.computeIfAbsent(USER, name -> System.getProperty("user.name", "postgres"));
      String database =
          given(parts.group("database"))
              .map(this::decoded)
              .or(() -> last(query, "dbname"))
              .orElse(user);
      return new PostgresqlUrl(hosts(orEmpty(parts.group("hosts")), query), database, options);
    }

    private boolean isJdbc() {
      return url.full().regionMatches(true, 0, "jdbc:", 0, 5);
    }

    private static boolean haveHosts(Matcher parts) {
      for (String host : orEmpty(parts.group("hosts")).split(",", -1)) {
        if (!HOST.matcher(host).matches()) {
          return false;
        }
      }
      return true;
    }

    /** The hosts stand before the path, or after the question mark. */
    private String hosts(String authority, Map<String, List<String>> query) {
      List<String> hosts = new ArrayList<>();
      List<String> named = query.getOrDefault("host", List.of(authority));
      for (String several : named) {
        hosts.addAll(List.of(several.split(",", -1)));
      }
      List<String> ports =
          last(query, "port").map(text -> List.of(text.split(",", -1))).orElse(List.of());
      for (int index = 0; index < hosts.size(); index++) {
        String port = ports.isEmpty() ? "" : ports.get(Math.min(index, ports.size() - 1));
        hosts.set(index, host(hosts.get(index), port));
      }
      return String.join(",", hosts);
    }

    private String host(String written, String otherPort) {
      Matcher parts = HOST.matcher(written.startsWith("/") ? "" : written);
      String name = parts.matches() ? decoded(parts.group(1)) : "";
      if (written.startsWith("/") || name.startsWith("/")) {
        throw new UnusableDatabaseException(
            "The database URL %s names a Unix socket, which Java's driver cannot reach."
                .formatted(url),
            "Name a host: localhost, if the server listens there.");
      }
      if (!parts.matches() || !otherPort.matches("\\d*")) {
        throw notUnderstood();
      }
      String port = Optional.ofNullable(parts.group(2)).orElse("");
      return (name.isEmpty() ? "localhost" : name)
          + (port.isEmpty() && !otherPort.isEmpty() ? ":" + otherPort : port);
    }

    private Map<String, List<String>> query(String text) {
      Map<String, List<String>> query = new LinkedHashMap<>();
      for (String option : text.split("&")) {
        int equals = option.indexOf('=');
        if (!option.isEmpty()) {
          String name = decoded(equals < 0 ? option : option.substring(0, equals));
          String value = equals < 0 ? "" : option.substring(equals + 1).replace("+", "%20");
          query.computeIfAbsent(name, first -> new ArrayList<>()).add(decoded(value));
        }
      }
      return query;
    }

    private String decoded(String text) {
      try {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException invalid) {
        // What is wrong may be part of a password, so it is not repeated, nor what found it.
        throw new UnusableDatabaseException(
            "The database URL %s has a percent sign that no two hexadecimal digits follow."
                .formatted(url),
            "Write %25 for a percent sign; in alembic.ini %%25.");
      }
    }

    private static Optional<String> given(String part) {
      return Optional.ofNullable(part).filter(text -> !text.isEmpty());
    }

    private static String orEmpty(String part) {
      return Optional.ofNullable(part).orElse("");
    }

    private static Optional<String> last(Map<String, List<String>> query, String name) {
      return Optional.ofNullable(query.get(name)).map(List::getLast);
    }

    private UnusableDatabaseException notUnderstood() {
      return new UnusableDatabaseException(
          "The database URL %s cannot be understood.".formatted(url),
          "Write it as postgresql://user:password@host:5432/database, with @, / and ? in the"
              + " password as %40, %2F and %3F.");
    }
  }
}
