package io.limbeck.application.copy;

import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.revision.Heads;
import java.util.List;

/**
 * Copies the rows of a database into another one that stands at the same revisions. The source is
 * only read, all of it at one moment. A copy that was stopped in whatever way goes on when it is
 * run again: what the target holds tells how far it got.
 */
public final class Copy {
  private static final int ROWS_PER_TRANSACTION = 50_000;

  private final Side source;
  private final Side target;
  private final int batch;

  public Copy(Side source, Side target) {
    this(source, target, ROWS_PER_TRANSACTION);
  }

  /**
   * @param batch how many rows are committed together; at least 1
   */
  public Copy(Side source, Side target, int batch) {
    this.source = source;
    this.target = target;
    this.batch = batch;
  }

  /** {@return what messages call the source} */
  public String sourceName() {
    return source.name();
  }

  /** {@return what messages call the target} */
  public String targetName() {
    return target.name();
  }

  /**
   * {@return what a copy would do; nothing is written}
   *
   * @throws SameDatabaseException if the source is the target
   * @throws NotAtSameHeadsException if the two stand at different revisions
   * @throws UnlikeTablesException if a table or a column is missing on one side
   * @throws io.limbeck.domain.schema.CircularReferencesException if no order of tables is possible
   */
  public CopyPlan plan(Selection selection) {
    Heads heads = heads();
    try (Rows.Reading from = source.rows().read();
        Rows.Reading to = target.rows().read()) {
      return new Planning(source, target, from, to).plan(heads, selection);
    }
  }

  /**
   * Copies the rows that are not there yet, and compares.
   *
   * @throws OtherRowsException if a table of the target holds other rows than the first of the
   *     source's; then nothing was written
   * @throws ValueMisfitException if a value of the source is nothing for the target
   * @throws RowRefusedException if the target refuses a row
   * @throws ContentDiffersException if the target holds something else afterwards
   * @throws io.limbeck.application.database.RunInterruptedException if the thread is interrupted;
   *     it still is afterwards
   * @throws io.limbeck.domain.LimbeckException for whatever {@link #plan} throws, or a database
   *     that cannot be read or written
   */
  public Copied run(Selection selection, CopyProgress progress) {
    Heads heads = heads();
    try (Rows.Reading from = source.rows().read()) {
      CopyPlan plan;
      List<Begun> begun;
      try (Rows.Reading to = target.rows().read()) {
        plan = new Planning(source, target, from, to).plan(heads, selection);
        begun = new Comparing(source, target, to, progress).before(from, plan.tables());
      }
      try (Rows.Writing writing = target.rows().write()) {
        TableRun run = new TableRun(from, writing, target.name(), batch, progress);
        begun.forEach(run::copy);
        begun.forEach(run::complete);
      }
      try (Rows.Reading to = target.rows().read()) {
        return new Copied(
            heads, new Comparing(source, target, to, progress).after(begun), plan.notes());
      }
    }
  }

  private Heads heads() {
    if (source.name().equals(target.name())) {
      throw new SameDatabaseException(source.name());
    }
    return Planning.heads(source, target);
  }
}
