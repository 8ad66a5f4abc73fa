package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sql.StepRun;
import io.limbeck.adapter.sql.rows.Misfit;
import io.limbeck.adapter.sql.rows.RowDialect;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.row.ValueType.Kind;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Rows of SQLite, which keeps with each value what it is, whatever its column was declared as. */
final class SqliteRowDialect implements RowDialect {
  private static final ValueType ANYTHING = ValueType.of(Kind.ANY);
  private static final char REPLACEMENT = '\uFFFD';

  private final SqliteFailures failures;

  SqliteRowDialect(SqliteFailures failures) {
    this.failures = failures;
  }

  @Override
  public ValueType type(ResultSetMetaData columns, int column) {
    return ANYTHING;
  }

  @Override
  public Value read(ResultSet row, int column, ValueType own) throws SQLException, Misfit {
    Object value = row.getObject(column);
    return switch (value) {
      case null -> Value.Null.NULL;
      case Integer whole -> new Value.Whole(whole);
      case Long whole -> new Value.Whole(whole);
      case Double floating -> new Value.Floating(floating);
      case String text -> text(row, column, text);
      case byte[] bytes -> new Value.Bytes(bytes);
      default -> throw new IllegalStateException("SQLite has a new kind of value");
    };
  }

  /** The driver puts a sign of its own where bytes are no character. */
  private static Value text(ResultSet row, int column, String text) throws SQLException, Misfit {
    if (text.indexOf(REPLACEMENT) >= 0
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), row.getBytes(column))) {
      throw new Misfit("a text whose bytes are not UTF-8", "a text");
    }
    return new Value.Text(text);
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, Value value, ValueType own)
      throws SQLException, Misfit {
    SqliteValues.bind(statement, parameter, value);
  }

  /** The row's number, by a name that no column has; without one, the primary key. */
  @Override
  public List<String> order(Table table) {
    if (table.options().contains("WITHOUT ROWID")) {
      return table.primaryKey().map(PrimaryKey::columns).orElseThrow().stream()
          .map(this::quoted)
          .toList();
    }
    return Stream.of("rowid", "_rowid_", "oid")
        .filter(name -> table.column(new Name(name)).isEmpty())
        .limit(1)
        .toList();
  }

  @Override
  public Transaction begin(Connection connection, Table table) throws SQLException {
    return RowTransaction.begin(connection, table.name());
  }

  @Override
  public OptionalLong lastNumber(Connection connection, Table table) throws SQLException {
    if (!remembersNumbers(table)) {
      return OptionalLong.empty();
    }
    long last =
        SqliteSql.number(
            connection,
            "SELECT seq FROM main.sqlite_sequence WHERE name = ? COLLATE NOCASE",
            table.name().text());
    return last > 0 ? OptionalLong.of(last) : OptionalLong.empty();
  }

  /** SQLite itself sees to the numbers that rows have. */
  @Override
  public void advanceNumbers(Connection connection, Table table, OptionalLong last)
      throws SQLException {
    OptionalLong reached = lastNumber(connection, table);
    if (!remembersNumbers(table)
        || last.isEmpty()
        || (reached.isPresent() && reached.getAsLong() >= last.getAsLong())) {
      return;
    }
    try (WriteTransaction transaction = WriteTransaction.begin(connection)) {
      StepRun.execute(
          connection,
          "DELETE FROM main.sqlite_sequence WHERE name = %s COLLATE NOCASE"
              .formatted(text(table.name())));
      StepRun.execute(
          connection,
          "INSERT INTO main.sqlite_sequence (name, seq) VALUES (%s, %d)"
              .formatted(text(table.name()), last.getAsLong()));
      transaction.commit();
    }
  }

  private static boolean remembersNumbers(Table table) {
    return table.primaryKey().filter(PrimaryKey::autoincrement).isPresent();
  }

  private static String text(Name name) {
    return "'" + name.text().replace("'", "''") + "'";
  }

  @Override
  public boolean isAboutTheRow(SQLException refusal) {
    return SqliteFailures.isAboutTheRow(refusal);
  }

  @Override
  public String reason(SQLException refusal) {
    return SqliteFailures.reason(refusal);
  }

  @Override
  public LimbeckException failure(SQLException refusal) {
    return failures.of(refusal);
  }
}
