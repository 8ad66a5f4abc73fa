package io.limbeck.application.copy;

import io.limbeck.domain.schema.Name;
import java.time.Duration;

/**
 * Is told how far a copy has got; called on the thread that copies. Each piece of work begins, gets
 * on and is done before the next one begins.
 */
public interface CopyProgress {

  /**
   * The rows of a table begin to be copied.
   *
   * @param there how many of them the target has already
   * @param rows how many there are
   */
  default void copying(Name table, long there, long rows) {}

  /** The references of a table's rows begin to be filled in, which were left empty before. */
  default void completing(Name table, long rows) {}

  /**
   * What the target holds begins to be compared with the source.
   *
   * @param tables how many
   * @param rows how many they have together
   */
  default void comparing(int tables, long rows) {}

  /** So many rows of the present work are done; told often. */
  default void reached(long rows) {}

  /** The present work is done. */
  default void done(Duration took) {}

  /** {@return one that does not listen} */
  static CopyProgress none() {
    return new CopyProgress() {};
  }
}
