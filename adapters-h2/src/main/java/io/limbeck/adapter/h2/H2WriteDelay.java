package io.limbeck.adapter.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How long H2 keeps what is committed before it writes it to its file. It writes in a thread of its
 * own, also in the middle of a commit; if the process is killed then, half of the transaction is
 * there afterwards, and rows that nobody holds are locked for ever (seen with H2 2.5.252). Without
 * a delay the commit itself writes, and is there as a whole or not at all.
 *
 * @param milliseconds what the database was set to; 0 if nothing was changed
 */
record H2WriteDelay(int milliseconds) {
  private static final String SETTING =
      """
      SELECT setting_value FROM information_schema.settings
      WHERE setting_name = 'WRITE_DELAY'
        AND EXISTS (SELECT 1 FROM information_schema.users
          WHERE user_name = CURRENT_USER AND is_admin)
      """;

  static H2WriteDelay unchanged() {
    return new H2WriteDelay(0);
  }

  /** Takes the delay away, where the user may, and {@return what it was}. */
  static H2WriteDelay none(Connection connection) throws SQLException {
    int before = setting(connection);
    if (before > 0) {
      H2Sql.execute(connection, "SET WRITE_DELAY 0");
    }
    return new H2WriteDelay(before);
  }

  boolean isChanged() {
    return milliseconds > 0;
  }

  /** Sets it as it was. */
  void restore(Connection connection) throws SQLException {
    H2Sql.execute(connection, "SET WRITE_DELAY " + milliseconds);
  }

  private static int setting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SETTING)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
