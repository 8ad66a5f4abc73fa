package io.limbeck.adapter.cli;

import io.limbeck.application.copy.CopyProgress;
import io.limbeck.domain.schema.Name;
import java.time.Duration;
import java.util.Locale;

/** Tells a copy as it goes, a line for each table; on a terminal also how far it has got. */
final class CopyLines implements CopyProgress, AutoCloseable {
  private final Messages messages;
  private final Ticker ticker;
  private volatile long count;
  private volatile long reached;

  CopyLines(Messages messages) {
    this(messages, Ticker.TICK);
  }

  /**
   * @param tick how often a terminal is told how far it is
   */
  CopyLines(Messages messages, Duration tick) {
    this.messages = messages;
    this.ticker = new Ticker(messages, tick, this::place);
  }

  @Override
  public void copying(Name table, long there, long count) {
    String copied =
        there > 0 && there < count ? " from row %s on".formatted(number(there + 1)) : "";
    String nothing = there == count ? ": all there" : "";
    begin("Copying %s, %s%s%s".formatted(table, rows(count), copied, nothing), count);
  }

  @Override
  public void completing(Name table, long count) {
    begin("Completing the references of %s".formatted(table), count);
  }

  @Override
  public void comparing(int tables, long count) {
    begin(
        "Comparing %s, %s".formatted(tables == 1 ? "1 table" : tables + " tables", rows(count)),
        count);
  }

  private void begin(String line, long rows) {
    reached = 0;
    this.count = rows;
    messages.begin(line);
    ticker.start();
  }

  @Override
  public void reached(long count) {
    reached = count;
  }

  @Override
  public void done(Duration took) {
    messages.rest(" (" + RunProgress.inWords(took) + ")");
  }

  private String place() {
    return "%s of %s".formatted(number(reached), rows(count));
  }

  /** {@return {@code 1 row} or {@code 12,000 rows}} */
  static String rows(long count) {
    return number(count) + (count == 1 ? " row" : " rows");
  }

  /** {@return for example {@code 12,000}} */
  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
