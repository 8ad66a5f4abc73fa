package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sqlite.ddl.Affinity;
import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint.Detail;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.domain.schema.Column.Generated;
import io.limbeck.domain.schema.Expression;
import java.util.List;
import java.util.Optional;

/** Makes values of the columns of a table's definition. */
final class ColumnReader {
  private final TableDefinition table;
  private final Wording wording;
  private final Wording constants;

  ColumnReader(TableDefinition table, Wording wording) {
    this.table = table;
    this.wording = wording;
    this.constants = Wording.in(table.name(), name -> false);
  }

  List<io.limbeck.domain.schema.Column> all() {
    return table.text().columns().stream().map(this::column).toList();
  }

  private io.limbeck.domain.schema.Column column(Column column) {
    return new io.limbeck.domain.schema.Column(
        TableReader.named(column.name()),
        type(column),
        table.isNotNull(column),
        defaultValue(column),
        generated(column),
        TableDefinition.collation(column).map(TableReader::named));
  }

  /**
   * As the only column of a primary key INTEGER is the rowid, and INT is not. <a
   * href="https://sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key">INTEGER
   * PRIMARY KEY DESC is not either</a>, so that it is INT in other words.
   */
  private Expression type(Column column) {
    Expression type = Types.of(written(column));
    boolean wholeKey = table.primaryKey().equals(List.of(column.name()));
    return wholeKey
            && !table.withoutRowid()
            && !table.keyIsRowid()
            && type.canonical().equals(Types.INTEGER)
        ? new Expression("INT", "INT")
        : type;
  }

  private Optional<Expression> defaultValue(Column column) {
    // SQLite lets several pass and takes the last.
    return column.constraints(Kind.DEFAULT).reversed().stream()
        .findFirst()
        .map(found -> found.expression().orElseThrow().of(table.text().sql()))
        .flatMap(sql -> new DefaultValue(affinity(column), constants).of(sql));
  }

  private Affinity affinity(Column column) {
    String type = written(column);
    return table.strict() && type.equalsIgnoreCase("ANY") ? Affinity.BLOB : Affinity.of(type);
  }

  private Optional<Generated> generated(Column column) {
    return column.constraints(Kind.GENERATED).stream()
        .findFirst()
        .map(found ->
            new Generated(
                wording.expression(found.expression().orElseThrow().of(table.text().sql())),
                found.detail(Detail.Generated.class).orElseThrow().stored()));
  }

  private String written(Column column) {
    return column.type().map(span -> span.of(table.text().sql())).orElse("");
  }
}
