package io.limbeck.adapter.sqlite.alter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What SQLite's own <a href="https://sqlite.org/pragma.html#pragma_quick_check">check</a> says. */
final class Soundness {
  private Soundness() {}

  /** {@return what is wrong with a table, its rows and their constraints; empty if nothing is} */
  static List<String> findings(Sql sql, TableRow table) throws SQLException {
    List<String> findings =
        sql.texts(
            "PRAGMA %s.quick_check(%s)".formatted(table.schema().quoted(), table.name().quoted()));
    return findings.equals(List.of("ok")) ? List.of() : findings;
  }

  /**
   * @param tolerated what was wrong before
   */
  static void check(Sql sql, TableRow table, List<String> tolerated) throws SQLException {
    List<String> findings = new ArrayList<>(findings(sql, table));
    tolerated.forEach(findings::remove);
    if (!findings.isEmpty()) {
      throw new UnsoundException(table, findings);
    }
  }

  /** A table that is not sound after a change; whether it was before is another question. */
  static final class UnsoundException extends AlterRefusedException {
    UnsoundException(TableRow table, List<String> findings) {
      super(
          "%s would not be sound: %s".formatted(table.name(), findings.getFirst()),
          "Change the rows that do not fit first, in this revision before the ALTER TABLE.");
    }
  }
}
