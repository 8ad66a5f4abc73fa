package io.limbeck.application.copy;

import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.domain.row.ContentChecksum;
import io.limbeck.domain.row.Value;
import java.util.List;

/**
 * A table whose first rows may be in the target already.
 *
 * @param content of the source's rows that have been read so far: those that are there
 * @param complete whether there is nothing left to be done
 */
record Begun(TableCopy table, ContentChecksum content, boolean complete) {

  /**
   * Compares what is there with the source's first rows.
   *
   * @throws OtherRowsException if they differ
   */
  static Begun of(TableCopy table, Side source, Rows.Reading from, Side target, Rows.Reading to) {
    long there = table.there();
    if (there == 0) {
      return new Begun(table, new ContentChecksum(), table.rows() == 0);
    }
    Sums given = new Sums(table.first());
    Sums found = new Sums(table.first());
    boolean canBeCompared = table.resumable() ? there <= table.rows() : there == table.rows();
    if (canBeCompared) {
      from.forEach(table.source(), 0, there, given::add);
      to.forEach(table.target(), 0, Long.MAX_VALUE, found::add);
    }
    if (!canBeCompared || !given.first.equals(found.first)) {
      throw new OtherRowsException(table.name().text(), there, target, source);
    }
    return new Begun(table, given.all, there == table.rows() && given.all.equals(found.all));
  }

  /** Of all columns, and of those that a row has from its beginning. */
  private static final class Sums {
    private final int columns;
    private final ContentChecksum first = new ContentChecksum();
    private final ContentChecksum all = new ContentChecksum();

    Sums(int columns) {
      this.columns = columns;
    }

    void add(List<Value> row) {
      all.add(row);
      first.add(row.subList(0, columns));
    }
  }
}
