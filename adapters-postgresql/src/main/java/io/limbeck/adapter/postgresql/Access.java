package io.limbeck.adapter.postgresql;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;

/** How one comes to a database. */
interface Access extends AutoCloseable {

  /** Something to ask, on a connection that failures of a query do not spoil. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * {@return the answer}
   *
   * @throws DatabaseException if there is none
   */
  <T> T ask(Question<T> question);

  /**
   * Sees that a statement may run here.
   *
   * @throws DatabaseException if not
   */
  default void check(Statement statement) {}

  /** {@return what takes steps} */
  Database.Session open();

  @Override
  void close();
}
