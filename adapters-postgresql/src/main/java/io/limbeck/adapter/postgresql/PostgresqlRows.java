package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.rows.JdbcReading;
import io.limbeck.adapter.sql.rows.JdbcWriting;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows of a PostgreSQL database. */
final class PostgresqlRows implements Rows {
  // While rows are written elsewhere, nothing is asked here.
  private static final String PATIENT = "SET idle_in_transaction_session_timeout = 0";

  private final Connections connections;
  private final PostgresqlRowDialect dialect;

  private PostgresqlRows(Connections connections, PostgresqlRowDialect dialect) {
    this.connections = connections;
    this.dialect = dialect;
  }

  static PostgresqlRows of(DatabaseSettings settings) {
    PostgresqlUrl url = PostgresqlUrl.parse(settings.url());
    return new PostgresqlRows(
        new Connections(url, settings),
        new PostgresqlRowDialect(new PostgresqlFailures(url, settings)));
  }

  @Override
  public boolean checksReferences() {
    return true;
  }

  @Override
  public Reading read() {
    try {
      Connection connection = connections.reading();
      try {
        PostgresqlSql.execute(connection, PATIENT);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return new JdbcReading(connection, dialect, () -> Connections.close(connection));
      } catch (SQLException refusal) {
        Connections.close(connection);
        throw refusal;
      }
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  @Override
  public Writing write() {
    try {
      Connections.Writing connection = connections.filling();
      return new JdbcWriting(connection.jdbc(), dialect, connection::close);
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }
}
