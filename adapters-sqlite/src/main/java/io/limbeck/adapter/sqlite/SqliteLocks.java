package io.limbeck.adapter.sqlite;

import io.limbeck.application.database.Lock;
import io.limbeck.application.database.ScriptedStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what others wait for while steps are taken in a file. SQLite locks the file as a whole;
 * how, depends on its <a href="https://www.sqlite.org/lockingv3.html">journal</a>.
 */
final class SqliteLocks {
  private SqliteLocks() {}

  /**
   * @param name what the file is called
   * @param steps not empty
   */
  static List<Lock> of(Connection connection, String name, List<ScriptedStep> steps)
      throws SQLException {
    List<Lock> locks = new ArrayList<>();
    if (steps.stream().anyMatch(ScriptedStep::isTransactional)) {
      locks.addAll(
          SqliteSql.text(connection, "PRAGMA journal_mode").filter("wal"::equals).isPresent()
              ? ofLog(name)
              : ofJournal(name, SqliteSql.number(connection, "PRAGMA cache_size")));
    }
    steps.stream()
        .filter(step -> !step.isTransactional())
        .flatMap(step -> step.statements().stream())
        .map(statement ->
            new Lock(
                Optional.of(statement),
                name,
                "as SQLite decides",
                "while it runs, in no transaction"))
        .forEach(locks::add);
    return locks;
  }

  private static List<Lock> ofLog(String name) {
    return List.of(
        lock(name, "WRITE", "other writers wait for the whole of a revision; readers do not"));
  }

  /** What no longer fits the cache is written to the file itself, which nobody may read then. */
  private static List<Lock> ofJournal(String name, long cache) {
    String size =
        cache < 0
            ? String.format(Locale.ROOT, "%,d KiB", -cache)
            : String.format(Locale.ROOT, "%,d pages", cache);
    return List.of(
        lock(name, "RESERVED", "other writers wait for the whole of a revision"),
        lock(name, "EXCLUSIVE", "readers wait while a revision commits"),
        lock(name, "EXCLUSIVE", "and from where it has changed more than " + size));
  }

  private static Lock lock(String name, String mode, String effect) {
    return new Lock(Optional.empty(), name, mode, effect);
  }
}
