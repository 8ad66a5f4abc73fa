package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.TableName;
import io.limbeck.application.database.LockNotObtainedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to move a database: an advisory lock of a session in which no transaction is open, so
 * that CREATE INDEX CONCURRENTLY, which waits for every transaction that began before it, never
 * waits for the lock. For the same reason nobody waits inside a query: one asks, and asks again.
 * The server frees the lock when its session ends in whatever way.
 */
final class AdvisoryLock implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
  private static final String NAME =
      """
      SELECT 'limbeck:' || pg_catalog.current_database() || '.' || COALESCE(NULLIF(?, ''),
        (SELECT n.nspname FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relname = ? AND c.relkind IN ('r', 'p')
            AND pg_catalog.pg_table_is_visible(c.oid)),
        pg_catalog.current_schema(), '') || '.' || ?
      """;
  private static final String TRY = "SELECT 1 WHERE pg_catalog.pg_try_advisory_lock(?)";
  private static final String FREE = "SELECT pg_catalog.pg_advisory_unlock(?)";

  private final Connection connection;
  private final long key;

  private AdvisoryLock(Connection connection, long key) {
    this.connection = connection;
    this.key = key;
  }

  /** Something that makes waiting needless. */
  interface Event {
    boolean hasHappened() throws SQLException;
  }

  /**
   * Waits for the lock.
   *
   * @param connection of its own, in autocommit
   * @param table on which the lock is; two that see the same table wait for each other
   * @param moved asked from time to time while someone else has the lock
   * @return the lock; empty if {@code moved} happened before it was free
   * @throws LockNotObtainedException after {@code timeout}; it tells who has the lock
   */
  static Optional<AdvisoryLock> take(
      Connection connection, TableName table, String database, Duration timeout, Event moved)
      throws SQLException, InterruptedException {
    long key = key(connection, table);
    long deadline = System.nanoTime() + timeout.toNanos();
    Duration pause = FIRST_PAUSE;
    while (!PostgresqlSql.finds(connection, TRY, key)) {
      if (moved.hasHappened()) {
        return Optional.empty();
      }
      if (System.nanoTime() >= deadline) {
        String holder = LockHolder.ofAdvisory(connection, key).orElse("someone else");
        throw new LockNotObtainedException(database, holder, timeout, "");
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
    return Optional.of(new AdvisoryLock(connection, key));
  }

  /**
   * {@return the lock's key: the first 8 bytes, the highest first, of the SHA-256 of {@code
   * limbeck:database.schema.table}}
   */
  static long key(Connection connection, TableName table) throws SQLException {
    String schema = table.schema().orElse("");
    return hash(
        PostgresqlSql.text(connection, NAME, schema, table.name(), table.name()).orElseThrow());
  }

  static long hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    try {
      PostgresqlSql.finds(connection, FREE, key);
    } catch (SQLException lost) {
      // with its session, which frees it
    }
  }
}
