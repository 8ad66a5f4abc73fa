package io.limbeck.adapter.h2;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who uses a file in this process. H2 opens a file once for a whole process: while someone has it
 * open for reading, nobody can write. So a writer waits until those who read are done, and those
 * who come to read meanwhile wait until the writer has it open, and then join.
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

  /**
   * One who uses the file.
   *
   * @param readOnly whether the file is to be opened for reading alone
   * @param whenClosed what to run when the connection is closed
   */
  record User(boolean readOnly, Runnable whenClosed) {
    /** {@return one whom nobody has to wait for} */
    static User unnoticed() {
      return new User(false, () -> {});
    }
  }

  /** Waits while a writer waits. */
  synchronized User read() throws InterruptedException {
    while (waiting > 0 && writing == 0) {
      wait();
    }
    if (writing > 0) {
      return User.unnoticed();
    }
    reading++;
    return new User(true, this::doneReading);
  }

  /** Waits for those who read. */
  synchronized User write() throws InterruptedException {
    waiting++;
    try {
      while (reading > 0) {
        wait();
      }
      writing++;
      return new User(false, this::doneWriting);
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
