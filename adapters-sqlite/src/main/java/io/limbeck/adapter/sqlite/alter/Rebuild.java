package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Copies a table's rows into a new one, and then lets the two exchange their roots: the table holds
 * the new content under its own name, and the old content is dropped under the other. So nothing
 * that refers to the table ever sees another name. Triggers, views, foreign keys of other tables,
 * the AUTOINCREMENT counter and the statistics stay as they are because nobody touches them.
 */
final class Rebuild {
  private final Sql sql;
  private final TableRow table;
  private final Shape shape;
  private final Shape wanted;
  private final Reshaping reshaping;
  private final AlterListener listener;
  private final TableRow copy;

  Rebuild(
      Sql sql,
      TableRow table,
      Shape shape,
      Shape wanted,
      Reshaping reshaping,
      AlterListener listener)
      throws SQLException {
    this.sql = sql;
    this.table = table;
    this.shape = shape;
    this.wanted = wanted;
    this.reshaping = reshaping;
    this.listener = listener;
    this.copy = table.named(freeName(sql, table));
  }

  /** {@return the name the new content has until it is in its place} */
  Name copyName() {
    return copy.name();
  }

  void carryOut() throws SQLException {
    List<OwnIndex> indexes = OwnIndex.of(sql, table);
    Sequence sequence = new Sequence(sql, table);
    Optional<Long> before = sequence.value();
    sql.execute(TableText.of(reshaping.after()).under(copy.schema(), copy.name()));
    copyRows();
    for (int index = 0; index < indexes.size(); index++) {
      sql.execute(indexes.get(index).definition().under(table.schema(), twin(index), copy.name()));
    }
    try (SchemaTable schema = SchemaTable.opened(sql, table.schema())) {
      RootExchange exchange = new RootExchange(sql, schema, table, copy);
      exchange.tables(reshaping.after().sql(), TableText.of(reshaping.before()).under(copy.name()));
      for (int index = 0; index < indexes.size(); index++) {
        exchange.indexes(indexes.get(index).name(), twin(index));
      }
    }
    sql.execute("DROP TABLE " + copy.qualified());
    keep(sequence, before);
    new KeyStatistics(sql, table, shape, wanted).follow();
  }

  private Name twin(int index) {
    return twin(copy.name(), index + 1);
  }

  /** {@return what the table's index of a number, from 1, is called on its copy} */
  static Name twin(Name copy, int number) {
    return new Name("%s_%d".formatted(copy, number));
  }

  /** Conditions that rows broke before are not this change's business, and new ones come later. */
  private void copyRows() throws SQLException {
    boolean ignored = sql.number("PRAGMA ignore_check_constraints") == 1;
    sql.execute("PRAGMA ignore_check_constraints = ON");
    try {
      new RowCopy(table, copy, shape, wanted, reshaping).copy(sql, listener);
    } finally {
      sql.execute("PRAGMA ignore_check_constraints = " + (ignored ? "ON" : "OFF"));
    }
  }

  private void keep(Sequence sequence, Optional<Long> before) throws SQLException {
    if (!sequence.isPossible()) {
      return;
    }
    new Sequence(sql, copy).end();
    if (!reshaping.after().countsUp()) {
      sequence.end();
    } else if (before.isEmpty()) {
      sequence.begin(wanted.rowid().orElseThrow());
    }
  }

  /** {@return a name that nothing in the table's schema begins with} */
  static Name freeName(Sql sql, TableRow table) throws SQLException {
    String name = "limbeck_new";
    for (int number = 2; isTaken(sql, table, name); number++) {
      name = "limbeck_new" + number;
    }
    return new Name(name);
  }

  private static boolean isTaken(Sql sql, TableRow table, String name) throws SQLException {
    return sql.number(
            "SELECT count(*) FROM %s WHERE substr(name, 1, %d) = ? COLLATE NOCASE"
                .formatted(table.catalogue(), name.length()),
            name)
        > 0;
  }
}
