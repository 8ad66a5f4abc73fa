package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.rows.RowDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction in which rows come to a table as they are: its triggers, but for those that check
 * references, are silent for that time. The commit has them as they were, and they never were
 * otherwise if there is none.
 */
final class SilentTransaction implements RowDialect.Transaction {
  private static final String TRIGGERS =
      """
      SELECT pg_catalog.quote_ident(tgname),
        CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS TRIGGER' ELSE 'ENABLE TRIGGER' END
      FROM pg_catalog.pg_trigger
      WHERE tgrelid = ?::pg_catalog.regclass AND NOT tgisinternal AND tgenabled IN ('O', 'A')
      ORDER BY 1
      """;

  private final Connection connection;
  private final String table;
  private final List<Trigger> silent = new ArrayList<>();

  private SilentTransaction(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /**
   * @param name as SQL
   * @param enabling the words that have it as it was
   */
  private record Trigger(String name, String enabling) {}

  /**
   * @param table its name as SQL
   */
  static SilentTransaction begin(Connection connection, String table) throws SQLException {
    connection.setAutoCommit(false);
    SilentTransaction begun = new SilentTransaction(connection, table);
    try {
      begun.silence();
      return begun;
    } catch (SQLException refusal) {
      begun.close();
      throw refusal;
    }
  }

  private void silence() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TRIGGERS)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          silent.add(new Trigger(rows.getString(1), rows.getString(2)));
        }
      }
    }
    for (Trigger trigger : silent) {
      alter("DISABLE TRIGGER", trigger);
    }
  }

  @Override
  public void commit() throws SQLException {
    if (!silent.isEmpty()) {
      // A table whose references are still to be checked cannot be altered.
      PostgresqlSql.execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
    }
    for (Trigger trigger : silent) {
      alter(trigger.enabling(), trigger);
    }
    connection.commit();
  }

  private void alter(String words, Trigger trigger) throws SQLException {
    PostgresqlSql.execute(
        connection, "ALTER TABLE %s %s %s".formatted(table, words, trigger.name()));
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
