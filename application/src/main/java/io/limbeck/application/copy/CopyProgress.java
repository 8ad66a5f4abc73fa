package io.limbeck.application.copy;

import io.limbeck.domain.schema.Name;
import java.time.Duration;

/** Is told how far a copy has got; called on the thread that copies. */
public interface CopyProgress {

  /**
   * A table begins, the {@code number}th of {@code count}, counted from 1.
   *
   * @param there how many of its rows an earlier copy left
   * @param rows how many it has
   */
  default void started(Name table, int number, int count, long there, long rows) {}

  /** So many of the table's rows are copied; told from time to time. */
  default void copied(long rows) {}

  /** So many of the table's rows have been read again, to be compared; told from time to time. */
  default void compared(long rows) {}

  /** The table's rows are all there. */
  default void finished(Name table, long rows, Duration took) {}

  /** {@return one that does not listen} */
  static CopyProgress none() {
    return new CopyProgress() {};
  }
}
