package io.limbeck.adapter.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes the tables of one database, without their rows, in another. */
public final class SchemaCopy {
  private SchemaCopy() {}

  /**
   * @param to is empty
   */
  public static void copy(Connection from, Connection to) throws SQLException {
    // What SQLite and virtual tables make for themselves comes by itself.
    String definitions =
        """
        SELECT s.sql FROM main.sqlite_schema s
        WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite!_%' ESCAPE '!'
          AND NOT EXISTS (
            SELECT 1 FROM pragma_table_list t
            WHERE t.schema = 'main' AND t.name = s.name AND t.type = 'shadow')
        ORDER BY s.rowid
        """;
    Sql target = new Sql(to);
    for (String definition : new Sql(from).texts(definitions)) {
      target.execute(definition);
    }
  }
}
