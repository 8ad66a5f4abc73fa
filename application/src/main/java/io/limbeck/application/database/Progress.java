package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import java.time.Duration;

/** Is told how far a run has got; called on the thread that runs it. */
public interface Progress {

  /** An applied revision has another script now than when it ran; told before the first step. */
  default void changed(ChangedScript script) {}

  /** A step begins, the {@code number}th of {@code count} as planned now, counted from 1. */
  default void started(ScriptedStep step, int number, int count) {}

  /** A statement is about to run. */
  default void running(ScriptedStep step, Statement statement) {}

  /**
   * A statement copies the rows of a table, and has got so far; told from time to time.
   *
   * @param rows those that are copied
   * @param of all that the table has
   */
  default void copied(ScriptedStep step, String table, long rows, long of) {}

  /** A step is committed, or in an atomic run will be with all others. */
  default void finished(ScriptedStep step, Duration took) {}

  /** {@return one that does not listen} */
  static Progress none() {
    return new Progress() {};
  }
}
