package io.limbeck.adapter.sqlite.alter;

import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;

/**
 * The table in which SQLite keeps the definitions of one database, opened for <a
 * href="https://sqlite.org/pragma.html#pragma_writable_schema">writing</a>. When it is closed
 * SQLite reads all of it again, on every connection: the schema's version counts up first, or else
 * a rollback would leave this connection with what it has read.
 */
final class SchemaTable implements AutoCloseable {
  private final Sql sql;
  private final Name schema;
  private final String rows;

  private SchemaTable(Sql sql, Name schema) {
    this.sql = sql;
    this.schema = schema;
    this.rows = schema.quoted() + ".sqlite_schema";
  }

  static SchemaTable opened(Sql sql, Name schema) throws SQLException {
    sql.execute("PRAGMA writable_schema = ON");
    return new SchemaTable(sql, schema);
  }

  /** {@return whether it can be written: a connection in defensive mode cannot} */
  static boolean isWritable(Sql sql) throws SQLException {
    sql.execute("PRAGMA writable_schema = ON");
    try {
      return sql.refusal("UPDATE main.sqlite_schema SET sql = sql").isEmpty();
    } finally {
      sql.execute("PRAGMA writable_schema = OFF");
    }
  }

  /** Changes one row. */
  void set(long rowid, String assignment, Object value) throws SQLException {
    expectOne(
        sql.update(
            "UPDATE %s SET %s = ?1 WHERE rowid = ?2".formatted(rows, assignment), value, rowid),
        rowid);
  }

  /** Changes nothing but the definition of one table. */
  static void define(Sql sql, TableRow table, String definition) throws SQLException {
    try (SchemaTable schema = opened(sql, table.schema())) {
      schema.define(table.name(), definition);
    }
  }

  private void define(Name table, String definition) throws SQLException {
    long changed =
        sql.update(
            "UPDATE %s SET sql = ?1 WHERE type = 'table' AND name = ?2".formatted(rows),
            definition,
            table.text());
    if (changed != 1) {
      throw new IllegalStateException(
          "%d rows of %s are called %s".formatted(changed, rows, table));
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      String version = "PRAGMA %s.schema_version".formatted(schema.quoted());
      sql.execute("%s = %d".formatted(version, sql.number(version) + 1));
    } finally {
      sql.execute("PRAGMA writable_schema = RESET");
    }
  }

  private void expectOne(long changed, long rowid) {
    if (changed != 1) {
      throw new IllegalStateException(
          "%d rows of %s have the rowid %d".formatted(changed, rows, rowid));
    }
  }
}
