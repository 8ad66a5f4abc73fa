package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.StepRun;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** Executes the statements of scripts, and what H2 leaves undone that other databases do. */
public record H2Statements(Connection connection) {

  public void execute(String sql) throws SQLException {
    Widening widening = Widening.before(connection, sql);
    try {
      StepRun.execute(connection, sql);
    } catch (SQLException refusal) {
      if (refusal.getErrorCode() != ErrorCode.INDEX_BELONGS_TO_CONSTRAINT_2) {
        throw refusal;
      }
      new UsedIndex(this, refusal).drop(sql);
    }
    for (String statement : widening.after()) {
      StepRun.execute(connection, statement);
    }
  }
}
