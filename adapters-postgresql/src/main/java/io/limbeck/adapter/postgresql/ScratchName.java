package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a scratch database. An advisory lock on it, taken before the database is made and
 * held until it is gone, says that someone uses it. So one whose maker was killed can be told from
 * one that is in use, and is removed by the next who makes one.
 */
record ScratchName(String text) {
  private static final String PREFIX = "limbeck_scratch_";
  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9a-f]{32}");
  private static final String LOCK = "SELECT 1 WHERE pg_catalog.pg_try_advisory_lock(?)";
  private static final String MINE =
      """
      SELECT d.datname FROM pg_catalog.pg_database d
      JOIN pg_catalog.pg_roles r ON r.oid = d.datdba AND r.rolname = current_user
      WHERE pg_catalog.starts_with(d.datname, 'limbeck_scratch_')
      """;
  // Whatever database they are in.
  private static final String LOCKS =
      """
      SELECT classid::bigint << 32 | objid::bigint FROM pg_catalog.pg_locks
      WHERE locktype = 'advisory' AND objsubid = 1
      """;

  static ScratchName random() {
    return new ScratchName(PREFIX + UUID.randomUUID().toString().replace("-", ""));
  }

  String sql() {
    return PostgresqlSql.quoted(text);
  }

  /** Says that someone uses it, for as long as {@code keeping} is open. */
  void use(Connection keeping) throws SQLException {
    PostgresqlSql.finds(keeping, LOCK, key());
  }

  /** Removes the databases of this user that nobody uses any more. */
  static void removeUnused(Connection connection) throws SQLException {
    // In this order: what is made in between is locked before it is there.
    List<String> names = PostgresqlSql.texts(connection, MINE);
    Set<String> locks = new HashSet<>(PostgresqlSql.texts(connection, LOCKS));
    for (String name : names) {
      ScratchName scratch = new ScratchName(name);
      if (SHAPE.matcher(name).matches() && !locks.contains(Long.toString(scratch.key()))) {
        scratch.removeIfUnused(connection);
      }
    }
  }

  private void removeIfUnused(Connection connection) throws SQLException {
    try {
      PostgresqlSql.execute(connection, "DROP DATABASE IF EXISTS " + sql());
    } catch (SQLException refusal) {
      // Someone is connected to it all the same, or removes it too.
      if (SqlState.isLost(refusal)) {
        throw refusal;
      }
    }
  }

  private long key() {
    return AdvisoryLock.hash(text);
  }
}
