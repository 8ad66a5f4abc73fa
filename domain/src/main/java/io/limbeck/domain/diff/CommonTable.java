package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;

/**
 * A table that both sides have.
 *
 * @param was as it was before any renames
 * @param renames what they make of its parts
 * @param here as it is after them
 */
record CommonTable(Table was, TableRenames renames, Table here, Table wanted) {

  Name oldName() {
    return was.name();
  }

  Name newName() {
    return wanted.name();
  }
}
