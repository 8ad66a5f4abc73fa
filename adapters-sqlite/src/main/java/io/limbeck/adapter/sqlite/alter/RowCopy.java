package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.Expressions;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fills a table with the rows of another, by INSERT .. SELECT: it keeps every value as it is stored
 * but for the affinity of its new column. OR ABORT goes before an ON CONFLICT of the table, which
 * could swallow rows.
 */
final class RowCopy {
  private static final int ROWS_AT_A_TIME = 10_000;

  private final TableRow from;
  private final TableRow to;
  private final Shape shape;
  private final Shape wanted;
  private final Reshaping reshaping;

  RowCopy(TableRow from, TableRow to, Shape shape, Shape wanted, Reshaping reshaping) {
    this.from = from;
    this.to = to;
    this.shape = shape;
    this.wanted = wanted;
    this.reshaping = reshaping;
  }

  /** {@return the statement that copies all rows at once} */
  String statement() {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    rowid()
        .ifPresent(rowid -> {
          columns.add(rowid);
          values.add(shape.rowid().orElseThrow());
        });
    for (Column column : reshaping.after().columns()) {
      // What has no source is new, and gets its default.
      Optional<String> source =
          column.has(Kind.GENERATED) ? Optional.empty() : reshaping.source(column.name());
      source.ifPresent(value -> {
        columns.add(column.name().quoted());
        values.add(value);
      });
    }
    return columns.isEmpty()
        // All columns are new: a row each, of nothing but defaults.
        ? "INSERT OR ABORT INTO %s (%s) SELECT NULL FROM %s"
            .formatted(to.qualified(), wanted.rowid().orElseThrow(), from.qualified())
        : "INSERT OR ABORT INTO %s (%s) SELECT %s FROM %s"
            .formatted(
                to.qualified(),
                String.join(", ", columns),
                String.join(", ", values),
                from.qualified());
  }

  /** Copies the rows in the order of their rowids, and tells how far it is. */
  void copy(Sql sql, AlterListener listener) throws SQLException {
    Census before = Census.of(sql, from, shape.rowid());
    long total = before.rows();
    Optional<String> rowid = shape.rowid();
    if (rowid.isEmpty() || computesValues()) {
      sql.execute(statement());
      listener.copied(from.name().text(), total, total);
    } else {
      copyInParts(sql, rowid.get(), total, listener);
    }
    Census after = Census.of(sql, to, wanted.rowid());
    boolean asBefore = rowidStays() ? after.equals(before) : after.rows() == total;
    if (!asBefore) {
      throw new AlterRefusedException(
          "of %d rows of %s %d arrived in its new form, or with other rowids"
              .formatted(total, from.name(), after.rows()),
          "This is a bug in Limbeck; nothing was changed. Please report it.");
    }
  }

  /**
   * What is counted of a table before and after.
   *
   * @param rowids the smallest, the largest and the sum of all; empty text where there are none
   */
  private record Census(long rows, String rowids) {
    static Census of(Sql sql, TableRow table, Optional<String> rowid) throws SQLException {
      String rowids =
          rowid
              .map(word -> "min(%1$s) || ' ' || max(%1$s) || ' ' || total(%1$s)".formatted(word))
              .orElse("''");
      return sql.list(
              "SELECT count(*), coalesce(%s, '') FROM %s".formatted(rowids, table.qualified()),
              row -> new Census(row.getLong(1), row.getString(2)))
          .getFirst();
    }
  }

  /** A column that becomes the rowid brings other ones. */
  private boolean rowidStays() {
    return shape.rowid().isPresent()
        && wanted.rowid().isPresent()
        && (rowid().isPresent()
            || shape
                .rowidColumn()
                .filter(column -> wanted.rowidColumn().equals(Optional.of(column)))
                .flatMap(column -> reshaping.source(column).filter(column.quoted()::equals))
                .isPresent());
  }

  private void copyInParts(Sql sql, String rowid, long total, AlterListener listener)
      throws SQLException {
    String part =
        "%s WHERE %s >= ?1 ORDER BY %2$s LIMIT %3$d".formatted(statement(), rowid, ROWS_AT_A_TIME);
    long start = Long.MIN_VALUE;
    for (long done = 0; done < total; ) {
      long rows = sql.update(part, start);
      done += rows;
      listener.copied(from.name().text(), done, total);
      OptionalLong last = rows == 0 ? OptionalLong.empty() : lastOf(sql, rowid, start);
      if (last.isEmpty() || last.getAsLong() == Long.MAX_VALUE) {
        return;
      }
      start = last.getAsLong() + 1;
    }
  }

  /** {@return the rowid of the last row of the part that begins at {@code start}} */
  private OptionalLong lastOf(Sql sql, String rowid, long start) throws SQLException {
    if (rowidStays()) {
      // The largest in the new table so far, which is found without a scan.
      return OptionalLong.of(
          sql.number(
              "SELECT max(%s) FROM %s".formatted(wanted.rowid().orElseThrow(), to.qualified())));
    }
    return sql.list(
            "SELECT max(r) FROM (SELECT %s AS r FROM %s WHERE %1$s >= ?1 ORDER BY %1$s LIMIT %3$d)"
                .formatted(rowid, from.qualified(), ROWS_AT_A_TIME),
            row -> OptionalLong.of(row.getLong(1)),
            start)
        .getFirst();
  }

  /** A value may be the time: then it must be one moment for all rows, and so one statement. */
  private boolean computesValues() {
    return reshaping.computesValues()
        || reshaping.added().keySet().stream().anyMatch(name -> reshaping.source(name).isPresent())
        || reshaping.added().keySet().stream()
            .map(name -> reshaping.after().column(name).orElseThrow())
            .flatMap(column -> column.constraints(Kind.DEFAULT).stream())
            .map(Constraint::expression)
            .anyMatch(
                value -> !Expressions.isLiteral(value.orElseThrow().of(reshaping.after().sql())));
  }

  /**
   * {@return the word that takes the rowid in the new table; empty if there is none, or it comes
   * with the column that it is}
   */
  private Optional<String> rowid() {
    if (shape.rowid().isEmpty() || wanted.withoutRowid()) {
      return Optional.empty();
    }
    Optional<Name> column = wanted.rowidColumn();
    if (column.isEmpty()) {
      return wanted.rowid();
    }
    return reshaping.source(column.get()).isPresent()
        ? Optional.empty()
        : Optional.of(column.get().quoted());
  }
}
