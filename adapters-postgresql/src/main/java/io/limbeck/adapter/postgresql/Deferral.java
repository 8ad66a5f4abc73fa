package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

/** When constraints are checked that can wait, in a transaction that holds several steps. */
final class Deferral {
  // SET CONSTRAINTS means every constraint of a name, and refuses one that cannot wait.
  private static final String WAITING =
      """
      SELECT string_agg(DISTINCT pg_catalog.format('%I.%I', n.nspname, c.conname), ', ')
      FROM pg_catalog.pg_constraint c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
      WHERE c.condeferred AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_constraint o
        WHERE o.connamespace = c.connamespace AND o.conname = c.conname AND NOT o.condeferrable)
      """;

  private Deferral() {}

  /** Checks now what was to be checked at the end of the transaction. */
  static void check(Connection connection) throws SQLException {
    PostgresqlSql.execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
  }

  /** Has those wait again that wait by themselves. */
  static void restore(Connection connection) throws SQLException {
    String waiting = PostgresqlSql.text(connection, WAITING).orElse("");
    if (!waiting.isEmpty()) {
      PostgresqlSql.execute(connection, "SET CONSTRAINTS %s DEFERRED".formatted(waiting));
    }
  }
}
