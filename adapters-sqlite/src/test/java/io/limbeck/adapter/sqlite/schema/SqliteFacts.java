package io.limbeck.adapter.sqlite.schema;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Particulars;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be told of a schema in two ways: by the values that were read, and by SQLite's own
 * pragmas. Each fact is a line.
 */
final class SqliteFacts {
  // What a column, a key, an index and a foreign key are to SQLite.
  private static final String TABLES =
      """
      SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
      """;
  private static final List<String> FACTS =
      List.of(
          """
          SELECT concat_ws(' ', 'table', name, iif(strict, 'STRICT', NULL),
            iif(wr, 'WITHOUT ROWID', NULL))
          FROM pragma_table_list WHERE name IN (TABLES)
          """,
          """
          SELECT concat_ws(' ', 'column', t.name, c.cid, c.name,
            iif(c."notnull" OR c.pk AND NOT l.wr AND NOT EXISTS (
              SELECT 1 FROM pragma_index_list(t.name) WHERE origin = 'pk'), 'NOT NULL', NULL),
            iif(c.pk, 'key ' || c.pk, NULL),
            iif(c.dflt_value IS NULL OR c.dflt_value = 'NULL', NULL, 'default'),
            CASE c.hidden WHEN 2 THEN 'virtual' WHEN 3 THEN 'stored' END)
          FROM (TABLES) t JOIN pragma_table_list l ON l.name = t.name
          JOIN pragma_table_xinfo(t.name) c
          """,
          """
          SELECT iif(i.origin = 'c', concat_ws(' ', 'index', i.name, iif(i."unique", 'unique', NULL),
              iif(i.partial, 'partial', NULL)), 'key') || ' on ' || t.name || ' (' || (
            SELECT group_concat(concat_ws(' ', coalesce(x.name, '?'), x.coll,
              iif(x."desc", 'DESC', NULL)), ', ' ORDER BY x.seqno)
            FROM pragma_index_xinfo(i.name) x WHERE x.key) || ')'
          FROM (TABLES) t JOIN pragma_index_list(t.name) i
          """,
          """
          SELECT 'reference from ' || t.name || ' (' || group_concat(f."from", ', ' ORDER BY f.seq)
            || ') to ' || f."table" || ' (' || group_concat(coalesce(f."to",
              (SELECT p.name FROM pragma_table_info(f."table") p WHERE p.pk = f.seq + 1)), ', '
              ORDER BY f.seq)
            || ') ' || f.on_delete || ' ' || f.on_update
          FROM (TABLES) t JOIN pragma_foreign_key_list(t.name) f GROUP BY t.name, f.id
          """);

  private static final String TYPES =
      "SELECT t.name, c.name, c.type FROM (TABLES) t JOIN pragma_table_xinfo(t.name) c";

  private SqliteFacts() {}

