package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Name;

/** What the models say about the past: something of theirs had another name. */
public sealed interface RenameHint {

  /** {@return its name in the models} */
  Name now();

  /** {@return its name before} */
  Name was();

  record OfTable(Name now, Name was) implements RenameHint {}

  /**
   * @param table by its name in the models
   */
  record OfColumn(Name table, Name now, Name was) implements RenameHint {}
}
