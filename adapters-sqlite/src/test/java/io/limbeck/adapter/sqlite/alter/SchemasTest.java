package io.limbeck.adapter.sqlite.alter;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.adapter.sqlite.SqliteRows;
import io.limbeck.adapter.sqlite.ddl.Column;
import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.adapter.sqlite.ddl.Span;
import io.limbeck.adapter.sqlite.ddl.TableText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every table of whole schemas, of other projects too, goes through every way and stays as it is.
 */
class SchemasTest {
  private static final int ROWS = 60;

  static Stream<Arguments> tables() throws IOException, SQLException {
    List<Arguments> tables = new ArrayList<>();
    for (SchemaScript schema : SchemaScript.all()) {
      try (Connection connection = schema.load()) {
        for (TableRow table : SchemaScript.tables(connection)) {
          tables.add(Arguments.of(schema.name(), schema, table));
        }
      }
    }
    return tables.stream();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("tables")
  void a_rebuild_leaves_every_byte_of_the_schema_and_every_row(
      String name, SchemaScript schema, TableRow table) throws SQLException {
    try (Connection connection = filled(schema, table)) {
      List<String> before = SqliteRows.everything(connection);

      SqliteRows.of(connection, "BEGIN IMMEDIATE");
      Alteration.rebuild(new Sql(connection), table, AlterListener.none());
      SqliteRows.of(connection, "COMMIT");

      assertThat(SqliteRows.everything(connection)).isEqualTo(before);
      assertSound(connection);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("tables")
  void a_check_that_comes_and_goes_leaves_every_byte(
      String name, SchemaScript schema, TableRow table) throws SQLException {
    try (Connection connection = filled(schema, table)) {
      List<String> before = SqliteRows.everything(connection);

      SqliteRows.of(connection, "BEGIN IMMEDIATE");
      Statements statements = new Statements(connection, Access.SCHEMA_TABLE, AlterListener.none());
      statements.execute(
          "ALTER TABLE %s ADD CONSTRAINT added CHECK (1)".formatted(table.qualified()));
      assertThat(SqliteRows.everything(connection)).isNotEqualTo(before);
      statements.execute("ALTER TABLE %s DROP CONSTRAINT added".formatted(table.qualified()));
      SqliteRows.of(connection, "COMMIT");

      assertThat(SqliteRows.everything(connection)).isEqualTo(before);
      assertSound(connection);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("tables")
  void a_definition_is_read_as_sqlite_reads_it(String name, SchemaScript schema, TableRow table)
      throws SQLException {
    CreateTable read = CreateTable.parse(table.sql());

    try (Connection connection = schema.load()) {
      List<List<Object>> columns =
          new Sql(connection)
              .list(
                  "SELECT name, type, \"notnull\" OR pk > 0, dflt_value IS NOT NULL, hidden > 1"
                      + " FROM pragma_table_xinfo(?)",
                  row ->
                      List.of(
                          row.getString(1),
                          words(row.getString(2)),
                          row.getBoolean(3),
                          row.getBoolean(4),
                          row.getBoolean(5)),
                  table.name().text());
      assertThat(read.columns()).extracting(column -> facts(column, read)).isEqualTo(columns);
    }
    assertThat(read.name()).isEqualTo(table.name());
  }

  private static List<Object> facts(Column column, CreateTable table) {
    boolean key =
        table.allConstraints().stream()
            .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
            .anyMatch(constraint -> constraint.columns().contains(column.name()));
    return List.of(
        column.name().text(),
        words(column.type().map(span -> span.of(table.sql())).orElse("")),
        column.has(Kind.NOT_NULL) || key,
        column.has(Kind.DEFAULT),
        column.has(Kind.GENERATED));
  }

  /** SQLite makes some types' letters large, and takes quotes away, but not all. */
  private static String words(String type) {
    return type.toLowerCase(Locale.ROOT).replaceAll("[\"'`\\[\\]]|\\(.*", "").strip();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("tables")
  void what_comes_into_a_definition_and_goes_leaves_every_byte(
      String name, SchemaScript schema, TableRow table) throws SQLException {
    CreateTable before = CreateTable.parse(table.sql());

    CreateTable column = TableText.of(before).withColumn("added TEXT NOT NULL DEFAULT 'x'");
    assertThat(TableText.of(column).withoutColumn(column.column(new Name("added")).orElseThrow()))
        .isEqualTo(before);
    CreateTable constraint = TableText.of(before).withConstraint("CONSTRAINT added UNIQUE (a)");
    assertThat(TableText.of(constraint).without(constraint.constraints().getLast()))
        .isEqualTo(before);
    for (Column each : before.columns()) {
      if (!each.has(Kind.DEFAULT)) {
        CreateTable added = TableText.of(before).withDefault(each, "(1 + 2)");
        assertThat(TableText.of(added).without(same(each, added), Kind.DEFAULT)).isEqualTo(before);
      }
      if (!each.has(Kind.NOT_NULL) && !each.has(Kind.NULL)) {
        CreateTable added = TableText.of(before).withNotNull(each);
        assertThat(TableText.of(added).without(same(each, added), Kind.NOT_NULL)).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("tables")
  void what_stays_keeps_every_character_whatever_goes(
      String name, SchemaScript schema, TableRow table) throws SQLException {
    CreateTable before = CreateTable.parse(table.sql());

    for (Column each : before.columns()) {
      if (before.columns().size() > 1) {
        List<String> items = items(before);
        items.remove(each.span().of(before.sql()));
        assertThat(items(TableText.of(before).withoutColumn(each))).isEqualTo(items);
      }
    }
    before.constraints().stream()
        .forEach(each -> {
          List<String> items = items(before);
          items.remove(each.span().of(before.sql()));
          assertThat(items(without(before, each))).isEqualTo(items);
        });
  }

  private static CreateTable without(
      CreateTable table, io.limbeck.adapter.sqlite.ddl.Constraint constraint) {
    try {
      return TableText.of(table).without(constraint);
    } catch (SQLException refusal) {
      throw new AssertionError(refusal);
    }
  }

  private static List<String> items(CreateTable table) {
    List<String> items = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    table.columns().forEach(column -> spans.add(column.span()));
    table.constraints().forEach(constraint -> spans.add(constraint.span()));
    spans.forEach(span -> items.add(span.of(table.sql())));
    return items;
  }

  private static Column same(Column column, CreateTable in) {
    return in.column(column.name()).orElseThrow();
  }

  @Test
  void most_tables_have_rows_to_lose() throws IOException, SQLException {
    int tables = 0;
    int filled = 0;
    for (SchemaScript schema : SchemaScript.all()) {
      try (Connection connection = schema.load()) {
        for (TableRow table : SchemaScript.tables(connection)) {
          SchemaScript.fill(connection, table, ROWS, new Random(1));
          tables++;
          filled += rows(connection, table) > 0 ? 1 : 0;
        }
      }
    }

    assertThat(filled).isGreaterThan(tables * 2 / 3);
  }

  private static long rows(Connection connection, TableRow table) throws SQLException {
    return new Sql(connection).number("SELECT count(*) FROM " + table.qualified());
  }

  private static Connection filled(SchemaScript schema, TableRow table) throws SQLException {
    Connection connection = schema.load();
    for (TableRow each : SchemaScript.tables(connection)) {
      SchemaScript.fill(
          connection, each, each.name().equals(table.name()) ? ROWS : 5, new Random(1));
    }
    return connection;
  }

  private static void assertSound(Connection connection) throws SQLException {
    assertThat(SqliteRows.of(connection, "PRAGMA integrity_check"))
        .isEqualTo(List.of(List.of("ok")));
  }
}
