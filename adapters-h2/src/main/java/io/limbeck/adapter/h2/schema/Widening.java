package io.limbeck.adapter.h2.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * An identity column that gets a larger type goes on counting only as far as the smaller one went.
 * PostgreSQL lets it count on; so here what a statement has left so narrow is widened.
 *
 * @param retypes whether the statement may give a column another type
 * @param narrow what would have widened the columns that were so before
 */
record Widening(Connection connection, boolean retypes, SequencedSet<String> narrow) {
  private static final Pattern RETYPES =
      Pattern.compile(
          "(?is)ALTER\\s+TABLE\\b.*\\bALTER\\b.*\\b(SMALLINT|INT|INTEGER|BIGINT|INT[248])\\b.*");
  private static final String NARROW =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
      WHERE IS_IDENTITY = 'YES'
        AND (IDENTITY_MAXIMUM = 127 AND UPPER(DATA_TYPE) IN ('SMALLINT', 'INTEGER', 'BIGINT')
          OR IDENTITY_MAXIMUM = 32767 AND UPPER(DATA_TYPE) IN ('INTEGER', 'BIGINT')
          OR IDENTITY_MAXIMUM = 2147483647 AND UPPER(DATA_TYPE) = 'BIGINT')
      ORDER BY 1, 2, 3
      """;

  static Widening before(Connection connection, String sql) throws SQLException {
    boolean retypes = RETYPES.matcher(sql).matches();
    return new Widening(connection, retypes, retypes ? narrow(connection) : new LinkedHashSet<>());
  }

  /** {@return what widens the columns that have become narrow since} */
  List<String> after() throws SQLException {
    if (!retypes) {
      return List.of();
    }
    SequencedSet<String> now = narrow(connection);
    now.removeAll(narrow);
    return List.copyOf(now);
  }

  private static SequencedSet<String> narrow(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    Rows.each(
        connection,
        NARROW,
        row ->
            statements.add(
                "ALTER TABLE %s.%s ALTER COLUMN %s SET NO MAXVALUE"
                    .formatted(
                        Wording.quoted(row.getString("TABLE_SCHEMA")),
                        Wording.quoted(row.getString("TABLE_NAME")),
                        Wording.quoted(row.getString("COLUMN_NAME")))));
    return new LinkedHashSet<>(statements);
  }
}
