package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Expressions;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tells whether the rows of a table can stay where they are under its new definition. */
final class Choice {
  private final TableRow table;
  private final Shape shape;
  private final Shape wanted;
  private final Reshaping reshaping;

  Choice(TableRow table, Shape shape, Shape wanted, Reshaping reshaping) {
    this.table = table;
    this.shape = shape;
    this.wanted = wanted;
    this.reshaping = reshaping;
  }

  /** {@return why they cannot, by the definitions alone; empty if nothing speaks against it} */
  Optional<String> reasonInDefinitions() {
    if (reshaping.computesValues()) {
      return Optional.of("USING computes new values");
    }
    if (!reshaping.dropped().isEmpty()) {
      return Optional.of("column %s goes".formatted(reshaping.dropped().getFirst()));
    }
    for (int index = 0; index < wanted.columns().size(); index++) {
      Shape.StoredColumn now = wanted.columns().get(index);
      Optional<String> reason =
          index < shape.columns().size()
              ? reasonInChanged(shape.columns().get(index), now)
              : reasonInNew(now);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return shape.keys().equals(wanted.keys()) && shape.rowidColumn().equals(wanted.rowidColumn())
        ? Optional.empty()
        : Optional.of("its keys change");
  }

  /**
   * {@return why they cannot, by the rows: those written before a column was added do not hold it,
   * and show its default, whatever that is now; empty if there are none}
   *
   * <p>To find them another default is given for a moment, and looked for.
   */
  Optional<String> reasonInRows(Sql sql) throws SQLException {
    for (Name name : reshaping.defaultsChanged()) {
      CreateTable before = reshaping.before();
      Column column = before.column(name).orElseThrow();
      String mark = sql.text("SELECT quote(randomblob(16))").orElseThrow();
      String marked = TableText.of(before).withDefault(column, mark).sql();
      sql.execute("SAVEPOINT limbeck_default");
      try {
        SchemaTable.define(sql, table, marked);
        String found =
            "SELECT EXISTS (SELECT 1 FROM %s NOT INDEXED WHERE %s IS %s)"
                .formatted(table.qualified(), name.quoted(), mark);
        if (sql.number(found) == 1) {
          return Optional.of("some rows are older than column %s".formatted(name));
        }
      } finally {
        sql.execute("ROLLBACK TO limbeck_default");
        sql.execute("RELEASE limbeck_default");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> reasonInChanged(
      Shape.StoredColumn before, Shape.StoredColumn now) {
    return before.storage().equals(now.storage())
        ? Optional.empty()
        : Optional.of(
            "column %s is stored as %s instead of %s"
                .formatted(now.name(), now.storage(), before.storage()));
  }

  /** A row that ends before a column has the column's default, as long as that is a literal. */
  private Optional<String> reasonInNew(Shape.StoredColumn added) {
    Column column = reshaping.after().column(added.name()).orElseThrow();
    if (added.generation() == Shape.Generation.STORED) {
      return Optional.of("column %s is computed and stored".formatted(added.name()));
    }
    if (reshaping.source(added.name()).isPresent()) {
      return Optional.of("rows keep the default that column %s came with".formatted(added.name()));
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
}
