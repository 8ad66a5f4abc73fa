package io.limbeck.adapter.cli;

import java.io.PrintWriter;

/** What is told beside the results, on standard error. */
final class Messages {
  private static final String INFO = "INFO  [limbeck] ";

  private final PrintWriter err;
  private final GlobalOptions options;
  private final Style style;
  private boolean lineIsOpen;

  Messages(PrintWriter err, GlobalOptions options, Style style) {
    this.err = err;
    this.options = options;
    this.style = style;
  }

  void info(String text) {
    if (!options.quiet()) {
      endLine();
      err.println(INFO + text);
      err.flush();
    }
  }

  /** Begins a line that {@link #rest} will end: what runs is seen while it runs. */
  void begin(String text) {
    if (!options.quiet()) {
      endLine();
      err.print(INFO + text);
      err.flush();
      lineIsOpen = true;
    }
  }

  /** Ends the line that was begun, if nothing came between. */
  void rest(String text) {
    if (lineIsOpen) {
      lineIsOpen = false;
      err.println(text);
      err.flush();
    }
  }

  /** Tells a failure, however quiet one asked to be. */
  void failed(String problem, String remedy) {
    endLine();
    err.println(style.failure("FAILED: ") + problem);
    err.println("  " + remedy);
    err.flush();
  }

  /** Tells a failure nobody foresaw, for a report. */
  void bug(Throwable failure) {
    endLine();
    err.println("FAILED: " + failure);
    err.println("  This is a bug in Limbeck. Please report it with these lines:");
    failure.printStackTrace(err);
    err.flush();
  }

  private void endLine() {
    if (lineIsOpen) {
      lineIsOpen = false;
      err.println();
    }
  }
}
