package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.CreateTrigger;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The procedure that <a href="https://sqlite.org/lang_altertable.html#otheralter">SQLite's manual
 * describes</a>, for where its schema table cannot be written: a new table is filled, the old one
 * dropped, the new one renamed, and what stood on the old one made again. It takes nothing but
 * statements. The table's name comes out in quotes, and its expressions no longer name the table.
 */
final class TwelveSteps {
  private final Sql sql;
  private final Instead instead;
  private final TableRow table;
  private final TableRow copy;
  private final Reshaping reshaping;
  private final RowCopy rows;
  private final KeyStatistics keyStatistics;

  TwelveSteps(
      Sql sql,
      TableRow table,
      Shape shape,
      Shape wanted,
      Reshaping reshaping,
      AlterListener listener)
      throws SQLException {
    this.sql = sql;
    this.instead = new Instead(sql, listener);
    this.table = table;
    this.copy = table.named(Rebuild.freeName(sql, table));
    this.reshaping = reshaping;
    this.rows = new RowCopy(table, copy, shape, wanted, reshaping);
    this.keyStatistics = new KeyStatistics(sql, table, shape, wanted);
  }

  /** {@return the name the new table has until it is renamed} */
  Name copyName() {
    return copy.name();
  }

  void carryOut() throws SQLException {
    List<String> dependents = dependents();
    List<String> statistics =
        sql.texts(
            "SELECT name FROM %s WHERE type = 'table' AND name LIKE 'sqlite!_stat%%' ESCAPE '!'"
                .formatted(table.catalogue()));
    try {
      instead.execute(TableText.of(reshaping.after()).unqualifiedUnder(copy.schema(), copy.name()));
      instead.execute("PRAGMA ignore_check_constraints = ON");
      instead.execute(rows.statement());
      instead.execute("PRAGMA ignore_check_constraints = OFF");
      keepSequence();
      for (String name : statistics) {
        move(name, table.name(), copy.name());
      }
      instead.execute("DROP TABLE " + table.qualified());
      instead.execute("PRAGMA legacy_alter_table = ON");
      instead.execute(
          "ALTER TABLE %s RENAME TO %s".formatted(copy.qualified(), table.name().quoted()));
      instead.execute("PRAGMA legacy_alter_table = OFF");
      for (String name : statistics) {
        move(name, copy.name(), table.name());
      }
      keyStatistics.follow();
      for (String dependent : dependents) {
        instead.execute(dependent);
      }
    } finally {
      sql.execute("PRAGMA ignore_check_constraints = OFF");
      sql.execute("PRAGMA legacy_alter_table = OFF");
    }
  }

  /** {@return what makes the indexes and triggers of the table again, in order} */
  private List<String> dependents() throws SQLException {
    List<String> dependents = new ArrayList<>();
    for (OwnIndex index : OwnIndex.of(sql, table)) {
      dependents.add(index.definition().in(table.schema()));
    }
    dependents.addAll(triggers(table.schema()));
    if (!table.schema().equals(new Name("temp"))) {
      dependents.addAll(triggers(new Name("temp")));
    }
    return dependents;
  }

  private List<String> triggers(Name schema) throws SQLException {
    List<String> triggers = new ArrayList<>();
    for (String trigger :
        sql.texts(
            "SELECT sql FROM %s.sqlite_schema WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE"
                    .formatted(schema.quoted())
                + " ORDER BY rowid",
            table.name().text())) {
      // Of a temporary trigger only the schema it is in says that it is one.
      triggers.add(CreateTrigger.parse(trigger).in(schema));
    }
    return triggers;
  }

  private void keepSequence() throws SQLException {
    Sequence sequence = new Sequence(sql, table);
    if (sequence.isPossible() && reshaping.before().countsUp() && reshaping.after().countsUp()) {
      instead.execute(
          "DELETE FROM %s WHERE name = %s".formatted(sequence.all(), literal(copy.name())));
      instead.execute(
          "INSERT INTO %s SELECT %s, seq FROM %1$s WHERE name = %3$s"
              .formatted(sequence.all(), literal(copy.name()), literal(table.name())));
    }
  }

  /** Statistics are kept under names; renaming the table does not touch them. */
  private void move(String statistics, Name from, Name to) throws SQLException {
    instead.execute(
        "UPDATE %s SET tbl = %s WHERE tbl = %s"
            .formatted(qualified(statistics), literal(to), literal(from)));
  }

  private String qualified(String name) {
    return table.qualified(new Name(name));
  }

  private static String literal(Name name) {
    return "'" + name.text().replace("'", "''") + "'";
  }
}
