package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;
import java.util.List;

/** Tables or columns that only one of two databases has. */
public final class UnlikeTablesException extends LimbeckException {

  /**
   * @param missing what is missing where, a sentence without a full stop each; not empty
   */
  UnlikeTablesException(List<String> missing) {
    super(
        "The two databases do not have the same tables: %s.".formatted(String.join("; ", missing)),
        "Find out with 'drift' which of them is not what its history says; or name the tables to"
            + " copy.");
  }
}
