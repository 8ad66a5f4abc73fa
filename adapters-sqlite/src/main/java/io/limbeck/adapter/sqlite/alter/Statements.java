package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.AlterTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Executes the statements of one step on SQLite: ALTER TABLE in the standard's words, all others as
 * they are. A transaction must be open, and foreign keys not enforced in it.
 */
public final class Statements {
  // A statement begins with its first word: scripts keep comments before it out.
  private static final Pattern ALTERS = Pattern.compile("ALTER\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern DROPS =
      Pattern.compile(
          "\\s*+DROP\\s++(?:TABLE|VIEW)\\b.*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Sql sql;
  private final Access access;
  private final AlterListener listener;
  private @Nullable Dependents beforeDrops;

  /** {@return whether a statement is an ALTER TABLE} */
  public static boolean alters(String statement) {
    return ALTERS.matcher(statement).lookingAt();
  }

  /** {@return whether a statement drops what others may stand on} */
  public static boolean drops(String statement) {
    return DROPS.matcher(statement).matches();
  }

  public Statements(Connection connection, Access access, AlterListener listener) {
    this.sql = new Sql(connection);
    this.access = access;
    this.listener = listener;
  }

  /**
   * Executes one statement.
   *
   * @throws AlterRefusedException if it is an ALTER TABLE that cannot be carried out
   * @throws SQLException if SQLite refuses it, or it is an ALTER TABLE that is not understood
   */
  public void execute(String statement) throws SQLException {
    Optional<AlterTable> alter = AlterTable.parse(statement);
    if (alter.isPresent()) {
      Alteration.carryOut(sql, access, alter.get(), listener);
      if (alter.get().isSqlites()) {
        listener.understood(statement);
      }
      return;
    }
    if (beforeDrops == null && drops(statement)) {
      beforeDrops = Dependents.now(sql, new LinkedHashSet<>());
    }
    sql.execute(statement);
  }

  /**
   * Sees, when the last statement is executed, that what was dropped is missed by nothing. Until
   * then a table may go before the view over it does, or come back.
   *
   * @throws AlterRefusedException if a view, a trigger or a foreign key no longer works
   */
  public void finish() throws SQLException {
    if (beforeDrops != null) {
      Alteration.checkNothingBroke(beforeDrops, Dependents.now(sql, new LinkedHashSet<>()));
    }
  }
}
