package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateIndex;
import io.limbeck.adapter.sqlite.ddl.Expressions;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Gives one table a new definition, by the cheapest way that loses nothing, and looks after it. */
final class Reshape {
  private final Sql sql;
  private final TableRow table;
  private final Shape shape;
  private final Reshaping reshaping;
  private final AlterListener listener;
  private final Violations violations;
  private final List<String> tolerated;

  /**
   * @param tolerated what SQLite's check finds wrong with the table as it is
   */
  Reshape(
      Sql sql,
      TableRow table,
      Shape shape,
      Reshaping reshaping,
      AlterListener listener,
      List<String> tolerated) {
    this.sql = sql;
    this.table = table;
    this.shape = shape;
    this.reshaping = reshaping;
    this.listener = listener;
    this.tolerated = tolerated;
    this.violations = new Violations(sql, table, shape, reshaping);
  }

  void carryOut() throws SQLException {
    Shape wanted = wantedShape();
    Dependents before = Dependents.now(sql, reshaping.dropped());
    violations.checkParents();
    violations.checkValues();
    dropIndexes();
    Optional<String> reason = reasonToRebuild(wanted);
    listener.decided(
        table.name().text(),
        reason.isPresent() ? Way.REBUILD : Way.IN_PLACE,
        reason.orElse("no stored row changes"));
    if (reason.isPresent()) {
      new Rebuild(sql, table, shape, wanted, reshaping, listener, violations).carryOut();
    } else {
      define(reshaping.after().sql());
    }
    Alteration.checkNothingBroke(before, Dependents.now(sql, reshaping.dropped()));
    violations.checkConstraints();
    Soundness.check(sql, table, tolerated);
  }

  private Shape wantedShape() throws SQLException {
    try {
      return Shape.of(table.name(), reshaping.after().sql());
    } catch (SQLException refusal) {
      throw new AlterRefusedException(AlterRefusedException.reason(refusal), "", refusal);
    }
  }

  /** {@return why the rows cannot stay where they are; empty if they can} */
  private Optional<String> reasonToRebuild(Shape wanted) throws SQLException {
    if (reshaping.computesValues()) {
      return Optional.of("USING computes new values");
    }
    if (!reshaping.dropped().isEmpty()) {
      return Optional.of("column %s goes".formatted(reshaping.dropped().getFirst()));
    }
    if (shape.strict() != wanted.strict() || shape.withoutRowid() != wanted.withoutRowid()) {
      return Optional.of("its rows are stored in another way");
    }
    Optional<String> columns = reasonInColumns(wanted);
    if (columns.isPresent()) {
      return columns;
    }
    if (!shape.keys().equals(wanted.keys()) || !shape.rowidColumn().equals(wanted.rowidColumn())) {
      return Optional.of("its keys change");
    }
    for (Name column : reshaping.defaultsChanged()) {
      if (isDefaultInUse(column)) {
        return Optional.of("rows older than column %s hold its default".formatted(column));
      }
    }
    return Optional.empty();
  }

  private Optional<String> reasonInColumns(Shape wanted) {
    for (int index = 0; index < wanted.columns().size(); index++) {
      Shape.StoredColumn now = wanted.columns().get(index);
      if (index >= shape.columns().size()) {
        Optional<String> reason = reasonInNew(now);
        if (reason.isPresent()) {
          return reason;
        }
        continue;
      }
      Shape.StoredColumn before = shape.columns().get(index);
      if (!before.storage().equals(now.storage())) {
        return Optional.of(
            "column %s is stored as %s instead of %s"
                .formatted(now.name(), now.storage(), before.storage()));
      }
      if (before.generation() != now.generation()) {
        return Optional.of("column %s is stored in another way".formatted(now.name()));
      }
    }
    return Optional.empty();
  }

  /** A row that ends before a column has the column's default, as long as that is a literal. */
  private Optional<String> reasonInNew(Shape.StoredColumn added) {
    Column column = reshaping.after().column(added.name()).orElseThrow();
    if (added.generation() == Shape.Generation.STORED) {
      return Optional.of("column %s is computed and kept".formatted(added.name()));
    }
    List<Constraint> defaults = column.constraints(Kind.DEFAULT);
    boolean literal =
        defaults.isEmpty()
            || Expressions.isLiteral(
                defaults.getLast().expression().orElseThrow().of(reshaping.after().sql()));
    return literal
        ? Optional.empty()
        : Optional.of("the default of column %s is computed".formatted(added.name()));
  }

  /**
   * Rows written before a column was added do not hold it: they show its default, whatever that is
   * now. So another default is given for a moment, and looked for.
   */
  private boolean isDefaultInUse(Name column) throws SQLException {
    String mark = sql.text("SELECT 'x''' || hex(randomblob(16)) || ''''").orElseThrow();
    sql.execute("SAVEPOINT limbeck_default");
    try {
      define(
          TableText.of(reshaping.before())
              .withDefault(reshaping.before().column(column).orElseThrow(), mark)
              .sql());
      return sql.number(
              "SELECT EXISTS (SELECT 1 FROM %s NOT INDEXED WHERE %s IS %s)"
                  .formatted(table.qualified(), column.quoted(), mark))
          == 1;
    } finally {
      sql.execute("ROLLBACK TO limbeck_default");
      sql.execute("RELEASE limbeck_default");
    }
  }

  private void define(String definition) throws SQLException {
    try (SchemaTable schema = SchemaTable.opened(sql, table.schema())) {
      schema.define(table.name(), definition);
    }
  }

  /** An index goes with a column that it uses. */
  private void dropIndexes() throws SQLException {
    SequencedSet<Name> dropped = reshaping.dropped();
    record Row(Name name, String sql) {}
    List<Row> indexes = new ArrayList<>();
    if (!dropped.isEmpty()) {
      indexes =
          sql.list(
              "SELECT name, sql FROM %s WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?"
                      .formatted(table.catalogue())
                  + " COLLATE NOCASE",
              row -> new Row(new Name(row.getString(1)), row.getString(2)),
              table.name().text());
    }
    for (Row index : indexes) {
      if (CreateIndex.parse(index.sql()).mentioned().stream().anyMatch(dropped::contains)) {
        sql.execute("DROP INDEX " + table.qualified(index.name()));
      }
    }
  }
}
