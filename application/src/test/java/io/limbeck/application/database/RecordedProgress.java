package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told, for tests. */
public final class RecordedProgress implements Progress {
  private final List<String> events = new ArrayList<>();

  /** {@return one that interrupts its thread as the first statement runs} */
  public static Progress interrupting() {
    return new Progress() {
      @Override
      public void running(ScriptedStep step, Statement statement) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** {@return what happened, in order: a step's number and title, or a statement} */
  public List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public void started(ScriptedStep step, int number, int count) {
    events.add("started %d of %d: %s".formatted(number, count, step.step().title()));
  }

  @Override
  public void running(ScriptedStep step, Statement statement) {
    events.add(statement.sql());
  }

  @Override
  public void finished(ScriptedStep step, Duration took) {
    events.add("finished " + step.step().title());
  }
}
