package io.limbeck.application.copy;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.schema.Name;
import java.util.List;

/**
 * What a copy will do.
 *
 * @param heads where both databases stand
 * @param tables in the order they get their rows
 * @param notes sentences about what is not copied
 */
public record CopyPlan(Heads heads, List<TableCopy> tables, List<String> notes) {
  public CopyPlan {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /**
   * The rows of one table on both sides.
   *
   * @param source all columns that are copied, as the source names them
   * @param target the same in the same order, as the target names them
   * @param first how many of the columns each row has from its beginning; the others are references
   *     that are filled in when all rows are there
   * @param rows how many the source has
   * @param there how many the target has
   * @param resumable whether the source's rows come in the same order each time
   */
  public record TableCopy(
      Rows.Extract source,
      Rows.Extract target,
      int first,
      long rows,
      long there,
      boolean resumable) {

    /** {@return the table's name, as the source has it} */
    public Name name() {
      return source.table().name();
    }

    /** {@return the columns that are filled in when all rows are there; mostly empty} */
    public List<Name> later() {
      return source.fields().subList(first, source.fields().size()).stream()
          .map(Rows.Field::column)
          .toList();
    }
  }

  /** {@return how many rows the source has in all these tables} */
  public long rows() {
    return tables.stream().mapToLong(TableCopy::rows).sum();
  }
}
