package io.limbeck;

import io.limbeck.adapter.postgresql.EmbeddedServer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a PostgreSQL database holds, as another program reads it.
 *
 * @param columns of all tables, and their indexes
 * @param rows of every table, the version table and the history among them; of the history not how
 *     long things took and when
 */
record PostgresqlContent(List<String> columns, List<String> rows) {
  private static final String COLUMNS =
      "SELECT table_name, column_name, data_type, is_nullable, column_default FROM"
          + " information_schema.columns WHERE table_schema = 'public' UNION ALL SELECT tablename,"
          + " indexdef, '', '', '' FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2";
  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
  private static final String HISTORY =
      "SELECT number, direction, revision, heads_before, heads_after, message, checksum, script,"
          + " by_user, limbeck FROM limbeck_history ORDER BY number";

  static PostgresqlContent of(EmbeddedServer server, String database) {
    List<String> rows = new ArrayList<>();
    for (String table : server.query(database, TABLES)) {
      String query =
          table.equals("limbeck_history")
              ? HISTORY
              : "SELECT t::text FROM %s AS t ORDER BY 1".formatted(table);
      server.query(database, query).forEach(row -> rows.add(table + ": " + row));
    }
    return new PostgresqlContent(server.query(database, COLUMNS), rows);
  }
}
