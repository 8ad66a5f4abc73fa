package io.limbeck.adapter.h2;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who uses a file in this process. H2 opens a file once for a whole process: while someone has it
 * open for reading, nobody can write. So a writer waits until those who read are done, and those who
 * come to read meanwhile wait until the writer has it open, and then join.
 */
final class H2FileUse {
  private static final Map<Path, H2FileUse> FILES = new ConcurrentHashMap<>();

  private int reading;
  private int writing;
  private int waiting;

  private H2FileUse() {}

  static H2FileUse of(Path file) {
    return FILES.computeIfAbsent(file, path -> new H2FileUse());
  }

  /** Waits while a writer waits; {@return what to run when the connection is closed} */
  synchronized Runnable read() throws InterruptedException {
    while (waiting > 0 && writing == 0) {
      wait();
    }
    if (writing > 0) {
      return () -> {};
    }
    reading++;
    return this::doneReading;
  }

  /** Waits for those who read; {@return what to run when the connection is closed} */
  synchronized Runnable write() throws InterruptedException {
    waiting++;
    try {
      while (reading > 0) {
        wait();
      }
      writing++;
      return this::doneWriting;
    } finally {
      waiting--;
      notifyAll();
    }
  }

  private synchronized void doneReading() {
    reading--;
    notifyAll();
  }

  private synchronized void doneWriting() {
    writing--;
    notifyAll();
  }
}
