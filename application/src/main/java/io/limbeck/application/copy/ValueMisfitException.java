package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;

/** A value that one database holds, and that is nothing for a column of the other. */
public final class ValueMisfitException extends LimbeckException {

  /**
   * @param row which row it is in, as {@link RowKey} says it
   * @param value what it is, in words: never the value itself
   * @param wanted what the column takes, in words
   */
  public ValueMisfitException(
      String table, String row, String column, String value, String wanted) {
    super(
        "%s.%s of %s does not fit: it is %s, where the column takes %s."
            .formatted(table, column, row, value, wanted),
        "Change the value in the source, or the column in a revision, and run again: what was"
            + " copied so far stays.");
  }
}
