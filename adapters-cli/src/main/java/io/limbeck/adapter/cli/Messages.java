package io.limbeck.adapter.cli;

import io.limbeck.application.database.ChangedScript;
import java.io.PrintWriter;

/**
 * What is told beside the results, on standard error. While something runs its line is open: begun,
 * and ended when it is known how long it took.
 */
final class Messages {
  private static final String INFO = "INFO  [limbeck] ";
  private static final String BACK_TO_AN_EMPTY_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final GlobalOptions options;
  private final Style style;
  private final Terminal terminal;
  private String open = "";
  private boolean isDrawnOver;

  Messages(PrintWriter err, GlobalOptions options, Style style, Terminal terminal) {
    this.err = err;
    this.options = options;
    this.style = style;
    this.terminal = terminal;
  }

  synchronized void info(String text) {
    if (!options.quiet()) {
      endLine();
      err.println(INFO + text);
      err.flush();
    }
  }

  /** Tells that an applied revision's script is another now. */
  void changed(ChangedScript script) {
    info(
        "The script of %s changed since it was applied %s by %s: %s"
            .formatted(
                script.id(), script.applied().at(), script.applied().by(), script.location()));
  }

  /** Begins a line that {@link #rest} will end: what runs is seen while it runs. */
  synchronized void begin(String text) {
    if (!options.quiet()) {
      endLine();
      open = INFO + text;
      // A line that goes on in the next row could not be drawn over.
      String begun = terminal.redraws() ? fitting("") : open;
      isDrawnOver = !begun.equals(open);
      err.print(begun);
      err.flush();
    }
  }

  /** {@return whether {@link #progress} is seen by anybody} */
  boolean showsProgress() {
    return terminal.redraws() && !options.quiet() && !options.verbose();
  }

  /** Writes over the open line how far it has got, until it ends; nothing if none is open. */
  synchronized void progress(String text) {
    if (!open.isEmpty() && showsProgress()) {
      err.print(BACK_TO_AN_EMPTY_LINE + fitting(" (" + text + ")"));
      err.flush();
      isDrawnOver = true;
    }
  }

  /** Ends the line that was begun; if something came between, with one of its own. */
  synchronized void rest(String text) {
    if (open.isEmpty()) {
      info("Done" + text);
    } else {
      redraw();
      open = "";
      err.println(text);
      err.flush();
    }
  }

  /** Tells a failure, however quiet one asked to be. */
  synchronized void failed(String problem, String remedy) {
    endLine();
    err.println(style.failure("FAILED: ") + problem);
    err.println("  " + remedy);
    err.flush();
  }

  /** Tells a failure nobody foresaw, with what a report of it needs. */
  synchronized void bug(Bug bug) {
    failed(bug.problem(), bug.remedy());
    bug.failure().printStackTrace(err);
    err.flush();
  }

  private void endLine() {
    if (!open.isEmpty()) {
      redraw();
      open = "";
      err.println();
    }
  }

  /** The open line with {@code suffix}, cut before it so that both are one row of the terminal. */
  private String fitting(String suffix) {
    // The last column stays free: some terminals begin a new row when it is written.
    int room = Math.max(0, terminal.columns() - 1 - suffix.length());
    return (open.length() <= room ? open : open.substring(0, Math.max(0, room - 3)) + "...")
        + suffix;
  }

  private void redraw() {
    if (isDrawnOver) {
      isDrawnOver = false;
      err.print(BACK_TO_AN_EMPTY_LINE + open);
    }
  }
}
