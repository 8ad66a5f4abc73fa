package io.limbeck.adapter.postgresql;

import java.sql.SQLException;

/** What is done as a whole or not at all; closed without a commit it is undone. */
interface Transaction extends AutoCloseable {

  /**
   * @throws SQLException if it is undone
   */
  void commit() throws SQLException;

  @Override
  void close();

  /** How transactions begin. */
  interface Beginning {
    Transaction begin() throws SQLException;
  }
}
