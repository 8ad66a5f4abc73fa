package io.limbeck.application.copy;

import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.application.copy.Rows.Extract;
import io.limbeck.application.copy.Rows.Field;
import io.limbeck.application.database.RunInterruptedException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Copies tables, each in transactions of so many rows, or in one where it could not be resumed. */
final class TableRun {
  private final Rows.Reading from;
  private final Rows.Writing writing;
  private final String target;
  private final int batch;
  private final CopyProgress progress;

  TableRun(
      Rows.Reading from, Rows.Writing writing, String target, int batch, CopyProgress progress) {
    this.from = from;
    this.writing = writing;
    this.target = target;
    this.batch = batch;
    this.progress = progress;
  }

  /** Adds the rows that are not there yet. */
  void copy(Begun begun) {
    TableCopy table = begun.table();
    progress.copying(table.name(), table.there(), table.rows());
    long start = System.nanoTime();
    if (table.there() < table.rows()) {
      List<Value> empty = Collections.nCopies(table.later().size(), Value.Null.NULL);
      try (Rows.Filling filling = writing.insert(table.target())) {
        from.forEach(
            table.source(),
            table.there(),
            Long.MAX_VALUE,
            row -> {
              begun.content().add(row);
              filling.add(empty.isEmpty() ? row : joined(row.subList(0, table.first()), empty));
              long copied = begun.content().rows();
              progress.reached(copied);
              if (copied % batch == 0) {
                if (table.resumable()) {
                  filling.commit();
                }
                checkInterrupt(table, table.resumable() ? copied : 0);
              }
            });
        filling.commit();
      }
    }
    writing.advanceNumbers(table.target().table(), from.lastNumber(table.source().table()));
    progress.done(Duration.ofNanos(System.nanoTime() - start));
  }

  /** Fills in the references that were left empty. */
  void complete(Begun begun) {
    TableCopy table = begun.table();
    int later = table.later().size();
    if (later == 0 || begun.complete()) {
      return;
    }
    progress.completing(table.name(), table.rows());
    long start = System.nanoTime();
    List<Field> key = key(table.target());
    Extract reading = laterAndKey(table.source(), table.first(), names(key));
    Extract filled = laterAndKey(table.target(), table.first(), names(key));
    long[] seen = {0};
    try (Rows.Filling filling = writing.update(filled, key.size())) {
      from.forEach(
          reading,
          0,
          Long.MAX_VALUE,
          row -> {
            if (!row.subList(0, later).stream().allMatch(Value::isNull)) {
              filling.add(row);
            }
            progress.reached(++seen[0]);
            if (seen[0] % batch == 0) {
              filling.commit();
              checkInterrupt(table, table.rows());
            }
          });
      filling.commit();
    }
    progress.done(Duration.ofNanos(System.nanoTime() - start));
  }

  private void checkInterrupt(TableCopy table, long copied) {
    if (Thread.currentThread().isInterrupted()) {
      throw new RunInterruptedException(
          target,
          "%d of the %d rows of %s are copied.".formatted(copied, table.rows(), table.name()),
          new InterruptedException());
    }
  }

  private static List<Field> key(Extract extract) {
    List<Name> columns = primaryKey(extract.table());
    return extract.fields().stream().filter(field -> columns.contains(field.column())).toList();
  }

  private static List<Name> primaryKey(Table table) {
    return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
  }

  private static List<Name> names(List<Field> fields) {
    return fields.stream().map(Field::column).toList();
  }

  private static Extract laterAndKey(Extract extract, int first, List<Name> key) {
    return new Extract(
        extract.table(),
        Stream.concat(
                extract.fields().subList(first, extract.fields().size()).stream(),
                extract.fields().stream().filter(field -> key.contains(field.column())))
            .toList());
  }

  private static List<Value> joined(List<Value> one, List<Value> other) {
    List<Value> joined = new ArrayList<>(one.size() + other.size());
    joined.addAll(one);
    joined.addAll(other);
    return joined;
  }
}
