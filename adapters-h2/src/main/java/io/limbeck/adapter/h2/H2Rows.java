package io.limbeck.adapter.h2;

import io.limbeck.adapter.sql.rows.JdbcReading;
import io.limbeck.adapter.sql.rows.JdbcWriting;
import io.limbeck.application.copy.Rows;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.UnusableDatabaseException;
import java.sql.SQLException;

/** The rows of a H2 database. */
final class H2Rows implements Rows {
  // A moment of its own for each transaction, whatever others commit meanwhile.
  private static final String SNAPSHOT =
      "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT";

  private final DatabaseSettings settings;
  private final H2Url url;
  private final H2RowDialect dialect;

  private H2Rows(DatabaseSettings settings, H2Url url) {
    this.settings = settings;
    this.url = url;
    this.dialect = new H2RowDialect(new H2Failures(url.shown(), settings.lockTimeout()));
  }

  static H2Rows of(DatabaseSettings settings) {
    return new H2Rows(settings, H2Url.parse(settings.url(), settings.workingDirectory()));
  }

  @Override
  public boolean checksReferences() {
    return true;
  }

  @Override
  public Reading read() {
    H2Connections connections = new H2Connections(url, settings.lockTimeout());
    try {
      H2Connection connection =
          connections
              .reading()
              .orElseThrow(() ->
                  new UnusableDatabaseException(
                      "%s does not exist.".formatted(url.shown()), "Correct the database URL."));
      connection.jdbc().setAutoCommit(false);
      H2Sql.execute(connection.jdbc(), SNAPSHOT);
      return new JdbcReading(connection.jdbc(), dialect, () -> close(connection, connections));
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  @Override
  public Writing write() {
    H2Connections connections = new H2Connections(url, settings.lockTimeout());
    try {
      H2Connection connection = connections.writing().withoutWriteDelay();
      return new JdbcWriting(connection.jdbc(), dialect, () -> close(connection, connections));
    } catch (SQLException refusal) {
      throw dialect.failure(refusal);
    }
  }

  private static void close(H2Connection connection, H2Connections connections) {
    connection.close();
    connections.close();
  }
}
