package io.limbeck.adapter.jpa;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate's log from standard error, where the JDK's logging would put it, until the end.
 * What is wrong comes as an exception.
 */
final class QuietLogs {
  // Held, for the JDK forgets a logger that nobody holds, and its level with it.
  private final Logger logger = Logger.getLogger("org.hibernate");
  private final @Nullable Level before = logger.getLevel();

  private QuietLogs() {
    logger.setLevel(Level.OFF);
  }

  static QuietLogs begin() {
    return new QuietLogs();
  }

  void end() {
    logger.setLevel(before);
  }
}
