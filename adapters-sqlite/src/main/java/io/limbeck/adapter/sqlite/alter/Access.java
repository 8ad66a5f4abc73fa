package io.limbeck.adapter.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;

/** By what means a table's definition may be changed. */
public enum Access {
  /** SQLite's schema table can be written. */
  SCHEMA_TABLE,
  /** Only statements that any client may send: the connection is in defensive mode, or offline. */
  STATEMENTS_ONLY;

  /** {@return the better one that a connection allows} */
  public static Access of(Connection connection) throws SQLException {
    return SchemaTable.isWritable(new Sql(connection)) ? SCHEMA_TABLE : STATEMENTS_ONLY;
  }
}
