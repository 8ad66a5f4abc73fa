package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Finds the rows that stand in the way of a new definition, before it is there and after. */
final class Violations {
  private static final Set<Integer> ROWS_DO_NOT_FIT =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR.code,
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code);

  private final Sql sql;
  private final TableRow table;
  private final Shape shape;
  private final Shape wanted;
  private final Reshaping reshaping;
  private final RowSearch rows;
  private final References references;

  Violations(Sql sql, TableRow table, Shape shape, Shape wanted, Reshaping reshaping) {
    this.sql = sql;
    this.table = table;
    this.shape = shape;
    this.wanted = wanted;
    this.reshaping = reshaping;
    this.rows = RowSearch.of(sql, table, shape);
    this.references = new References(sql, table, reshaping, rows);
  }

  /** Looks while the table is as it was. */
  void checkBefore() throws SQLException {
    references.before(reshaping.changedValues(shape, wanted));
    if (reshaping.computesValues()) {
      for (Column column : reshaping.after().columns()) {
        checkIsValue(column.name());
      }
    }
    for (Name column : reshaping.notNull()) {
      checkNotNull(column);
    }
    for (Name column : newKeyColumns()) {
      if (reshaping.source(column).isPresent()) {
        checkNotNull(column);
      }
    }
    for (Name name : reshaping.added().keySet()) {
      checkHasValue(reshaping.after().column(name).orElseThrow());
    }
    checkRowids();
  }

  /** Looks when the table is as wanted. */
  void checkAfter() throws SQLException {
    checkConditions();
    references.after();
    for (Name column : newKeyColumns()) {
      // Of a column that is NOT NULL, SQLite would not look at the rows for NULL.
      rows.refuseIfAny(
          "typeof(%s) = 'null'".formatted(column.quoted()),
          "%s.%s is NULL".formatted(table.name(), column));
    }
  }

  /** A condition counts if it is new, or if it is about values that are. */
  private void checkConditions() throws SQLException {
    List<Constraint> fresh = reshaping.newConstraints(Kind.CHECK);
    Set<Name> changed = reshaping.changedValues(shape, wanted);
    for (Constraint check : reshaping.after().allConstraints()) {
      if (check.kind() == Kind.CHECK
          && (fresh.contains(check)
              || !Collections.disjoint(reshaping.after().columnsOf(check), changed))) {
        String condition = check.expression().orElseThrow().of(reshaping.after().sql());
        Name name = ConstraintNames.of(reshaping.after()).nameOf(check).orElseThrow();
        rows.refuseIfAny("NOT " + condition, "%s, CHECK %s, is broken".formatted(name, condition));
      }
    }
  }

  /** An aggregate would make one row of all. */
  private void checkIsValue(Name column) throws SQLException {
    String source = reshaping.source(column).orElse("1");
    Optional<String> reason =
        sql.refusal("SELECT 1 FROM %s WHERE (%s) IS NULL".formatted(table.qualified(), source));
    if (reason.isPresent()) {
      throw new AlterRefusedException(
          "USING %s gives %s.%s no value: %s".formatted(source, table.name(), column, reason.get()),
          "");
    }
  }

  private void checkNotNull(Name column) throws SQLException {
    String source = reshaping.source(column).orElseThrow();
    rows.refuseIfAny(
        "(%s) IS NULL".formatted(source), "%s.%s is NULL".formatted(table.name(), column));
  }

  private void checkHasValue(Column column) throws SQLException {
    boolean key = newKeyColumns().contains(column.name());
    boolean needed = column.has(Kind.NOT_NULL) || key;
    boolean given =
        hasDefault(column)
            || column.has(Kind.GENERATED)
            || wanted.rowidColumn().equals(Optional.of(column.name()))
            || reshaping.source(column.name()).isPresent();
    if (needed && !given) {
      long count = sql.number("SELECT count(*) FROM " + table.qualified());
      if (count > 0) {
        throw new AlterRefusedException(
            "%s.%s is %s without a default, and there %s %s"
                .formatted(
                    table.name(),
                    column.name(),
                    key ? "in the primary key" : "NOT NULL",
                    count == 1 ? "is" : "are",
                    RowSearch.rows(count)),
            "Give it a default; or add the column alone, fill it, and alter it then.");
      }
    }
  }

  private boolean hasDefault(Column column) {
    List<Constraint> defaults = column.constraints(Kind.DEFAULT);
    return !defaults.isEmpty()
        && !defaults
            .getLast()
            .expression()
            .orElseThrow()
            .of(reshaping.after().sql())
            .equalsIgnoreCase("NULL");
  }

  /**
   * What becomes the rowid, or gets a new value as such, must be an integer; NULL would get one.
   */
  private void checkRowids() throws SQLException {
    Optional<Name> column = wanted.rowidColumn();
    boolean same = column.equals(shape.rowidColumn()) && !reshaping.computesValues();
    if (column.isEmpty() || same || reshaping.source(column.get()).isEmpty()) {
      return;
    }
    String source = "(%s)".formatted(reshaping.source(column.get()).orElseThrow());
    checkNotNull(column.get());
    rows.refuseIfAny(
        "%s IS NOT CAST(CAST(%1$s AS NUMERIC) AS INTEGER)".formatted(source),
        "%s.%s becomes the rowid and is no integer".formatted(table.name(), column.get()));
  }

  /** Something that copies rows. */
  interface Copying {
    void carryOut() throws SQLException;
  }

  /**
   * Copies the rows; if a row does not fit, tells which, as far as that can be found out from the
   * table as it was.
   *
   * @param copy what the new table is called meanwhile
   */
  void explaining(Name copy, Copying copying) throws SQLException {
    try {
      copying.carryOut();
    } catch (SQLException refusal) {
      if (refusal.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        Optional<AlterRefusedException> duplicates = new Duplicates(sql, table, reshaping).found();
        if (duplicates.isPresent()) {
          throw duplicates.get();
        }
      }
      if (!ROWS_DO_NOT_FIT.contains(refusal.getErrorCode())) {
        throw refusal;
      }
      throw new AlterRefusedException(
          underOwnNames(AlterRefusedException.reason(refusal), copy),
          RowSearch.CHANGE_ROWS,
          refusal);
    }
  }

  private String underOwnNames(String reason, Name copy) throws SQLException {
    String own = reason;
    List<OwnIndex> indexes = OwnIndex.of(sql, table);
    for (int index = indexes.size(); index > 0; index--) {
      own = own.replace(Rebuild.twin(copy, index).text(), indexes.get(index - 1).name().text());
    }
    return own.replace(copy.text(), table.name().text());
  }

  private List<Name> newKeyColumns() {
    return reshaping.newConstraints(Kind.PRIMARY_KEY).stream()
        .flatMap(key -> key.columns().stream())
        .toList();
  }
}
