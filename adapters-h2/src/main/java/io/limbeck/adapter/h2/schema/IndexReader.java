package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the indexes that were made for themselves, with two queries. */
record IndexReader(Wording wording) {
  private static final String COLUMNS =
      """
      SELECT INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION
      FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE INDEX_SCHEMA = CURRENT_SCHEMA
      ORDER BY INDEX_NAME, ORDINAL_POSITION
      """;
  private static final String INDEXES =
      """
      SELECT TABLE_NAME, INDEX_NAME, INDEX_TYPE_NAME FROM INFORMATION_SCHEMA.INDEXES
      WHERE INDEX_SCHEMA = CURRENT_SCHEMA AND NOT IS_GENERATED
      """;

  /**
   * @param tables the indexes of each table so far; gets more
   */
  void read(Connection connection, Map<String, H2Schema.Parts> tables) throws SQLException {
    Map<String, List<Index.Part>> parts = new HashMap<>();
    Rows.each(
        connection,
        COLUMNS,
        row ->
            parts
                .computeIfAbsent(row.getString("INDEX_NAME"), first -> new ArrayList<>())
                .add(part(row)));
    Rows.each(
        connection,
        INDEXES,
        row -> {
          String name = row.getString("INDEX_NAME");
          boolean unique = row.getString("INDEX_TYPE_NAME").startsWith("UNIQUE");
          Index index =
              new Index(
                  new Name(name), unique, parts.getOrDefault(name, List.of()), Optional.empty());
          Optional.ofNullable(tables.get(row.getString("TABLE_NAME")))
              .ifPresent(table -> table.indexes().add(index));
        });
  }

  private Index.Part part(ResultSet row) throws SQLException {
    Expression key = wording.expression(Wording.quoted(row.getString("COLUMN_NAME")));
    boolean descending = row.getString("ORDERING_SPECIFICATION").equals("DESC");
    return new Index.Part(key, Optional.empty(), descending);
  }
}
