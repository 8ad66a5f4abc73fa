package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Action;
import io.limbeck.adapter.sqlite.ddl.AlterTable;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Carries out ALTER TABLE statements: all of one, or nothing of it. A transaction must be open, and
 * foreign keys not enforced in it, for neither can be arranged inside.
 */
public final class Alteration {
  private final Sql sql;
  private final Access access;
  private final AlterListener listener;

  private Alteration(Sql sql, Access access, AlterListener listener) {
    this.sql = sql;
    this.access = access;
    this.listener = listener;
  }

  /**
   * Carries out {@code alter}.
   *
   * @throws AlterRefusedException if it cannot be done, or would lose or break something
   */
  static void carryOut(Sql sql, Access access, AlterTable alter, AlterListener listener)
      throws SQLException {
    new Alteration(sql, access, listener).carryOut(alter);
  }

  /** Copies a table into one of the same definition, which changes nothing that can be seen. */
  static void rebuild(Sql sql, TableRow table, AlterListener listener) throws SQLException {
    Shape shape = Shape.of(table.name(), table.sql());
    Reshaping same = Reshaping.of(CreateTable.parse(table.sql()), shape, List.of());
    new Rebuild(sql, table, shape, shape, same, listener).carryOut();
  }

  private void carryOut(AlterTable alter) throws SQLException {
    Optional<TableRow> found = TableRow.find(sql, alter);
    if (found.isEmpty()) {
      listener.decided(alter.table().text(), Way.NOTHING, "there is no such table");
      return;
    }
    sql.execute("SAVEPOINT limbeck_alter");
    try {
      TableRow table = found.get();
      for (List<Action> part : parts(alter.actions())) {
        for (List<Action> step : Reshaping.steps(part)) {
          table = carryOut(table, step);
        }
      }
      sql.execute("RELEASE limbeck_alter");
    } catch (SQLException | RuntimeException failure) {
      undo(failure);
      throw failure;
    }
  }

  private void undo(Exception failure) {
    try {
      sql.execute("ROLLBACK TO limbeck_alter");
      sql.execute("RELEASE limbeck_alter");
    } catch (SQLException gone) {
      // A full disk or an interrupt has ended the whole transaction already.
      failure.addSuppressed(gone);
    }
  }

  /** A rename is SQLite's own; what stands between two of them is one change to the text. */
  private static List<List<Action>> parts(List<Action> actions) {
    List<List<Action>> parts = new ArrayList<>();
    for (Action action : actions) {
      if (parts.isEmpty() || isRename(action) || isRename(parts.getLast().getLast())) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(action);
    }
    return parts;
  }

  private static boolean isRename(Action action) {
    return action instanceof Action.RenameTable || action instanceof Action.RenameColumn;
  }

  private TableRow carryOut(TableRow table, List<Action> part) throws SQLException {
    if (isRename(part.getFirst())) {
      return rename(table, part.getFirst());
    }
    CreateTable before = CreateTable.parse(table.sql());
    Shape shape = Shape.of(table.name(), table.sql());
    Reshaping reshaping = Reshaping.of(before, shape, part);
    if (reshaping.changesNothing()) {
      listener.decided(table.name().text(), Way.NOTHING, "it is so already");
      return table;
    }
    reshape(table, shape, reshaping);
    return new TableRow(table.schema(), table.name(), reshaping.after().sql());
  }

  /** What was wrong with the table before is looked at only if something is wrong after. */
  private void reshape(TableRow table, Shape shape, Reshaping reshaping) throws SQLException {
    sql.execute("SAVEPOINT limbeck_reshape");
    try {
      new Reshape(sql, table, shape, reshaping, access, listener).carryOut(List.of());
    } catch (Soundness.UnsoundException unsound) {
      sql.execute("ROLLBACK TO limbeck_reshape");
      List<String> before = Soundness.findings(sql, table);
      if (before.isEmpty()) {
        throw unsound;
      }
      new Reshape(sql, table, shape, reshaping, access, listener).carryOut(before);
    }
    sql.execute("RELEASE limbeck_reshape");
  }

  private TableRow rename(TableRow table, Action action) throws SQLException {
    Dependents before = Dependents.now(sql, new LinkedHashSet<>());
    checkReaches(before, table.name(), action);
    listener.decided(table.name().text(), Way.NATIVE, "");
    rename("ALTER TABLE %s %s".formatted(table.qualified(), action.sql()), before);
    Name name = action instanceof Action.RenameTable to ? to.to() : table.name();
    KeyStatistics.rename(sql, table, name);
    checkNothingBroke(before, Dependents.now(sql, new LinkedHashSet<>()));
    String definition =
        sql.text(
                "SELECT sql FROM %s WHERE type = 'table' AND name = ? COLLATE NOCASE"
                    .formatted(table.catalogue()),
                name.text())
            .orElseThrow();
    return new TableRow(table.schema(), name, definition);
  }

  /**
   * What is broken would go on naming what is no longer there, and a trigger even its own table.
   */
  private static void checkReaches(Dependents before, Name table, Action action)
      throws AlterRefusedException {
    List<Name> names =
        action instanceof Action.RenameColumn rename
            ? List.of(table, rename.column())
            : List.of(table);
    Optional<String> unreachable = before.brokenThatMentions(names);
    if (unreachable.isPresent()) {
      throw new AlterRefusedException(
          "the new name cannot be carried into %s, which is broken".formatted(unreachable.get()),
          "Drop or mend that first, in this revision.");
    }
  }

  private void rename(String statement, Dependents before) throws SQLException {
    try {
      if (before.areBroken()) {
        renameBesideBroken(statement);
      } else {
        new Instead(sql, listener).execute(statement);
      }
    } catch (SQLException refusal) {
      if (refusal.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
        throw refusal;
      }
      throw new AlterRefusedException(AlterRefusedException.reason(refusal), "", refusal);
    }
  }

  /** What was broken before would stop SQLite; it is passed by while the schema can be written. */
  private void renameBesideBroken(String statement) throws SQLException {
    Instead instead = new Instead(sql, listener);
    try {
      instead.execute("PRAGMA writable_schema = ON");
      instead.execute(statement);
      // It reads everything again, and finds what it could not read later.
      instead.execute("PRAGMA writable_schema = RESET");
    } finally {
      sql.execute("PRAGMA writable_schema = OFF");
    }
  }

  static void checkNothingBroke(Dependents before, Dependents after) throws SQLException {
    List<String> broken = after.brokenSince(before);
    if (!broken.isEmpty()) {
      throw new AlterRefusedException(
          "it would break " + String.join(", ", broken),
          "Drop or change %s first, in this revision."
              .formatted(broken.size() == 1 ? "it" : "them"));
    }
  }
}
