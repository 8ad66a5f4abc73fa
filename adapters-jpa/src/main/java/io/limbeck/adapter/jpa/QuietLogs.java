package io.limbeck.adapter.jpa;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate's log from standard error, where the JDK's logging would put it. What is wrong
 * comes as an exception.
 */
final class QuietLogs {
  // Held, for the JDK forgets a logger that nobody holds, and its level with it.
  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

  private QuietLogs() {}

  /** {@return what {@code work} gives; afterwards the log is as it was} */
  static <T> T during(Supplier<T> work) {
    @Nullable Level before = HIBERNATE.getLevel();
    HIBERNATE.setLevel(Level.OFF);
    try {
      return work.get();
    } finally {
      HIBERNATE.setLevel(before);
    }
  }
}
