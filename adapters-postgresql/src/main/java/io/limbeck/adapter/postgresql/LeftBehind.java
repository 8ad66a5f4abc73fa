package io.limbeck.adapter.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Indexes that are INVALID: what a CREATE INDEX CONCURRENTLY leaves that did not come to its end.
 * Every write keeps them up to date, and no query uses them.
 *
 * @param indexes each as SQL, its schema included
 */
record LeftBehind(List<String> indexes) {
  // A parent of partitions waits for those of its partitions, and is none.
  private static final String INVALID =
      """
      SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND c.relkind = 'i'
      ORDER BY 1
      """;

  static LeftBehind in(Connection connection) throws SQLException {
    return new LeftBehind(PostgresqlSql.texts(connection, INVALID));
  }

  /** {@return what is here and was not there, and what {@code sql} names} */
  LeftBehind since(LeftBehind before, String sql) {
    return new LeftBehind(
        indexes.stream()
            .filter(index -> !before.indexes.contains(index) || isNamedIn(sql, index))
            .toList());
  }

  boolean isEmpty() {
    return indexes.isEmpty();
  }

  /** {@return a sentence that names it, and one that says how to remove it} */
  String told() {
    String drops =
        String.join("; ", indexes.stream().map("DROP INDEX CONCURRENTLY "::concat).toList());
    return "It left %s INVALID: remove %s with %s."
        .formatted(
            (indexes.size() == 1 ? "the index " : "the indexes ") + String.join(", ", indexes),
            indexes.size() == 1 ? "it" : "them",
            drops);
  }

  private static boolean isNamedIn(String sql, String index) {
    String name = index.substring(index.lastIndexOf('.') + 1).replace("\"", "");
    return sql.contains(name);
  }
}
