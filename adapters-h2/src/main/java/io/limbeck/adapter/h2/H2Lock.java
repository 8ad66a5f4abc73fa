package io.limbeck.adapter.h2;

import java.sql.SQLException;

/**
 * The right to move a database. H2 has no lock of its own for that, and a change to the schema
 * commits what the same connection did before; so a second connection holds a row of the history
 * table that is written and never committed. Its number, 0, is never used. Whoever wants to write
 * the same row waits for H2's lock timeout; nobody can see it; and H2 takes it back when the
 * process that wrote it ends in whatever way.
 */
final class H2Lock implements AutoCloseable {
  private final H2Connection connection;

  private H2Lock(H2Connection connection) {
    this.connection = connection;
  }

  /**
   * @param connection of its own, which the lock closes
   * @param historyTable as SQL
   */
  static H2Lock take(H2Connection connection, String historyTable) throws SQLException {
    H2Lock lock = new H2Lock(connection);
    try {
      connection.jdbc().setAutoCommit(false);
      H2Sql.execute(
          connection.jdbc(),
          """
          INSERT INTO %s (number, direction, heads_before, heads_after, message, started_at, took_ms,
            by_user, limbeck)
          VALUES (0, 'lock', '-', '-', '-', '-', 0, '-', '-')
          """
              .formatted(historyTable));
      return lock;
    } catch (SQLException refusal) {
      lock.close();
      throw refusal;
    }
  }

  @Override
  public void close() {
    connection.close(); // which takes the row back
  }
}