  static SortedSet<String> by(Connection connection) throws SQLException {
    SortedSet<String> facts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = connection.createStatement()) {
      for (String query : FACTS) {
        try (ResultSet rows = statement.executeQuery(query.replace("TABLES", TABLES))) {
          while (rows.next()) {
            facts.add(rows.getString(1));
          }
        }
      }
    }
    return facts;
  }

  /** {@return the types of all columns, as SQLite tells them} */
  static List<String> types(Connection connection) throws SQLException {
    List<String> types = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TYPES.replace("TABLES", TABLES))) {
      while (rows.next()) {
        types.add(type(rows.getString(1), rows.getString(2), Types.of(rows.getString(3))));
      }
    }
    return types;
  }

  /** {@return the types of all columns, but for those in quotes, which SQLite reads in part} */
  static List<String> types(Schema schema) {
    return schema.tables().stream()
        .flatMap(table ->
            table.columns().stream()
                .filter(column -> column.type().sql().matches("\\w.*|"))
                .map(column -> type(table.name().text(), column.name().text(), column.type())))
        .toList();
  }

  static SortedSet<String> by(Schema schema) {
    return schema.tables().stream()
        .flatMap(SqliteFacts::of)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  private static Stream<String> of(Table table) {
    String options = String.join(" ", table.options());
    return Stream.of(
            Stream.of(words("table", table.name().text(), options)),
            table.columns().stream().map(column -> column(table, column)),
            table.constraints().stream().flatMap(constraint -> constraint(table, constraint)),
            table.indexes().stream().map(index -> index(table, index)))
        .flatMap(facts -> facts);
  }

  private static String type(String table, String column, Expression type) {
    String name = type.canonical().equals("INT") ? Types.INTEGER : type.canonical();
    return words("type of", table, column, name);
  }

  private static String column(Table table, Column column) {
    List<Name> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return words(
        "column",
        table.name().text(),
        String.valueOf(table.columns().indexOf(column)),
        column.name().text(),
        column.notNull() ? "NOT NULL" : "",
        key.contains(column.name()) ? "key " + (key.indexOf(column.name()) + 1) : "",
        column.defaultValue().isPresent() ? "default" : "",
        column.generated().map(from -> from.stored() ? "stored" : "virtual").orElse(""));
  }

  private static Stream<String> constraint(Table table, Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key when isRowid(table, key) -> Stream.empty();
      case PrimaryKey key -> Stream.of(key(table, key.columns(), key.particulars()));
      case Unique unique -> Stream.of(key(table, unique.columns(), unique.particulars()));
      case ForeignKey reference ->
          Stream.of(
              "reference from %s %s to %s %s %s %s"
                  .formatted(
                      table.name(),
                      list(reference.columns()),
                      reference.parent(),
                      list(reference.parentColumns()),
                      reference.onDelete().sql(),
                      reference.onUpdate().sql()));
      case Constraint.Check check -> Stream.empty();
      case Constraint.Other other -> Stream.empty();
    };
  }

  private static boolean isRowid(Table table, PrimaryKey key) {
    return key.columns().size() == 1
        && !table.options().contains("WITHOUT ROWID")
        && table
            .column(key.columns().getFirst())
            .orElseThrow()
            .type()
            .canonical()
            .equals("INTEGER");
  }

  private static String key(Table table, List<Name> columns, Particulars particulars) {
    String parts =
        columns.stream()
            .map(column ->
                words(
                    column.text(),
                    particulars
                        .of(column)
                        .flatMap(Particulars.KeyColumn::collation)
                        .map(Name::text)
                        .orElseGet(() -> collation(table, column)),
                    particulars.of(column).filter(Particulars.KeyColumn::descending).isPresent()
                        ? "DESC"
                        : ""))
            .collect(Collectors.joining(", "));
    return "key on %s (%s)".formatted(table.name(), parts);
  }

  private static String index(Table table, Index index) {
    String parts =
        index.parts().stream()
            .map(part -> {
              List<Column> column =
                  table.columns().stream()
                      .filter(each ->
                          Wording.name(new io.limbeck.adapter.sqlite.ddl.Name(each.name().text()))
                              .equals(part.key()))
                      .toList();
              String own = column.isEmpty() ? "BINARY" : collation(table, column.getFirst().name());
              return words(
                  column.isEmpty() ? "?" : column.getFirst().name().text(),
                  part.collation().map(Name::text).orElse(own),
                  part.descending() ? "DESC" : "");
            })
            .collect(Collectors.joining(", "));
    return words(
        "index",
        index.name().text(),
        index.unique() ? "unique" : "",
        index.where().isPresent() ? "partial" : "",
        "on",
        table.name().text(),
        "(" + parts + ")");
  }

  private static String collation(Table table, Name column) {
    return table.column(column).orElseThrow().collation().map(Name::text).orElse("BINARY");
  }

  private static String list(List<Name> names) {
    return names.stream().map(Name::text).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }
}
