package io.limbeck;

import io.limbeck.application.copy.Rows;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.OptionalLong;

/** Rows of a database to which no more can be written after some commits. */
final class StoppedRows implements Rows {
  private final Rows rows;
  private int commits;

  /** The end. */
  static final class Stop extends RuntimeException {}

  StoppedRows(Rows rows, int commits) {
    this.rows = rows;
    this.commits = commits;
  }

  @Override
  public boolean checksReferences() {
    return rows.checksReferences();
  }

  @Override
  public Reading read() {
    return rows.read();
  }

  @Override
  public Writing write() {
    Writing writing = rows.write();
    return new Writing() {
      @Override
      public Filling insert(Extract extract) {
        return stopping(writing.insert(extract));
      }

      @Override
      public Filling update(Extract extract, int key) {
        return stopping(writing.update(extract, key));
      }

      @Override
      public void advanceNumbers(Table table, OptionalLong last) {
        writing.advanceNumbers(table, last);
      }

      @Override
      public void close() {
        writing.close();
      }
    };
  }

  private Filling stopping(Filling filling) {
    return new Filling() {
      @Override
      public void add(List<Value> row) {
        filling.add(row);
      }

      @Override
      public void commit() {
        if (commits-- == 0) {
          throw new Stop();
        }
        filling.commit();
      }

      @Override
      public void close() {
        filling.close();
      }
    };
  }
}
