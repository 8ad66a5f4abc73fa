package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.rows.Misfit;
import io.limbeck.adapter.sql.rows.RowDialect;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Rows of PostgreSQL. */
final class PostgresqlRowDialect implements RowDialect {
  private static final String INVALID_VALUE = "22";
  private static final String CONSTRAINT = "23";

  private final PostgresqlFailures failures;

  PostgresqlRowDialect(PostgresqlFailures failures) {
    this.failures = failures;
  }

  @Override
  public ValueType type(ResultSetMetaData columns, int column) throws SQLException {
    return PostgresqlValues.type(columns, column);
  }

  @Override
  public Value read(ResultSet row, int column, ValueType own) throws SQLException, Misfit {
    return PostgresqlValues.read(row, column, own);
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, Value value, ValueType own)
      throws SQLException {
    PostgresqlValues.bind(statement, parameter, value, own);
  }

  @Override
  public String overriding() {
    return " OVERRIDING SYSTEM VALUE";
  }

  /** Where a row is stored says nothing: it is moved, and a scan may begin in the middle. */
  @Override
  public List<String> order(Table table) {
    return table.primaryKey().map(PrimaryKey::columns).orElse(List.of()).stream()
        .map(this::quoted)
        .toList();
  }

  @Override
  public Transaction begin(Connection connection, Table table) throws SQLException {
    return SilentTransaction.begin(connection, quoted(table.name()));
  }

  @Override
  public OptionalLong lastNumber(Connection connection, Table table) throws SQLException {
    return Sequences.last(connection, quoted(table.name()));
  }

  @Override
  public void advanceNumbers(Connection connection, Table table, OptionalLong last)
      throws SQLException {
    Sequences.advance(connection, quoted(table.name()), last);
  }

  @Override
  public boolean isAboutTheRow(SQLException refusal) {
    String state = SqlState.of(refusal);
    return state.startsWith(INVALID_VALUE) || state.startsWith(CONSTRAINT);
  }

  /**
   * PostgreSQL tells values behind a colon, in quotes; and else in the detail, which is left out.
   */
  @Override
  public String reason(SQLException refusal) {
    return SqlState.of(refusal).startsWith(INVALID_VALUE)
        ? Reason.of(refusal).replaceFirst("(?s): \".*\"(?= \\()", "")
        : Reason.of(refusal);
  }

  @Override
  public LimbeckException failure(SQLException refusal) {
    return failures.of(refusal);
  }
}
