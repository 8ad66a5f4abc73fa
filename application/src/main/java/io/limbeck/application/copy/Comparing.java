package io.limbeck.application.copy;

import io.limbeck.application.copy.Copied.CopiedTable;
import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.domain.row.ContentChecksum;
import io.limbeck.domain.row.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what the target holds, and compares. */
final class Comparing {
  private final Side source;
  private final Side target;
  private final Rows.Reading to;
  private final CopyProgress progress;
  private long seen;

  Comparing(Side source, Side target, Rows.Reading to, CopyProgress progress) {
    this.source = source;
    this.target = target;
    this.to = to;
    this.progress = progress;
  }

  /**
   * Compares what is there before the copy with the source's first rows.
   *
   * @throws OtherRowsException if they differ
   */
  List<Begun> before(Rows.Reading from, List<TableCopy> tables) {
    List<TableCopy> filled = tables.stream().filter(table -> table.there() > 0).toList();
    long start = System.nanoTime();
    if (!filled.isEmpty()) {
      progress.comparing(filled.size(), filled.stream().mapToLong(TableCopy::there).sum());
    }
    List<Begun> begun = tables.stream().map(table -> begun(from, table)).toList();
    if (!filled.isEmpty()) {
      progress.done(Duration.ofNanos(System.nanoTime() - start));
    }
    return begun;
  }

  private Begun begun(Rows.Reading from, TableCopy table) {
    long there = table.there();
    if (there == 0) {
      return new Begun(table, new ContentChecksum(), table.rows() == 0);
    }
    Sums given = new Sums(table.first());
    Sums found = new Sums(table.first());
    boolean canBeCompared = table.resumable() ? there <= table.rows() : there == table.rows();
    if (canBeCompared) {
      from.forEach(table.source(), 0, there, given::add);
      to.forEach(
          table.target(),
          0,
          Long.MAX_VALUE,
          row -> {
            found.add(row);
            progress.reached(++seen);
          });
    }
    if (!canBeCompared || !given.first.equals(found.first)) {
      throw new OtherRowsException(table.name().toString(), there, target, source);
    }
    return new Begun(table, given.all, there == table.rows() && given.all.equals(found.all));
  }

  /**
   * Compares all that the target holds after the copy.
   *
   * @param copied all of whose source rows have been read
   * @throws ContentDiffersException if anything differs
   */
  List<CopiedTable> after(List<Begun> copied) {
    long start = System.nanoTime();
    progress.comparing(
        copied.size(), copied.stream().mapToLong(begun -> begun.content().rows()).sum());
    List<CopiedTable> equal = new ArrayList<>();
    List<String> different = new ArrayList<>();
    for (Begun begun : copied) {
      TableCopy table = begun.table();
      ContentChecksum content = begun.content();
      ContentChecksum found = new ContentChecksum();
      to.forEach(
          table.target(),
          0,
          Long.MAX_VALUE,
          row -> {
            found.add(row);
            progress.reached(++seen);
          });
      if (found.equals(content)) {
        equal.add(new CopiedTable(table.name(), table.rows() - table.there(), content));
      } else {
        different.add(
            "%s has %d rows with checksum %s in the source, %d with %s in the target"
                .formatted(table.name(), content.rows(), content, found.rows(), found));
      }
    }
    progress.done(Duration.ofNanos(System.nanoTime() - start));
    if (!different.isEmpty()) {
      throw new ContentDiffersException(different);
    }
    return equal;
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
