package io.limbeck.adapter.sql;

import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.StatementFailedException;
import io.limbeck.application.script.Statement;
import java.sql.SQLException;

/** A statement of a step that the database refused, before it is known what that leaves behind. */
public final class RefusedStatement extends Exception {
  private final transient ScriptedStep step;
  private final transient Statement statement;
  private final SQLException refusal;

  public RefusedStatement(ScriptedStep step, Statement statement, SQLException refusal) {
    super(refusal);
    this.step = step;
    this.statement = statement;
    this.refusal = refusal;
  }

  public ScriptedStep step() {
    return step;
  }

  public Statement statement() {
    return statement;
  }

  /** {@return what the database said} */
  public SQLException refusal() {
    return refusal;
  }

  /** {@return what was refused} */
  public String sql() {
    return statement.sql();
  }

  /**
   * {@return the failure to tell}
   *
   * @param reason what the database said, in its own words and no others
   * @param left a sentence that says what the database was left with
   */
  public StatementFailedException failed(String reason, String left) {
    return failed(reason, left, "Mend the script and run again.");
  }

  /**
   * {@return the failure to tell, where more is known than that the script must be mended}
   *
   * @param remedy what to do, as a sentence
   */
  public StatementFailedException failed(String reason, String left, String remedy) {
    return new StatementFailedException(
        step.step().revision().orElseThrow(),
        statement,
        step.location(),
        reason,
        left,
        remedy,
        refusal);
  }
}
