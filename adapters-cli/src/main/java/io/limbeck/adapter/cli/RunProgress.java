package io.limbeck.adapter.cli;

import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import java.time.Duration;

/** Tells a run as it goes, a line per step. */
final class RunProgress implements Progress {
  private final Messages messages;
  private final boolean verbose;

  RunProgress(Messages messages, boolean verbose) {
    this.messages = messages;
    this.verbose = verbose;
  }

  @Override
  public void started(ScriptedStep step, int number, int count) {
    String message = step.message();
    messages.begin("Running " + step.step().title() + (message.isEmpty() ? "" : ", " + message));
  }

  @Override
  public void running(ScriptedStep step, Statement statement) {
    if (verbose) {
      statement.sql().lines().forEach(messages::info);
    }
  }

  @Override
  public void finished(ScriptedStep step, Duration took) {
    messages.rest(" (" + inWords(took) + ")");
  }

  /** {@return {@code 12 ms}, {@code 3.4 s} or {@code 2 min 5 s}} */
  static String inWords(Duration took) {
    long millis = took.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    return millis < 60_000
        ? "%d.%d s".formatted(millis / 1000, millis % 1000 / 100)
        : "%d min %d s".formatted(millis / 60_000, millis / 1000 % 60);
  }
}
