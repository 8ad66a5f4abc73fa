package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who holds a lock, in words. */
final class LockHolder {
  private static final String WHO =
      """
      SELECT DISTINCT l.pid, a.application_name, a.usename, host(a.client_addr) AS client,
        CASE WHEN a.state LIKE 'idle in transaction%%' THEN a.state END AS state,
        COALESCE(a.xact_start, a.state_change) AS since
      FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.pid <> pg_catalog.pg_backend_pid()
        AND l.database =
          (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND %s
      ORDER BY l.pid
      """;
  private static final String ADVISORY =
      WHO.formatted(
          "l.locktype = 'advisory' AND l.objsubid = 1 AND l.classid::bigint << 32 |"
              + " l.objid::bigint = ?");
  private static final String BLOCKING =
      WHO.formatted("l.pid = ANY (pg_catalog.pg_blocking_pids(?::integer))");

  private LockHolder() {}

  /** {@return who holds the advisory lock {@code key}; empty if nobody does} */
  static Optional<String> ofAdvisory(Connection connection, long key) throws SQLException {
    return of(connection, ADVISORY, key);
  }

  /** {@return whom the server process {@code pid} waits for now; empty if for nobody} */
  static Optional<String> blocking(Connection connection, long pid) throws SQLException {
    return of(connection, BLOCKING, pid);
  }

  private static Optional<String> of(Connection connection, String query, long parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> holders = new ArrayList<>();
        while (rows.next()) {
          holders.add(described(rows));
        }
        return holders.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", holders));
      }
    }
  }

  private static String described(ResultSet row) throws SQLException {
    List<String> known = new ArrayList<>();
    Optional.ofNullable(row.getString("application_name"))
        .filter(name -> !name.isEmpty())
        .ifPresent(known::add);
    Optional.ofNullable(row.getString("usename")).ifPresent(user -> known.add("user " + user));
    Optional.ofNullable(row.getString("client")).ifPresent(client -> known.add("from " + client));
    Optional.ofNullable(row.getString("state")).ifPresent(known::add);
    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
        .ifPresent(time -> known.add("since " + time.toInstant().truncatedTo(ChronoUnit.SECONDS)));
    return "process %d (%s)".formatted(row.getLong("pid"), String.join(", ", known));
  }
}
