package io.limbeck.adapter.cli;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells a run as it goes, a line per step; on a terminal, where a run takes longer, also how far it
 * has got.
 */
final class RunProgress implements Progress, AutoCloseable {
  private final Messages messages;
  private final boolean verbose;
  private final Ticker ticker;
  private volatile String place = "";
  private String placeInRun = "";
  private int statement;

  RunProgress(Messages messages, boolean verbose) {
    this(messages, verbose, Ticker.TICK);
  }

  /**
   * @param tick how often a terminal is told how far it is; also how long a run is that is not long
   */
  RunProgress(Messages messages, boolean verbose, Duration tick) {
    this.messages = messages;
    this.verbose = verbose;
    this.ticker = new Ticker(messages, tick, () -> place);
  }

  @Override
  public void changed(ChangedScript script) {
    messages.changed(script);
  }

  @Override
  public void started(ScriptedStep step, int number, int count) {
    placeInRun =
        "%s %d of %d".formatted(step.script().isEmpty() ? "step" : "revision", number, count);
    place = placeInRun;
    statement = 0;
    messages.begin(
        "Running " + step.step().title() + (step.message().isEmpty() ? "" : ", " + step.message()));
    ticker.start();
  }

  @Override
  public void running(ScriptedStep step, Statement next) {
    statement++;
    place = "%s, statement %d of %d".formatted(placeInRun, statement, step.statements().size());
    if (verbose) {
      next.sql().lines().forEach(messages::info);
    }
  }

  @Override
  public void copied(ScriptedStep step, String table, long rows, long of) {
    place =
        String.format(
            Locale.ROOT,
            "%s, statement %d of %d, %,d of %,d rows of %s",
            placeInRun,
            statement,
            step.statements().size(),
            rows,
            of,
            table);
  }

  @Override
  public void finished(ScriptedStep step, Duration took) {
    messages.rest(" (" + inWords(took) + ")");
  }

  @Override
  public void close() {
    ticker.close();
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
