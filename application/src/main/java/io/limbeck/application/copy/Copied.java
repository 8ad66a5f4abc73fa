package io.limbeck.application.copy;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.row.ContentChecksum;
import io.limbeck.domain.schema.Name;
import java.util.List;

/**
 * What a copy did: both databases have been read afterwards, and hold the same.
 *
 * @param tables in the order they got their rows
 * @param notes sentences about what is not copied
 */
public record Copied(Heads heads, List<CopiedTable> tables, List<String> notes) {
  public Copied {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /**
   * A table of which both sides hold the same.
   *
   * @param copied how many rows this run copied; the others were there
   * @param content of either side
   */
  public record CopiedTable(Name table, long copied, ContentChecksum content) {}

  /** {@return how many rows this run copied} */
  public long copied() {
    return tables.stream().mapToLong(CopiedTable::copied).sum();
  }

  /** {@return how many rows the tables have} */
  public long rows() {
    return tables.stream().mapToLong(table -> table.content().rows()).sum();
  }
}
