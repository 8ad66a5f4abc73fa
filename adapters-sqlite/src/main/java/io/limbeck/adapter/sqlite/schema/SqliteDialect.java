package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sql.StandardDialect;
import io.limbeck.application.database.Dialect;

/** The SQL of scripts for SQLite: the standard's, which ALTER TABLE is taught to understand. */
public final class SqliteDialect {
  private SqliteDialect() {}

  public static Dialect standard() {
    return new StandardDialect(name -> Wording.spelled(name.text()));
  }
}
