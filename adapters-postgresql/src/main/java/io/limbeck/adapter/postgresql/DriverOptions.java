package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.UnusableDatabaseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGProperty;

/**
 * What follows the question mark of a PostgreSQL URL, under the driver's names. <a
 * href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS">libpq's
 * names</a> are translated, <a href="https://jdbc.postgresql.org/documentation/use/">the
 * driver's</a> are passed on. Everything else is refused, because a mistyped {@code
 * sslmode=verify-full} must not end in a connection that verifies nothing.
 */
record DriverOptions(DatabaseUrl url) {
  private static final Map<String, String> LIBPQ =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "gssencmode", "gssEncMode",
          "keepalives", "tcpKeepAlive",
          "krbsrvname", "kerberosServerName",
          "load_balance_hosts", "loadBalanceHosts",
          "require_auth", "requireAuth",
          "sslnegotiation", "sslNegotiation",
          "target_session_attrs", "targetServerType");
  private static final Map<String, String> SERVERS =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");
  // They say where the database is, and are read there; or they change nothing here.
  private static final Set<String> ELSEWHERE =
      Set.of("host", "port", "dbname", "fallback_application_name", "client_encoding");

  /**
   * @param query by the names in the URL
   * @throws UnusableDatabaseException if an option is not known
   */
  Map<String, String> of(Map<String, List<String>> query) {
    Map<String, String> options = new LinkedHashMap<>();
    query.forEach((name, values) -> {
      if (!ELSEWHERE.contains(name)) {
        String known = LIBPQ.getOrDefault(name, name);
        if (PGProperty.forName(known) == null) {
          throw unknown(name);
        }
        options.put(known, value(name, values.getLast()));
      }
    });
    return options;
  }

  private String value(String name, String written) {
    return switch (name) {
      case "keepalives" -> String.valueOf(!written.equals("0"));
      case "load_balance_hosts" -> String.valueOf(written.equals("random"));
      case "target_session_attrs" ->
          Optional.ofNullable(SERVERS.get(written))
              .orElseThrow(() ->
                  new UnusableDatabaseException(
                      "The database URL %s has the unknown target_session_attrs '%s'."
                          .formatted(url, written),
                      "Use read-write, primary, standby, read-only, prefer-standby or any."));
      default -> written;
    };
  }

  private UnusableDatabaseException unknown(String name) {
    return new UnusableDatabaseException(
        "The database URL %s has the option '%s', which is not known.".formatted(url, name),
        name.equals("passfile")
            ? "Take it out, and set the variable PGPASSFILE."
            : "Take it out. Settings of the server, such as statement_timeout, are written as"
                + " options=-c%20statement_timeout=30s.");
  }
}
