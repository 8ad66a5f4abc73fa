package io.limbeck.adapter.sqlite.alter;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Gives one table a new definition, by the cheapest way that loses nothing, and looks after it. */
final class Reshape {
  private final Sql sql;
  private final TableRow table;
  private final Shape shape;
  private final Reshaping reshaping;
  private final Access access;
  private final AlterListener listener;

  Reshape(
      Sql sql,
      TableRow table,
      Shape shape,
      Reshaping reshaping,
      Access access,
      AlterListener listener) {
    this.sql = sql;
    this.table = table;
    this.shape = shape;
    this.reshaping = reshaping;
    this.access = access;
    this.listener = listener;
  }

  /**
   * @param tolerated what SQLite's check finds wrong with the table as it is
   */
  void carryOut(List<String> tolerated) throws SQLException {
    Shape wanted = wantedShape();
    Dependents before = Dependents.now(sql, reshaping.dropped());
    Violations violations = new Violations(sql, table, shape, wanted, reshaping);
    violations.checkBefore();
    dropIndexes();
    boolean counts = reshaping.before().countsUp() && reshaping.after().countsUp();
    Surroundings around = Surroundings.of(sql, table, counts);
    change(wanted, violations);
    Surroundings.of(sql, table, counts).checkAsIn(around);
    violations.checkAfter();
    Alteration.checkNothingBroke(before, Dependents.now(sql, reshaping.dropped()));
    Soundness.check(sql, table, tolerated);
  }

  private Shape wantedShape() throws SQLException {
    try {
      return Shape.of(table.name(), reshaping.after().sql());
    } catch (SQLException refusal) {
      throw new AlterRefusedException(AlterRefusedException.reason(refusal), "", refusal);
    }
  }

  private void change(Shape wanted, Violations violations) throws SQLException {
    Choice choice = new Choice(table, shape, wanted, reshaping);
    Optional<String> reason = choice.reasonInDefinitions();
    if (access == Access.STATEMENTS_ONLY) {
      changeByStatements(wanted, violations, reason);
      return;
    }
    if (reason.isEmpty()) {
      reason = choice.reasonInRows(sql);
    }
    if (reason.isEmpty()) {
      decided(Way.IN_PLACE, "no stored row changes");
      SchemaTable.define(sql, table, reshaping.after().sql());
    } else {
      decided(Way.REBUILD, reason.get());
      Rebuild rebuild = new Rebuild(sql, table, shape, wanted, reshaping, listener);
      violations.explaining(rebuild.copyName(), rebuild::carryOut);
    }
  }

  private void changeByStatements(Shape wanted, Violations violations, Optional<String> reason)
      throws SQLException {
    if (reason.isEmpty() && reshaping.isOnlyAdding() && addsColumns()) {
      return;
    }
    decided(Way.REBUILD, reason.orElse("SQLite's schema table cannot be written"));
    TwelveSteps steps = new TwelveSteps(sql, table, shape, wanted, reshaping, listener);
    violations.explaining(steps.copyName(), steps::carryOut);
  }

  /** {@return whether SQLite has added the columns; if a row stands in the way it only says so} */
  private boolean addsColumns() throws SQLException {
    List<String> statements =
        reshaping.added().values().stream()
            .map(definition ->
                "ALTER TABLE %s ADD COLUMN %s".formatted(table.qualified(), definition))
            .toList();
    sql.execute("SAVEPOINT limbeck_native");
    try {
      for (String statement : statements) {
        sql.execute(statement);
      }
    } catch (SQLException refused) {
      sql.execute("ROLLBACK TO limbeck_native");
      sql.execute("RELEASE limbeck_native");
      return false;
    }
    sql.execute("RELEASE limbeck_native");
    decided(Way.NATIVE, "");
    statements.forEach(listener::instead);
    return true;
  }

  private void decided(Way way, String why) {
    listener.decided(table.name().text(), way, why);
  }

  /** An index goes with a column that it uses. */
  private void dropIndexes() throws SQLException {
    if (reshaping.dropped().isEmpty()) {
      return;
    }
    for (OwnIndex index : OwnIndex.of(sql, table)) {
      if (index.definition().mentioned().stream().anyMatch(reshaping.dropped()::contains)) {
        sql.execute("DROP INDEX " + table.qualified(index.name()));
      }
    }
  }
}
