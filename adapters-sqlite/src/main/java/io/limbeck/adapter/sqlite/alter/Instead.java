package io.limbeck.adapter.sqlite.alter;

import java.sql.SQLException;

/** Executes statements that stand for an ALTER TABLE, and tells which. */
record Instead(Sql sql, AlterListener listener) {
  void execute(String statement) throws SQLException {
    listener.instead(statement);
    sql.execute(statement);
  }
}
